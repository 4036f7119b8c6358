import type { Drawing } from './drawing.ts';

const LENGTH = 120;
const HEIGHT = 14;

/** Points of one contribution beside the greatest one: a plain bar, so that lengths can be compared down a column. */
export function contributionBar(points: number, greatest: number): Drawing {
  const w = greatest > 0 ? Math.max(1, (points / greatest) * LENGTH) : 0;
  return {
    width: LENGTH,
    height: HEIGHT,
    shapes: [
      { shape: 'line', x1: 0.5, y1: 0, x2: 0.5, y2: HEIGHT, stroke: 'line', width: 1 },
      { shape: 'rect', x: 1, y: 3, w, h: 8, fill: 'risk-3' },
    ],
  };
}
