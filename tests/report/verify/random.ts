/** Reports of assessments by chance: of questionnaires by chance, and of the one that ships. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { evaluate } from '../../../src/core/evaluate.ts';
import type { Answers } from '../../../src/core/format/answer.ts';
import type { Assessment } from '../../../src/core/format/assessment.ts';
import { EMPTY_POLICY } from '../../../src/core/format/facts.ts';
import { fold } from '../../../src/core/history.ts';
import { modelOf } from '../../../src/core/model.ts';
import { parseAssessment } from '../../../src/core/parse.ts';
import { reportDocument } from '../../../src/report/document.ts';
import { APP_VERSION } from '../../../src/report/version.ts';
import { type Dice, diceOf, draws } from '../../core/support/dice.ts';
import { questionsOf, randomAnswer, randomAnswers } from '../../core/support/randomAnswers.ts';
import { randomQuestionnaire } from '../../core/support/randomQuestionnaire.ts';
import { FACTS, POLICY } from '../../core/support/vocabulary.ts';
import { written } from './reports.ts';

/** How many: 100, or as many as the long tests ask for. */
export const REPORTS = Number(process.env.REPORTS ?? 100);
const SEED = 20_261_126;
/** Every so many is of the questionnaire that ships. */
const SHIPPED = 12;

/** Null where what was drawn hangs not together: a random questionnaire may score nothing. */
function assessmentOf(
  base: Omit<Assessment, 'history' | 'format' | 'id' | 'created'>,
  answers: Answers,
  vendor: string,
): Assessment | null {
  const lines = [
    { kind: 'detail' as const, detail: 'vendor' as const, value: vendor },
    ...[...answers].map(([question, answer]) => ({ kind: 'answer' as const, question, answer })),
  ];
  const history = lines.map((line, i) => ({
    ...line,
    id: `entry-${String(i).padStart(4, '0')}`,
    at: new Date(Date.UTC(2026, 2, 1, 10, i)).toISOString(),
    by: 'A. Officer',
  }));
  const file = { format: 'soundings-assessment/1', id: 'random-0001', created: '2026-03-01T09:00:00.000Z', ...base, history };
  const parsed = parseAssessment(JSON.stringify(file));
  return parsed.ok ? parsed.value : null;
}

export function report(assessment: Assessment): Promise<Uint8Array> {
  const model = modelOf(assessment.questionnaire, assessment.facts, assessment.policy);
  const state = fold(assessment.history);
  const result = evaluate(model, state.answers);
  return written(reportDocument({ assessment, model, state, result, language: 'en', appVersion: APP_VERSION }));
}

const small = (d: Dice): Assessment | null => {
  const questionnaire = randomQuestionnaire(d, { hidden: 30, gates: 2, onlyRising: false, sections: 2, questions: 3 });
  return assessmentOf(
    { questionnaire, facts: FACTS, policy: POLICY },
    randomAnswers(d, questionnaire),
    d.pick(['Example Cargo', '', 'Żółć Ltd']),
  );
};

const example = JSON.parse(readFileSync('questionnaires/examples/meridian.json', 'utf8')) as Assessment;
const shipped = (d: Dice): Assessment | null => {
  const { questionnaire, facts } = example;
  // The countries of the random answers are not those of the shipped facts, and its tables ask for more than a random row has.
  const answers = questionsOf(questionnaire).flatMap((question) => {
    const given = ['single', 'several', 'number'].includes(question.type) ? randomAnswer(d, question, 30) : undefined;
    const { evidence: _, ...rest } = given ?? { state: 'unknown' as const };
    return given ? [[question.id, rest] as const] : [];
  });
  return assessmentOf({ questionnaire, facts, policy: EMPTY_POLICY }, new Map(answers), 'Example Cargo');
};

/** So many draws; not each gives an assessment that hangs together. */
const drawn = (count: number, seed: number) => fc.sample(draws, { seed, numRuns: count }).map(diceOf);

/** Reports one after another, the same each time. */
export async function* randomReports(count: number): AsyncGenerator<Uint8Array> {
  const ofShipped = Math.floor(count / SHIPPED);
  for (const [make, wanted] of [
    [small, count - ofShipped],
    [shipped, ofShipped],
  ] as const) {
    let made = 0;
    for (let batch = 0; made < wanted; batch += 1) {
      for (const assessment of drawn(50, SEED + batch).flatMap((dice) => make(dice) ?? [])) {
        if (made === wanted) break;
        made += 1;
        yield await report(assessment);
      }
    }
  }
}
