import { describe, expect, test } from 'vitest';
import { hashOf, sha256Hex } from '../../../src/core/canonical.ts';
import { criteriaOf } from '../../../src/core/compare/criteria.ts';
import type { Assessment } from '../../../src/core/format/assessment.ts';
import { formats } from '../../../src/i18n/format.ts';
import type { Block, Table } from '../../../src/report/blocks.ts';
import type { ComparisonInput } from '../../../src/report/comparison/context.ts';
import { comparisonDocument } from '../../../src/report/comparison/document.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import { inputOf, RAISED } from '../fixture.ts';
import { fonts } from '../pdf/fonts.ts';
import { ask, judged, pagesOf, withoutSpace } from '../pdf/judges.ts';
import { textsOf, under } from '../text.ts';
import { comparing, examples, GOOD, made, STOP } from './bids.ts';

const f = formats('en');
const all = (blocks: readonly Block[]): string => blocks.flatMap(textsOf).join('\n');
const tables = (blocks: readonly Block[]) => blocks.filter((block): block is Table => block.kind === 'table');
const share = (value: number): string => `${f.score(value * 100)}\u00a0%`;

const inputs: readonly (readonly [string, ComparisonInput])[] = [
  ['the shipped examples', comparing(examples)],
  ['one clear first', made({ one: { answers: RAISED }, two: { answers: GOOD } })],
  ['nothing answered', made({ one: {}, two: {} })],
  ['stops only', made({ one: { answers: STOP }, two: { answers: STOP } })],
  ['stop, gate and unknowns', made({ one: { answers: STOP }, two: { answers: RAISED }, three: {}, four: { answers: GOOD } })],
  ['more than fit on a page', made(Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`b${i}`, i % 2 ? { answers: GOOD } : {}])))],
];

describe('any comparison report', () => {
  test('there are examples to compare', () => expect(examples.size).toBeGreaterThan(3));

  test.each(inputs)('has no hole in its texts: %s', (_, input) => {
    const { title, eyebrow, author, subject, foot, mark = '', pageLabel, blocks } = comparisonDocument(input);
    const texts = [title, eyebrow, author, subject, foot, mark, pageLabel(3, 12), ...blocks.flatMap(textsOf)];
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => /[{}]|undefined|NaN|\[object|Infinity/.test(text))).toEqual([]);
  });

  test.each(inputs)('K2 every bid has its place: once among the bids, once in the order, a column in every table: %s', (_, input) => {
    const { blocks } = comparisonDocument(input);
    const labels = input.comparison.bids.map((_, i) => `Bid ${String.fromCharCode(65 + i)}`);
    const first = (table: Table | undefined) => table?.rows.map(([cell]) => textsOf({ kind: 'list', items: [cell as string] })[0]) ?? [];
    expect(first(tables(under(blocks, 'The bids'))[0])).toEqual(labels);
    expect([...first(tables(under(blocks, 'Order'))[0])].sort()).toEqual([...labels].sort());
    const columns = tables(under(blocks, 'Side by side'))
      .filter(({ caption }) => caption?.startsWith('Gates, ratings'))
      .flatMap((table) => table.columns.slice(1).map(({ head }) => head));
    expect([...columns].sort()).toEqual([...labels].sort());
    expect(Math.max(...tables(blocks).map((table) => table.columns.length))).toBeLessThanOrEqual(9);
  });

  test.each(inputs)('S1 R2 shows the figures of core: %s', (_, input) => {
    const rows = tables(under(comparisonDocument(input).blocks, 'Side by side')).flatMap((table) =>
      table.rows.map((row) => ({ table, row })),
    );
    for (const [i, { result }] of input.comparison.bids.entries()) {
      const label = `Bid ${String.fromCharCode(65 + i)}`;
      const own = rows
        .flatMap(({ table, row }) => row.filter((_, c) => table.columns[c]?.head === label))
        .map((cell) => textsOf({ kind: 'table', columns: [], rows: [[cell]] })[0]);
      for (const { interval, weight } of result.sections) if (interval && weight > 0) expect(own).toContain(f.interval(interval));
      if (result.overall) expect(own).toContain(f.interval(result.overall));
      expect(own).toContain(f.percent(result.coverage));
    }
  });

  test.each(inputs)('K4 shows the shares of core at every place, with draws, seed and error: %s', (_, input) => {
    const { acceptability, comparison } = input;
    const robust = under(comparisonDocument(input).blocks, 'How far the order hangs on weights and open answers');
    expect(all(robust)).toContain(`${f.integer(acceptability.draws)} draws with seed ${acceptability.seed}. Weights were free`);
    expect(all(robust)).toContain(`± ${f.score(acceptability.error * 100)} percentage points`);
    const [table] = tables(robust);
    const n = comparison.bids.length;
    expect(table?.rows).toHaveLength(n);
    for (const row of table?.rows ?? []) {
      const at = String(row[0]).charCodeAt(4) - 65;
      const shares = [...acceptability.ranks.subarray(at * n, at * n + n)];
      const together = (from: number, to: number) => shares.slice(from, to).reduce((a, b) => a + b, 0);
      const places = (table?.columns.slice(1) ?? []).map(({ head }) => head.replace('Place ', '').split('–').map(Number));
      expect(row.slice(1)).toEqual(places.map(([from = 0, to = from]) => share(together(from - 1, to))));
      expect(places.flat().at(-1)).toBe(n);
    }
  });

  test.each(inputs)(
    'L7 the same input gives the same bytes: %s',
    (_, input) => {
      const [first, second] = [input, comparing(new Map([...input.assessments].map(([id, one]) => [id, structuredClone(one)])))].map(
        (one) => writePdf(comparisonDocument(one), fonts),
      );
      if (!first?.ok || !second?.ok) throw new Error('refused');
      expect(Buffer.compare(first.value, second.value)).toBe(0);
    },
    30_000,
  );
});

describe('the four shipped examples', () => {
  const input = comparing(examples);
  const document = comparisonDocument(input);
  const written = writePdf(document, fonts);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));

  test('date is that of the latest entry, id the hash of the record with seed and draws', () => {
    const instants = [...examples.values()].flatMap(({ history }) => history.map(({ at }) => at));
    expect(document.date).toBe(instants.reduce((latest, at) => (at > latest ? at : latest)));
    expect(document.dataHash).toBe(sha256Hex(document.data));
    expect(JSON.parse(document.data)).toMatchObject({ kind: 'comparison', seed: 3, draws: 2000, band: null });
    const other = comparisonDocument(comparing(examples, { seed: 4, draws: 2000 }));
    expect(other.dataHash).not.toBe(document.dataHash);
  });

  test('every vendor, label and hash is in it', () => {
    const text = all(document.blocks);
    for (const { state } of input.comparison.bids)
      for (const said of [state.details.vendor, state.details.label]) expect(text).toContain(said);
    for (const assessment of examples.values())
      for (const hash of [hashOf(assessment), ...Object.values(criteriaOf(assessment))]) expect(text).toContain(hash);
  });

  test('K2 says what cannot be said: whose range reaches over the others', () => {
    expect(all(document.blocks.slice(0, 1))).toBe(
      'No single bid can be called the lesser risk: Bid A and Bid B are not separated by present answers, while every other bid stands behind at least one of them.',
    );
    expect(all(under(document.blocks, 'What would separate them'))).toMatch(/OP-09: .* Up to \d+\.\d points, one gate\./);
  });

  test('K3 prints every flip of core with both shares, and names the pairs that have none', () => {
    const blocks = under(document.blocks, 'Weights at which two bids swap');
    const flips = input.comparison.pairs.flatMap((pair) => pair.flips.flatMap(({ flip }) => flip ?? []));
    expect(flips.length).toBeGreaterThan(0);
    expect(tables(blocks)[0]?.rows).toHaveLength(flips.length);
    const rows = (tables(blocks)[0]?.rows ?? []).map((row) => row.join(' '));
    for (const flip of flips) {
      const change = `${f.score(Math.abs(flip.change) * 100)} percentage points ${flip.change < 0 ? 'less' : 'more'}`;
      expect(rows.some((row) => row.includes(share(flip.share)) && row.endsWith(change))).toBe(true);
    }
    const firm = input.comparison.pairs.filter((pair) => pair.flips.every(({ flip }) => flip === null)).length;
    expect(all(blocks).split('They are: ')[1]?.split(';')).toHaveLength(firm);
  });

  test('K5 dominance is that of core', () => {
    const found = input.comparison.pairs.filter(({ dominance }) => dominance !== null);
    expect(found.map(({ a, b }) => [a, b])).toEqual([['meridian-renegotiated.json', 'meridian.json']]);
    expect(all(under(document.blocks, 'Better in every section'))).toContain('Bid B is at least as good as Bid C in every section');
  });

  test('annex A has the questions in which answers or grades differ, and no other', () => {
    const pair = comparisonDocument(comparing(new Map([...examples].filter(([name]) => name.startsWith('meridian')))));
    const rows = tables(under(pair.blocks, 'Annex A. Answers in which the bids differ')).flatMap((table) => table.rows);
    const [one, two] = ['meridian.json', 'meridian-renegotiated.json'].map(
      (name) => input.comparison.bids.find(({ id }) => id === name)?.state,
    );
    const said = (answer: unknown) => JSON.stringify(answer, (key, value) => (key === 'note' ? undefined : value));
    const differing = input.comparison.model.items.filter(
      ({ question }) => said(one?.answers.get(question.id)) !== said(two?.answers.get(question.id)),
    );
    expect(differing.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(differing.length);
    for (const { question } of differing) expect(all(pair.blocks)).toContain(`${question.text.en}\n${question.id.toUpperCase()}`);
  });

  judged(['qpdf'], 'qpdf finds nothing wrong', () => {
    expect(ask('qpdf', ['--check', 'FILE'], written.value)).toContain('No syntax or stream encoding errors found');
  });

  judged(['pdftotext'], 'every text of the document can be read out of the file', () => {
    const text = withoutSpace(pagesOf(written.value).join(''));
    const wanted = document.blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? textsOf(block) : []));
    expect(wanted.length).toBeGreaterThan(40);
    // A paragraph that runs over a page is broken by what stands at its foot.
    const found = wanted.filter((one) => text.includes(withoutSpace(one)));
    expect(found.length).toBeGreaterThan(wanted.length - 4);
    for (const { state } of input.comparison.bids) expect(text).toContain(withoutSpace(state.details.vendor ?? '?'));
  });
});

describe('what can be said', () => {
  const lead = (input: ComparisonInput) => all(comparisonDocument(input).blocks.slice(0, 1));

  test.each([
    [
      'one clear first',
      'Bid B (two plc) is the lesser risk under the published weights, whatever the open answers turn out to be; the two bids are separated by present answers.',
    ],
    ['nothing answered', 'No bid can be called the lesser risk: the 2 bids are not separated by present answers.'],
    ['stops only', 'No bid can be rated: both meet a bar that the law sets, and a stop is a matter of law, not of score.'],
  ])('K2 %s', (name, sentence) => {
    const found = inputs.find(([one]) => one === name)?.[1];
    expect(found && lead(found)).toBe(sentence);
  });

  test('K2 a clear first is told although those behind it are not separated', () => {
    const weak = { ...RAISED, remark: { state: 'unknown' } as const };
    expect(lead(made({ one: { answers: GOOD }, two: { answers: RAISED }, three: { answers: weak } }))).toContain(
      'behind it, not every bid',
    );
  });

  test('K2 a stop is named before any order, and its bid stands last', () => {
    const { blocks } = comparisonDocument(made({ one: { answers: STOP }, two: { answers: RAISED } }));
    const order = under(blocks, 'Order');
    expect(all(order)).toContain('Bid A meets this bar. No rating is given');
    expect(all(order).indexOf('Bid A meets this bar')).toBeLessThan(all(order).indexOf('Bid B (two plc): High'));
    expect(all(order)).toContain('Bid A (one plc): Stop');
  });

  test('K1 a file with other criteria is named with the difference, and is in no table', () => {
    const input = made({ one: { answers: GOOD }, two: { answers: RAISED } });
    const foreign: Assessment = {
      ...inputOf({ details: { vendor: 'Foreign plc' } }).assessment,
      policy: { ...inputOf().assessment.policy, name: 'Another' },
    };
    const { blocks } = comparisonDocument({ ...input, assessments: new Map([...input.assessments, ['foreign', foreign]]) });
    expect(all(under(blocks, 'Not compared'))).toContain(
      `Foreign plc: made with other criteria. policy ${hashOf(foreign.policy).slice(0, 12)} instead of`,
    );
    expect(all(blocks).split('Foreign plc')).toHaveLength(2);
  });

  test('the title names procedure and lot where all bids share them; else the difference is told', () => {
    const details = (vendor: string, procedure: string) => ({ vendor, procedure, lot: 'Lot 1' });
    const same = comparisonDocument(made({ one: { details: details('A', 'P-1') }, two: { details: details('B', 'P-1') } }));
    expect(same.title).toBe('Comparison of bids: P-1 · Lot 1');
    expect(all(same.blocks)).not.toContain('do not all name the same procedure');
    const mixed = comparisonDocument(made({ one: { details: details('A', 'P-1') }, two: { details: details('B', 'P-2') } }));
    expect(mixed.title).toBe('Comparison of bids');
    expect(all(mixed.blocks)).toContain('do not all name the same procedure');
  });

  test('A1 a draft is marked with how much is missing over all bids; nothing is marked once all is dealt with', () => {
    expect(comparisonDocument(made({ one: { answers: GOOD }, two: {} })).mark).toMatch(/^Draft – incomplete: \d of 11 questions/);
    expect(comparisonDocument(made({ one: { answers: GOOD }, two: { answers: RAISED } })).mark).toBeUndefined();
  });

  test('R5 a rating set by hand stands beside the computed one', () => {
    const { blocks } = comparisonDocument(
      made({ one: { answers: GOOD, override: { band: 'critical', reason: 'The board says so.' } }, two: { answers: RAISED } }),
    );
    const row = tables(under(blocks, 'Side by side'))[0]?.rows.find(([head]) => head === 'Rating set by hand');
    expect(row?.slice(1)).toEqual(['Critical', 'none']);
  });
});
