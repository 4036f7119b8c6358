import type { Interval } from '../../core/interval.ts';
import type { Drawing, Shape } from './drawing.ts';

const SIDE = 128;
const LEFT = 34;
const TOP = 24;
const BELOW = 38;
const RIGHT = 16;
const SIZE = 10;
/** Ends nearer than this, in points of score, are drawn as one place. */
const ONE_PLACE = 1.5;

const across = (score: number): number => LEFT + (score / 100) * SIDE;
const down = (score: number): number => TOP + SIDE - (score / 100) * SIDE;

/** Words along the axes, in the language of the reader. */
export interface PlaneWords {
  readonly x: string;
  readonly y: string;
  readonly figure: (score: number) => string;
}

/**
 * Two indices against each other, 0–100 each, with the lower edges of the bands as lines. Where both are known it is a dot;
 * where they are ranges, a hatched box that the truth lies in, with a cross through its middle.
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

export type Spread = 'point' | 'line' | 'box';

/** As what the place of two indices is drawn. */
export function spreadOf(x: Interval, y: Interval): Spread {
  const wide = [x, y].filter(({ low, high }) => high - low >= ONE_PLACE).length;
  return wide === 0 ? 'point' : wide === 1 ? 'line' : 'box';
}

function place(x: Interval, y: Interval): readonly Shape[] {
  const [cx, cy] = [across((x.low + x.high) / 2), down((y.low + y.high) / 2)];
  const [wide, tall] = [x.high - x.low >= ONE_PLACE, y.high - y.low >= ONE_PLACE];
  if (!wide && !tall) return [{ shape: 'circle', cx, cy, r: 5.5, fill: 'ink' }];
  const shapes: Shape[] = [];
  if (wide && tall)
    shapes.push({
      shape: 'rect',
      x: across(x.low),
      y: down(y.high),
      w: across(x.high) - across(x.low),
      h: down(y.low) - down(y.high),
      fill: 'hatch',
      stroke: 'ink',
      width: 1.5,
    });
  if (wide)
    shapes.push(
      line(across(x.low), cy, across(x.high), cy),
      line(across(x.low), cy - 5, across(x.low), cy + 5),
      line(across(x.high), cy - 5, across(x.high), cy + 5),
    );
  if (tall)
    shapes.push(
      line(cx, down(y.low), cx, down(y.high)),
      line(cx - 5, down(y.low), cx + 5, down(y.low)),
      line(cx - 5, down(y.high), cx + 5, down(y.high)),
    );
  return shapes;
}

const line = (x1: number, y1: number, x2: number, y2: number): Shape => ({ shape: 'line', x1, y1, x2, y2, stroke: 'ink', width: 1.5 });
