/** What a report says of several evaluators: rules E, on paper. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import type { Entry } from '../../src/core/format/assessment.ts';
import { fold } from '../../src/core/history.ts';
import type { Block } from '../../src/report/blocks.ts';
import { reportDocument } from '../../src/report/document.ts';
import type { ReportInput } from '../../src/report/sections/context.ts';
import { answered, inputOf, RAISED } from './fixture.ts';
import { textsOf, under } from './text.ts';

const gives = (id: string, by: string, question: string, answer: Answer, more: { after?: string[]; reason?: string } = {}): Entry => ({
  id: `${by.toLowerCase()}-${id}`,
  at: '2026-03-02T10:00:00.000Z',
  by,
  kind: 'answer',
  question,
  answer,
  ...more,
});

const { keys: _, order: __, where: ___, ...others } = RAISED;
const before = inputOf({ answers: others });
const last = before.assessment.history.at(-1)?.id ?? '';
const SIDE_BY_SIDE: readonly Entry[] = [
  gives('0001', 'Ada', 'keys', { ...answered('vendor'), note: 'Said on the phone.' }),
  gives('0002', 'Ada', 'order', answered('yes')),
  gives('0003', 'Ada', 'where', answered(['BE'], 'e0')),
  gives('0001', 'Ben', 'keys', answered('buyer', 'e0'), { after: [last] }),
  gives('0002', 'Ben', 'order', answered('no'), { after: ['ben-0001'] }),
  gives('0003', 'Ben', 'where', answered(['BE'], 'e2'), { after: ['ben-0002'] }),
];

function merged(...more: readonly Entry[]): ReportInput {
  const history = [...before.assessment.history, ...SIDE_BY_SIDE, ...more];
  const state = fold(history);
  return { ...before, assessment: { ...before.assessment, history }, state, result: evaluate(before.model, state.answers) };
}
const all = (blocks: readonly Block[]): string => blocks.flatMap(textsOf).join('\n');
const report = (input: ReportInput) => reportDocument(input).blocks;
const row = (input: ReportInput, tag: string) =>
  under(report(input), 'Annex A. Every question and its answer')
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .map((cells) => textsOf({ kind: 'table', columns: [], rows: [cells] }))
    .find((cells) => cells[0]?.endsWith(`\n${tag}`));

describe('E4 an unsettled difference', () => {
  test('has each answer with its evidence, note, name and time', () => {
    const text = all(under(report(merged()), 'Several evaluators'));
    expect(text).toContain('Answered side by side by A. Officer, Ada and Ben.');
    expect(text).toContain('2 questions are not settled:');
    expect(text).toContain('Ada, 2 March 2026, 10:00 UTC\nThe vendor\nA document (Contract)\nNote: Said on the phone.');
    expect(text).toContain('Ben, 2 March 2026, 10:00 UTC\nThe buyer alone\nA document (Statement)');
  });

  test('is nothing that the vendor is asked for', () => {
    expect(all(under(report(before), 'Letter to the vendor'))).toContain('(KEYS)');
    expect(all(report(merged()))).not.toContain('Letter to the vendor');
    expect(all(under(report(merged()), 'Missing information'))).toMatch(
      /2 questions wait until they are settled between the evaluators\.$/,
    );
  });

  test('stands in the annex of answers in the place of an answer', () => {
    expect(row(merged(), 'KEYS')?.[1]).toBe(
      'The evaluators differ; not settled.\nAda: The vendor\nBen: The buyer alone\nNote: Ada: Said on the phone.',
    );
  });
});

describe('E4 a settled one', () => {
  const settled = merged(gives('0001', 'Mo', 'keys', answered('vendor'), { reason: 'The contract says so.' }));
  test('has what each had said, what stands, and by whom and why', () => {
    const text = all(under(report(settled), 'Several evaluators'));
    expect(text).toContain('One question is not settled:');
    const [, after = ''] = text.split('\nSettled\n');
    expect(after).toContain(
      'Ada: The vendor. A document (Contract)\nNote: Said on the phone.\nBen: The buyer alone. A document (Statement)',
    );
    expect(after).toContain('Mo, 2 March 2026, 10:00 UTC\nReason: The contract says so.');
    expect(row(settled, 'KEYS')?.[1]).toBe('The vendor\nReason: The contract says so.');
    expect(all(under(report(settled), 'Annex F. Change log'))).toContain('KEYS: The vendor. Reason: The contract says so.');
  });
});

test('E3 an answer that two gave names both, and what each shows', () => {
  expect(row(merged(), 'WHERE')?.[2]).toBe(
    'A document (Statement)\nAda, 2 March 2026, 10:00 UTC\nA document (Contract)\nBen, 2 March 2026, 10:00 UTC',
  );
});

test('E1 a report of one line of entries has no such part', () => {
  expect(all(report(inputOf({ answers: RAISED })))).not.toContain('Several evaluators');
});
