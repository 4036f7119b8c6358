import { describe, expect, test } from 'vitest';
import { rankBars } from '../../../src/report/figures/rankBars.ts';

const words = (rank: number, share: number) => `${rank + 1}: ${share}`;
const bars = (...shares: readonly number[]) => {
  const drawing = rankBars([{ label: 'Bid A', shares, words }]);
  return { drawing, rects: drawing.shapes.flatMap((shape) => (shape.shape === 'rect' ? [shape] : [])) };
};

describe('bars of ranks', () => {
  test('segments are as long as their shares and fill the bar without a gap', () => {
    const { drawing, rects } = bars(0.5, 0.25, 0.25);
    const whole = rects.reduce((sum, { w }) => sum + w, 0);
    expect(rects.map(({ w }) => w / whole)).toEqual([0.5, 0.25, 0.25]);
    for (const [i, { x, w }] of rects.entries()) expect(x + w).toBeCloseTo(rects[i + 1]?.x ?? drawing.width);
  });

  test('the better the rank the taller, on one foot, so that it reads without colour', () => {
    const { rects } = bars(0.25, 0.25, 0.25, 0.25);
    for (const [i, { h }] of rects.slice(1).entries()) expect(h).toBeLessThan((rects[i]?.h ?? 0) - 3);
    expect(new Set(rects.map(({ y, h }) => y + h)).size).toBe(1);
  });

  test('a rank never taken is not drawn and keeps the height of the others', () => {
    const { rects } = bars(0, 1, 0);
    expect(rects).toHaveLength(1);
    expect(rects[0]?.h).toBe(bars(0.5, 0.5, 0).rects[1]?.h);
  });

  test('words stand only where they fit, and everything lies within the drawing', () => {
    const { drawing } = bars(0.97, 0.03);
    const texts = drawing.shapes.flatMap((shape) => (shape.shape === 'text' ? [shape.text] : []));
    expect(texts).toEqual(['Bid A', '1: 0.97']);
    const two = rankBars([0, 1].map((row) => ({ label: `Bid ${row}`, shares: [0.5, 0.5], words })));
    for (const shape of two.shapes) if (shape.shape === 'rect') expect(shape.y + shape.h).toBeLessThanOrEqual(two.height);
    expect(two.height).toBe(2 * drawing.height);
  });
});
