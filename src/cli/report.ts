import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { evaluate } from '../core/evaluate.ts';
import { fold } from '../core/history.ts';
import { modelOf } from '../core/model.ts';
import { parseAssessment } from '../core/parse.ts';
import type { Document } from '../report/blocks.ts';
import { reportDocument } from '../report/document.ts';
import { FACES, type FontSet } from '../report/fonts/faces.ts';
import { writePdf } from '../report/pdf/write.ts';
import { APP_VERSION } from '../report/version.ts';
import { name, readFile, STATUS, writeOut } from './io.ts';

/** Writes the risk summary of one assessment file as PDF. Nothing is written where the file or the report has a problem. */
export function report(file: string, out: string): number {
  const assessment = readFile(file, parseAssessment);
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
export function save(document: Document, out: string, file: string): number {
  const written = writePdf(document, fonts());
  if (!written.ok) {
    name(file, written.problems);
    return STATUS.problems;
  }
  return writeOut(out, written.value);
}

/** The same font files that the browser fetches, from where they are installed. */
function fonts(): FontSet {
  const { resolve } = createRequire(import.meta.url);
  const bytes = (path: string) => new Uint8Array(readFileSync(resolve(path)));
  return {
    serif: bytes(FACES.serif),
    'serif-strong': bytes(FACES['serif-strong']),
    sans: bytes(FACES.sans),
    'sans-strong': bytes(FACES['sans-strong']),
  };
}
