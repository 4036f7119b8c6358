import { describe, expect, test } from 'vitest';
import { placesOf } from '../../../src/report/comparison/places.ts';
import { rankRow, rankSquares } from '../../../src/report/figures/rankSquares.ts';

const squares = (...rows: readonly (readonly number[])[]) => {
  const heads = rows[0]?.map((_, i) => String(i + 1)) ?? [];
  const drawing = rankSquares(
    heads,
    rows.map((shares, i) => ({ label: `Bid ${i}`, shares })),
  );
  return { drawing, rects: drawing.shapes.flatMap((shape) => (shape.shape === 'rect' ? [shape] : [])) };
};

describe('squares of ranks', () => {
  test('the area is the share', () => {
    const { rects } = squares([0.64, 0.16, 0.2]);
    const areas = rects.map(({ w, h }) => w * h);
    for (const [i, share] of [0.64, 0.16, 0.2].entries()) expect((areas[i] ?? 0) / (areas[0] ?? 0)).toBeCloseTo(share / 0.64, 12);
    for (const { w, h } of rects) expect(w).toBe(h);
  });

  test('each stands in the middle of the column of its place and of the row of its bid', () => {
    const { drawing, rects } = squares([0.5, 0.5], [1, 0], [0, 1]);
    const heads = drawing.shapes.flatMap((shape) => (shape.shape === 'text' && shape.anchor === 'middle' ? [shape.x] : []));
    const middles = rects.map(({ x, y, w, h }) => [x + w / 2, y + h / 2] as const);
    expect(middles.map(([x]) => heads.findIndex((head) => Math.abs(head - x) < 1e-9))).toEqual([0, 1, 0, 1]);
    const rows = [...new Set(middles.map(([, y]) => Math.round(y)))];
    expect(rows).toHaveLength(3);
  });

  test('a place never taken is not drawn, the first is told from the others, and all lies within the drawing', () => {
    const { drawing, rects } = squares([0, 1, 0], [1, 0, 0]);
    expect(rects.map(({ fill }) => fill)).toEqual(['muted', 'accent']);
    for (const one of [drawing, rankRow([1, 0]), rankRow(Array.from({ length: 10 }, () => 1))])
      for (const shape of one.shapes)
        if (shape.shape === 'rect') {
          expect(shape.x).toBeGreaterThanOrEqual(0);
          expect(shape.x + shape.w).toBeLessThanOrEqual(one.width + 1e-9);
          expect(shape.y).toBeGreaterThanOrEqual(0);
          expect(shape.y + shape.h).toBeLessThanOrEqual(one.height + 1e-9);
        }
  });
});

describe('columns of places', () => {
  test.each([
    [2, ['1', '2']],
    [8, ['1', '2', '3', '4', '5', '6', '7', '8']],
    [9, ['1', '2', '3-4', '5-6', '7-8', '9']],
    [30, ['1', '2-5', '6-10', '11-15', '16-20', '21-25', '26-30']],
    [200, ['1', '2-30', '31-60', '61-90', '91-120', '121-150', '151-180', '181-200']],
  ])('%i bids', (bids, expected) => {
    expect(placesOf(bids).map(({ from, to }) => (from === to ? `${from + 1}` : `${from + 1}-${to + 1}`))).toEqual(expected);
  });

  test('every place is in one column, however many bids', () => {
    for (let bids = 1; bids <= 1000; bids++) {
      const places = placesOf(bids).flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
      expect(places).toEqual(Array.from({ length: bids }, (_, i) => i));
      expect(placesOf(bids).length).toBeLessThanOrEqual(8);
    }
  });
});
