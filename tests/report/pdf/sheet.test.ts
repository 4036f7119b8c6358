import { describe, expect, test } from 'vitest';
import { drawBlocks } from '../../../src/report/pdf/blocks/draw.ts';
import { Flow } from '../../../src/report/pdf/flow.ts';
import { binaryString } from '../../../src/report/pdf/objects.ts';
import { Sheet } from '../../../src/report/pdf/sheet.ts';
import { type Element, isElement } from '../../../src/report/pdf/structure.ts';
import { Typesetter } from '../../../src/report/pdf/typesetter.ts';
import { demo } from './demo.ts';
import { fonts } from './fonts.ts';
import { withoutStrings } from './strings.ts';

function drawn(): Flow {
  const flow = new Flow(new Typesetter(fonts, () => undefined), 60, 772);
  const long = 'A sentence that is said again and again. '.repeat(200);
  drawBlocks(flow, [
    ...demo.blocks,
    { kind: 'note', tone: 'strong', blocks: [{ kind: 'paragraph', text: long }] },
    { kind: 'paragraph', style: 'quote', text: long },
  ]);
  return flow;
}

/** Operators of a stream, strings and names aside. */
function operatorsOf(content: string): string[] {
  return withoutStrings(content)
    .split(/[\s[\]<>]+/)
    .filter((word) => /^[A-Za-z]+\*?$/.test(word));
}

describe('content streams', () => {
  const flow = drawn();

  test('nothing is painted outside of a mark or an artifact, and marks do not nest', () => {
    let painted = 0;
    for (const sheet of flow.sheets) {
      let depth = 0;
      for (const operator of operatorsOf(binaryString(sheet.content()))) {
        if (operator === 'BDC' || operator === 'BMC') depth += 1;
        if (operator === 'EMC') depth -= 1;
        expect(depth === 0 || depth === 1).toBe(true);
        if (['f', 'S', 'Tj', 'TJ'].includes(operator)) {
          expect(depth).toBe(1);
          painted += 1;
        }
      }
      expect(depth).toBe(0);
    }
    expect(painted).toBeGreaterThan(500);
  });

  test('what saves the graphics state restores it, and what begins text ends it', () => {
    for (const sheet of flow.sheets) {
      const count = (wanted: string): number => operatorsOf(binaryString(sheet.content())).filter((operator) => operator === wanted).length;
      expect(count('q')).toBe(count('Q'));
      expect(count('BT')).toBe(count('ET'));
    }
  });

  test('numbers are plain decimals', () => {
    for (const sheet of flow.sheets)
      expect(withoutStrings(binaryString(sheet.content()))).not.toMatch(/NaN|Infinity|undefined|\de[+-]?\d+ /);
  });

  test('every mark belongs to one element of the tree, every element has content', () => {
    const seen = new Set<string>();
    const walk = (element: Element): void => {
      expect(element.kids.length, element.role).toBeGreaterThan(0);
      for (const kid of element.kids) {
        if (isElement(kid)) walk(kid);
        else {
          expect(flow.sheets[kid.page]?.marked[kid.id]).toBe(element);
          expect(seen.has(`${kid.page}/${kid.id}`)).toBe(false);
          seen.add(`${kid.page}/${kid.id}`);
        }
      }
    };
    walk(flow.root);
    expect(seen.size).toBe(flow.sheets.reduce((sum, sheet) => sum + sheet.marked.length, 0));
  });

  test('painting outside of a mark is refused', () => {
    expect(() => new Sheet(0).paint('f')).toThrow('outside');
  });
});
