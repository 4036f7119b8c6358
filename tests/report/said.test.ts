/** What a report says is so: each sentence held against the result that it speaks of. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import type { Block } from '../../src/report/blocks.ts';
import { reportDocument } from '../../src/report/document.ts';
import type { ReportInput } from '../../src/report/sections/context.ts';
import { example, examples } from './examples.ts';
import { answered, inputOf, RAISED } from './fixture.ts';
import { textsOf, under } from './text.ts';

const all = (blocks: readonly Block[]): string => blocks.flatMap(textsOf).join('\n');
const reported = (input: ReportInput) => reportDocument(input).blocks;

const inputs: readonly (readonly [string, ReportInput])[] = [
  ['nothing answered', inputOf()],
  ['raised by a gate', inputOf({ answers: RAISED })],
  ...examples.map((name): readonly [string, ReportInput] => [name, example(name)]),
];

describe('points', () => {
  test.each(inputs)('S4 the points of annex A, with what floors add, make up the score: %s', (_, input) => {
    const text = all(under(reported(input), 'Annex A. Every question and its answer'));
    const points = [...text.matchAll(/(\d+\.\d) points/g)].map(([, figure]) => Number(figure));
    const sum = points.reduce((a, b) => a + b, 0);
    // Each is printed with one decimal.
    expect(Math.abs(sum - (input.result.overall?.high ?? 0))).toBeLessThanOrEqual(0.05 * points.length);
    expect(points.length).toBeGreaterThan(3);
  });

  test('S4 what a floor adds stands below its section, and the largest say how much of the score they are', () => {
    const blocks = reported(inputOf({ answers: RAISED }));
    expect(all(under(blocks, 'Annex A. Every question and its answer'))).toMatch(
      /What a floor adds to this section: \d+\.\d to its score, \d+\.\d points of the whole\./,
    );
    expect(all(under(reported(example('meridian.json')), 'What weighs most'))).toMatch(/Together that is \d+\.\d of the 27\.4\./);
  });
});

describe('what is missing', () => {
  test('where every answer is there, those that widen the figures are named all the same', () => {
    const input = example('scheldewaard.json');
    const text = all(under(reported(input), 'Missing information'));
    const wide = input.model.items.filter(({ index }) => {
      const { interval, state, applicable } = input.result.questions[index] ?? {};
      return applicable !== 'false' && state === 'answered' && interval && interval.low < interval.high;
    });
    expect(wide.length).toBeGreaterThan(3);
    expect(text).toContain(`${wide.length} answers are counted as a range`);
    for (const { question } of wide) expect(text).toContain(question.id.toUpperCase());
    expect(all(under(reported(example('meridian-renegotiated.json')), 'Missing information'))).not.toContain('counted as a range');
  });
});

describe('notes', () => {
  test('a fact whose answer has a note says so wherever it is a reason', () => {
    const order: Answer = { ...answered('yes'), note: 'A lawyer has to look at this.' };
    const text = all(under(reported(inputOf({ answers: { ...RAISED, order } })), 'Reasons'));
    const [gate = '', weighs = ''] = text.split('What weighs most');
    expect(gate.match(/\(ORDER\) .* A note goes with it, in annex A\./)).not.toBeNull();
    expect(weighs.match(/\(ORDER\) .* A note goes with it, in annex A\./)).not.toBeNull();
    expect(text).not.toMatch(/\(KEYS\).*A note goes with it/);
    expect(all(under(reported(inputOf({ answers: { ...RAISED, order } })), 'Gates'))).toContain('Yes. A note goes with it, in annex A.');
  });
});

describe('figures', () => {
  test('S4 points, risk and share of the weight multiply out as they are printed, and a range is told from a figure', () => {
    let read = 0;
    for (const [name, input] of inputs) {
      const text = all(under(reported(input), 'What weighs most'));
      for (const [, points, , risk, share] of text.matchAll(
        /^(\d+\.\d) points: .* (up to |as |counts, )(\d+\.\d) of 100, with (\d+\.\d)\u00a0% of the weight/gm,
      )) {
        // Half a unit of the last digit of each.
        expect(Math.abs(Number(points) - (Number(risk) * Number(share)) / 100), name).toBeLessThan(
          0.05 + 0.05 + 0.0005 * Number(share) + 0.01,
        );
        read += 1;
      }
    }
    expect(read).toBeGreaterThan(20);
    expect(all(reported(example('meridian.json')))).not.toContain('counts as up to');
    expect(all(reported(example('liege-hub-replay.json')))).toContain('counts as up to');
  });

  test('a number of a rule or of a condition has its unit', () => {
    const text = all(under(reported(example('meridian.json')), 'Annex C. The method'));
    expect(text).toContain('DL-09 is above 12 months');
    expect(text).toMatch(/^from 5 percent:\s35$/m);
    expect(text).not.toMatch(/^from \d+:\s/m);
  });
});

describe('marks and sources', () => {
  test('R3 what is not ratable says so on every page', () => {
    expect(reportDocument(example('liege-hub-replay.json')).mark).toBe('Draft – not ratable');
    expect(reportDocument(example('meridian.json')).mark).toBe('Draft');
  });

  test('every source that a gate rests on names the gate', () => {
    const input = example('meridian.json');
    const table = under(reported(input), 'Annex E. Sources').find((block) => block.kind === 'table');
    const named = (table?.rows ?? []).flatMap(([, cell]) => String(cell).match(/\b(?:G\d+B?|DL-FLOOR)\b/g) ?? []);
    expect(named).toHaveLength(
      new Set(input.model.gates.flatMap(({ id, sources }) => sources.map(({ source }) => `${id} ${source}`))).size,
    );
  });
});

describe('words', () => {
  test('a column that asks has no colon after its question mark', () => {
    const words = all(reported(example('meridian.json')));
    expect(words).not.toContain('?:');
    expect(words).toContain('Owned by a state? No');
  });

  test('one of a unit, one of a count, and a policy are told as such', () => {
    const whole = example('meridian.json');
    const declined = new Map<string, Answer>([...whole.state.answers, ['si-14', { state: 'declined' }]]);
    const text = all(reported({ ...whole, state: { ...whole.state, answers: declined }, result: evaluate(whole.model, declined) }));
    expect(text).toContain('1 was declined by the vendor, 0 are not yet answered');
    expect(text).toContain('1 (in years)');
    expect(text).toContain('No policy list, version 0');
  });

  test('P1 what a simple tool would say is said once where nothing is unknown', () => {
    expect(all(under(reported(example('meridian.json')), 'What a simple tool would say'))).toMatch(
      /would give 26\.3 \(Moderate\), whatever an unknown counted as\./,
    );
  });
});
