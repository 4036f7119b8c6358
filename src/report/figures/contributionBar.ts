import type { Contribution } from '../../core/contributions.ts';
import type { Drawing, Shape } from './drawing.ts';

const LENGTH = 120;
const HEIGHT = 14;

/**
 * Points of one contribution beside the greatest one: a plain bar, so that lengths can be compared down a column. Hatched beyond
 * `settled`: what is due to unknowns.
 */
export function contributionBar({ points, settled }: Pick<Contribution, 'points' | 'settled'>, greatest: number): Drawing {
  const length = (of: number) => (greatest > 0 ? (of / greatest) * LENGTH : 0);
  // What is there at all can be seen.
  const whole = points > 0 ? Math.max(1, length(points)) : 0;
  const solid = settled < points ? Math.min(length(settled), whole) : whole;
  const part = (x: number, w: number, paint: Pick<Extract<Shape, { shape: 'rect' }>, 'fill' | 'stroke' | 'width'>): readonly Shape[] =>
    w > 0 ? [{ shape: 'rect', x: 1 + x, y: 3, w, h: 8, ...paint }] : [];
  return {
    width: LENGTH,
    height: HEIGHT,
    shapes: [
      { shape: 'line', x1: 0.5, y1: 0, x2: 0.5, y2: HEIGHT, stroke: 'line', width: 1 },
      ...part(0, solid, { fill: 'risk-3' }),
      ...part(solid, whole - solid, { fill: 'hatch', stroke: 'muted', width: 0.75 }),
    ],
  };
}
