import type { Interval } from '../../core/interval.ts';
import type { Drawing, Shape } from './drawing.ts';

const SIDE = 128;
const LEFT = 34;
const TOP = 24;
const BELOW = 38;
const RIGHT = 16;
const SIZE = 10;
const DOT = 5.5;
/** Ends nearer than this, in points of score, are drawn as one place. */
const ONE_PLACE = 1.5;
/** Where both are nearer than this, a dot is drawn out to all of it: caps or a frame with hardly anything between would look like a letter. */
const SPOT = 8;

const across = (score: number): number => LEFT + (score / 100) * SIDE;
const down = (score: number): number => TOP + SIDE - (score / 100) * SIDE;

/** Words along the axes, in the language of the reader. */
export interface PlaneWords {
  readonly x: string;
  readonly y: string;
  readonly figure: (score: number) => string;
}

/**
 * Two indices against each other, 0–100 each, with the lower edges of the bands as lines. Where both are known it is a dot, a larger
 * one where they nearly are; where they are ranges, a hatched box that the truth lies in, with no mark within it: no place is likelier.
 */
export function plane(x: Interval, y: Interval, edges: readonly number[], words: PlaneWords): Drawing {
  const shapes: Shape[] = [{ shape: 'rect', x: LEFT, y: TOP, w: SIDE, h: SIDE, fill: 'card' }];
  for (const edge of new Set([0, ...edges, 100])) {
    shapes.push(
      { shape: 'line', x1: across(edge), y1: TOP, x2: across(edge), y2: TOP + SIDE, stroke: 'line', width: 1 },
      { shape: 'line', x1: LEFT, y1: down(edge), x2: LEFT + SIDE, y2: down(edge), stroke: 'line', width: 1 },
      { shape: 'text', x: across(edge), y: TOP + SIDE + 13, text: words.figure(edge), size: SIZE, anchor: 'middle', fill: 'muted' },
      { shape: 'text', x: LEFT - 6, y: down(edge) + 3.5, text: words.figure(edge), size: SIZE, anchor: 'end', fill: 'muted' },
    );
  }
  shapes.push(...place(x, y));
  shapes.push(
    { shape: 'text', x: LEFT + SIDE, y: TOP + SIDE + 30, text: words.x, size: SIZE + 1, anchor: 'end', fill: 'ink', strong: true },
    { shape: 'text', x: LEFT, y: TOP - 10, text: words.y, size: SIZE + 1, anchor: 'start', fill: 'ink', strong: true },
  );
  return { width: LEFT + SIDE + RIGHT, height: TOP + SIDE + BELOW, shapes };
}

export type Spread = 'point' | 'spot' | 'line' | 'box';

/** As what the place of two indices is drawn. */
export function spreadOf(x: Interval, y: Interval): Spread {
  const widths = [x, y].map(({ low, high }) => high - low);
  const wide = widths.filter((width) => width >= ONE_PLACE).length;
  if (wide === 0) return 'point';
  if (widths.every((width) => width < SPOT)) return 'spot';
  return wide === 1 ? 'line' : 'box';
}

function place(x: Interval, y: Interval): readonly Shape[] {
  const [left, right, top, bottom] = [across(x.low), across(x.high), down(y.high), down(y.low)];
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  switch (spreadOf(x, y)) {
    case 'point':
      return [{ shape: 'circle', cx, cy, r: DOT, fill: 'ink' }];
    case 'spot':
      return [
        { shape: 'rect', x: left - DOT, y: top - DOT, w: right - left + 2 * DOT, h: bottom - top + 2 * DOT, fill: 'ink', radius: DOT },
      ];
    case 'box':
      return [{ shape: 'rect', x: left, y: top, w: right - left, h: bottom - top, fill: 'hatch', stroke: 'ink', width: 1.5 }];
    case 'line':
      return right - left > bottom - top
        ? [line(left, cy, right, cy), line(left, cy - 5, left, cy + 5), line(right, cy - 5, right, cy + 5)]
        : [line(cx, bottom, cx, top), line(cx - 5, bottom, cx + 5, bottom), line(cx - 5, top, cx + 5, top)];
  }
}

const line = (x1: number, y1: number, x2: number, y2: number): Shape => ({ shape: 'line', x1, y1, x2, y2, stroke: 'ink', width: 1.5 });
