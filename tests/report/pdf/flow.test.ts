import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/report/blocks.ts';
import { drawBlocks } from '../../../src/report/pdf/blocks/draw.ts';
import { Flow } from '../../../src/report/pdf/flow.ts';
import { type Element, isElement } from '../../../src/report/pdf/structure.ts';
import { Typesetter } from '../../../src/report/pdf/typesetter.ts';
import { fonts } from './fonts.ts';

/** What a heading with an introduction heads. */
const HEADED: readonly Block[] = [
  { kind: 'table', columns: [{ head: 'Question', width: 1 }], rows: [['Who holds the keys?'], ['Where?']] },
  { kind: 'list', items: ['Who holds the keys?', 'Where?'] },
  { kind: 'facts', items: [{ term: 'Vendor', value: 'Meridian' }] },
];

/** The first page on which anything of an element stands. */
function pageOf({ kids }: Element): number {
  const [first] = kids.map((kid) => (isElement(kid) ? pageOf(kid) : kid.page));
  if (first === undefined) throw new Error('an element without content');
  return first;
}

const pagesOf = ({ kids }: Element): readonly number[] => kids.flatMap((kid) => (isElement(kid) ? pagesOf(kid) : [kid.page]));

test('a heading, the words under it and what they introduce begin on one page, wherever on it that is', () => {
  let breaks = 0;
  let tried = 0;
  for (const headed of HEADED)
    for (let above = 0; above < 60; above += 1) {
      const flow = new Flow(new Typesetter(fonts, () => undefined), 60, 772);
      const filling = Array.from({ length: above }, (): Block => ({ kind: 'paragraph', style: 'small', text: 'Something.' }));
      const introduction = 'What the vendor has to settle before the contract, in the order in which it weighs. '.repeat(3);
      drawBlocks(flow, [...filling, { kind: 'heading', level: 1, text: 'Open' }, { kind: 'paragraph', text: introduction }, headed]);
      const pages = flow.root.kids.filter(isElement).slice(above).map(pageOf);
      expect(pages).toHaveLength(3);
      expect(new Set(pages).size).toBe(1);
      if (pages[0] !== 0) breaks += 1;
      tried += 1;
    }
  console.log(`beginnings: ${tried} tried, ${breaks} on the next page`);
  expect(breaks).toBeGreaterThan(10);
});

describe('a table over a page break', () => {
  /** On which page each row begins, after so many lines. */
  const rowsAfter = (above: number, rows: readonly string[]): readonly number[] => {
    const flow = new Flow(new Typesetter(fonts, () => undefined), 60, 772);
    const filling = Array.from({ length: above }, (): Block => ({ kind: 'paragraph', style: 'small', text: 'Something.' }));
    drawBlocks(flow, [
      ...filling,
      { kind: 'table', caption: 'Grades', columns: [{ head: 'Grade', width: 1 }], rows: rows.map((row) => [row]) },
    ]);
    const body = flow.root.kids
      .filter(isElement)
      .at(-1)
      ?.kids.filter(isElement)
      .find(({ role }) => role === 'TBody');
    return (body?.kids ?? []).filter(isElement).map(pageOf);
  };
  const breaks = Array.from({ length: 60 }, (_, above) => above);
  const short = (count: number) => Array.from({ length: count }, () => 'A row');

  test.each([1, 2, 3, 5, 8])('a small one stays whole: %i rows', (count) => {
    for (const above of breaks) expect(new Set(rowsAfter(above, short(count))).size).toBe(1);
  });

  test.each([
    ['nine rows', short(9)],
    ['forty rows', short(40)],
    ['five rows that take more than a third of a page', Array.from({ length: 5 }, () => 'A long row. '.repeat(60))],
  ])('at least two rows stand on each side: %s', (_, rows) => {
    let parted = 0;
    for (const above of breaks) {
      const pages = rowsAfter(above, rows);
      const on = (page: number | undefined) => pages.filter((one) => one === page).length;
      expect(Math.min(on(pages[0]), on(pages.at(-1)))).toBeGreaterThan(1);
      if (pages[0] !== pages.at(-1)) parted += 1;
    }
    expect(parted).toBeGreaterThan(0);
  });
});

describe('a list over a page break', () => {
  /** On which page each item and what is said after the list begins, after so many lines. */
  const itemsAfter = (above: number, items: readonly string[]) => {
    const flow = new Flow(new Typesetter(fonts, () => undefined), 60, 772);
    const filling = Array.from({ length: above }, (): Block => ({ kind: 'paragraph', style: 'small', text: 'Something.' }));
    drawBlocks(flow, [
      ...filling,
      { kind: 'heading', level: 2, text: 'Facts' },
      { kind: 'list', items },
      { kind: 'paragraph', text: 'Why the combination matters.' },
      { kind: 'paragraph', text: 'The gate rests on:' },
      { kind: 'list', items: ['A law', 'A judgment', 'A paper'] },
    ]);
    const [heading, list, after, rests, sources] = flow.root.kids.filter(isElement).slice(above);
    const pages = (list?.kids ?? []).filter(isElement).map(pageOf);
    return { pages, all: [heading, after, rests, sources].map((one) => (one ? pageOf(one) : -1)) };
  };

  test.each([1, 2, 3, 5, 12])('two items at least stand on each side, the last with what is said of them: %i items', (count) => {
    const items = Array.from({ length: count }, (_, i) => 'An item of some lines. '.repeat(1 + ((i * 7) % 11)));
    let parted = 0;
    for (let above = 0; above < 60; above += 1) {
      const { pages, all } = itemsAfter(above, items);
      const [heading, after, rests, sources] = all;
      const on = (page: number | undefined) => pages.filter((one) => one === page).length;
      expect(heading).toBe(pages[0]);
      expect(after).toBe(pages.at(-1));
      expect(rests).toBe(sources);
      expect(Math.min(on(pages[0]), on(pages.at(-1)))).toBeGreaterThanOrEqual(Math.min(2, count));
      if (pages[0] !== pages.at(-1)) parted += 1;
    }
    expect(parted > 0).toBe(count > 3);
  });
});

test('what is drawn only where there is room stands on the page as a whole, or not at all', () => {
  let drawn = 0;
  const part: Block = {
    kind: 'if-room',
    heading: { kind: 'heading', level: 2, text: 'In short' },
    table: {
      kind: 'table',
      columns: [{ head: 'Question', width: 1 }],
      rows: Array.from({ length: 5 }, (_, i) => ['A row. '.repeat(1 + 20 * i)]),
    },
  };
  for (let above = 0; above < 60; above += 1) {
    const flow = new Flow(new Typesetter(fonts, () => undefined), 60, 772);
    const filling = Array.from({ length: above }, (): Block => ({ kind: 'paragraph', style: 'small', text: 'Something.' }));
    drawBlocks(flow, [...filling, part, { kind: 'page-break' }]);
    const elements = flow.root.kids.filter(isElement);
    const added = elements.slice(above);
    const begun = elements.slice(0, above).flatMap(pagesOf).at(-1) ?? 0;
    const pages = new Set(added.flatMap(pagesOf));
    expect([0, 2]).toContain(added.length);
    expect([...pages]).toEqual(added.length === 0 ? [] : [begun]);
    if (added.length === 2) drawn += 1;
  }
  expect(drawn).toBeGreaterThan(20);
  expect(drawn).toBeLessThan(60);
});
