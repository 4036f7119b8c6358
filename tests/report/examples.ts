/** The shipped examples that stand alone, read as the app reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { evaluate } from '../../src/core/evaluate.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { parseAssessment } from '../../src/core/parse.ts';
import type { ReportInput } from '../../src/report/sections/context.ts';

const FOLDER = 'questionnaires/examples';

/** Names of their files. */
export const examples: readonly string[] = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** @throws where the app would refuse it */
export function example(name: string): ReportInput {
  const parsed = parseAssessment(readFileSync(`${FOLDER}/${name}`, 'utf8'));
  if (!parsed.ok) throw new Error(`${name} is refused`);
  const assessment = parsed.value;
  const model = modelOf(assessment.questionnaire, assessment.facts, assessment.policy);
  const state = fold(assessment.history);
  return { assessment, model, state, result: evaluate(model, state.answers), language: 'en', appVersion: '0.0.0' };
}
