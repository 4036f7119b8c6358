import { evaluate } from '../core/evaluate.ts';
import { fold } from '../core/history.ts';
import { modelOf } from '../core/model.ts';
import type { Document } from '../report/blocks.ts';
import { reportDocument } from '../report/document.ts';
import { writePdf } from '../report/pdf/write.ts';
import { APP_VERSION } from '../report/version.ts';
import { fontsOf } from './fonts.ts';
import { name, STATUS, writeOut } from './io.ts';
import { readAssessment } from './released.ts';

/** Writes the risk summary of one assessment file as PDF. Nothing is written where the file or the report has a problem. */
export async function report(file: string, out: string): Promise<number> {
  const assessment = readAssessment(file);
  if (!assessment) return STATUS.problems;
  const model = modelOf(assessment.questionnaire, assessment.facts, assessment.policy);
  const state = fold(assessment.history);
  const document = reportDocument({
    assessment,
    model,
    state,
    result: evaluate(model, state.answers),
    language: 'en',
    appVersion: APP_VERSION,
  });
  return save(document, out, file);
}

/** Writes a document as PDF; problems are named as those of `file`. */
export async function save(document: Document, out: string, file: string): Promise<number> {
  const written = writePdf(document, await fontsOf(document));
  if (!written.ok) {
    name(file, written.problems);
    return STATUS.problems;
  }
  return writeOut(out, written.value);
}
