/** Reports that were not changed: of every kind, of random assessments, read one after another as from a folder. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from '../../../src/core/canonical.ts';
import { evaluate } from '../../../src/core/evaluate.ts';
import type { Answers } from '../../../src/core/format/answer.ts';
import type { Assessment, Entry } from '../../../src/core/format/assessment.ts';
import { EMPTY_POLICY } from '../../../src/core/format/facts.ts';
import { fold } from '../../../src/core/history.ts';
import { modelOf } from '../../../src/core/model.ts';
import { parseAssessment } from '../../../src/core/parse.ts';
import { redact } from '../../../src/core/redaction/redact.ts';
import { comparisonDocument } from '../../../src/report/comparison/document.ts';
import { reportDocument } from '../../../src/report/document.ts';
import { redactedDocument } from '../../../src/report/redacted/document.ts';
import { isGenuine } from '../../../src/report/verify/verdict.ts';
import { APP_VERSION } from '../../../src/report/version.ts';
import { type Dice, diceOf, draws } from '../../core/support/dice.ts';
import { questionsOf, randomAnswer, randomAnswers } from '../../core/support/randomAnswers.ts';
import { randomQuestionnaire } from '../../core/support/randomQuestionnaire.ts';
import { FACTS, POLICY } from '../../core/support/vocabulary.ts';
import { comparing, examples } from '../comparison/bids.ts';
import { inputOf, RAISED } from '../fixture.ts';
import { contentsOf, repacked, told, verifier, written } from './reports.ts';

const TIME = { timeout: 120_000 };
const SEED = 20_261_126;
const [SMALL, SHIPPED] = [92, 8];

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

function report(assessment: Assessment): Promise<Uint8Array> {
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

test('V2 a hundred reports of random assessments are unchanged', TIME, async () => {
  const checked = verifier();
  const counts = new Map<string, number>();
  let bytes = 0;
  for (const [make, count] of [
    [small, SMALL],
    [shipped, SHIPPED],
  ] as const) {
    const assessments = fc.sample(draws, { seed: SEED, numRuns: 6 * count }).flatMap((drawn) => make(diceOf(drawn)) ?? []);
    for (const assessment of assessments.slice(0, count)) {
      const file = await report(assessment);
      bytes += file.length;
      const found = told(await checked.verify(file));
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  console.log(`Genuine reports: seed ${SEED}, ${SMALL} of random questionnaires, ${SHIPPED} of the shipped one, ${bytes} bytes`);
  expect([...counts]).toEqual([['unsigned · same · no-signature', SMALL + SHIPPED]]);
});

test('V3.1 a redacted report is unchanged, and its result is not shown by that', TIME, async () => {
  const { assessment } = inputOf({ answers: RAISED });
  const at = '2026-03-02T10:00:00.000Z';
  const people = {
    preparer: { name: 'Ada Anders', interest: null },
    reviewer: { name: 'Ben Bos', interest: null },
    approver: { name: 'Cy Claes', interest: null },
  };
  const final: Entry = {
    id: 'entry-final',
    at,
    by: 'Ada Anders',
    kind: 'final',
    number: '2026/17',
    day: '2026-03-02',
    ...people,
    retention: 'Ten years',
    disposal: '2036-12-31',
  };
  const whole = { ...assessment, history: [...assessment.history, final] };
  expect(told(await verifier().verify(await report(whole)))).toBe('unsigned · same · no-signature');
  const redacted = redact(whole, [{ what: 'people', ground: 'They are not asked.' }]);
  const [own, older] = [APP_VERSION, '0.9.0'].map((appVersion) => redactedDocument({ redacted, language: 'en', appVersion }));
  if (!own || !older) throw new Error('no report');
  const judged = await verifier().verify(await written(own));
  expect(told(judged)).toBe('unsigned · same · redacted · no-signature');
  expect(judged.reasons).toContainEqual({ code: 'redacted', of: hashOf(whole) });
  const reset = repacked(await written(older), contentsOf(1), (content) => `${content}\n`);
  expect(told(await verifier().verify(reset))).toBe('not-ours · version · redacted · pages-not-compared · no-signature');
});

test('V2 the report that compares bids', TIME, async () => {
  const judged = await verifier().verify(await written(comparisonDocument({ ...comparing(examples), appVersion: APP_VERSION })));
  expect([told(judged), isGenuine(judged)]).toEqual(['unsigned · same · no-signature', true]);
});
