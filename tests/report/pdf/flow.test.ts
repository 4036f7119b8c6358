import { expect, test } from 'vitest';
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
