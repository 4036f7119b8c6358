import type { Interval } from '../../core/interval.ts';
import type { Drawing, Shape } from './drawing.ts';

const LENGTH = 200;
const MARGIN = 8;
const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;
const DOT = 5.5;
/** Ends nearer than this, in points of score, are drawn as one dot. */
const ONE_DOT = 1.5;
/** Nearer than this they are drawn as a dot that is drawn out: two caps with hardly anything between them would look like a letter. */
const LONG_DOT = 8;

/** Where a score lies across the bar. */
export const acrossBar = (score: number): number => MARGIN + (score / 100) * LENGTH;

/**
 * An interval on the scale 0–100: ticks at 0, at the lower edge of each band and at 100; hatched between its ends, with a cap
 * at each; a dot where the ends meet, a longer one where they nearly do. `floor`: the score below which a gate does not let a section count.
 */
export function intervalBar(interval: Interval | null, edges: readonly number[], floor?: number): Drawing {
  const shapes: Shape[] = [{ shape: 'line', x1: acrossBar(0), y1: MIDDLE, x2: acrossBar(100), y2: MIDDLE, stroke: 'line', width: 1 }];
  for (const edge of new Set([0, ...edges, 100]))
    shapes.push({ shape: 'line', x1: acrossBar(edge), y1: 3, x2: acrossBar(edge), y2: HEIGHT - 3, stroke: 'line', width: 1 });
  if (interval) shapes.push(...marks(interval));
  if (floor !== undefined) {
    const x = acrossBar(floor);
    shapes.push({
      shape: 'polygon',
      points: [
        [x - 4, HEIGHT],
        [x + 4, HEIGHT],
        [x, HEIGHT - 5.5],
      ],
      fill: 'muted',
    });
  }
  return { width: LENGTH + 2 * MARGIN, height: HEIGHT, shapes };
}

export type Extent = 'dot' | 'long' | 'range';

/** As what an interval is drawn. */
export function extentOf({ low, high }: Interval): Extent {
  return high - low < ONE_DOT ? 'dot' : high - low < LONG_DOT ? 'long' : 'range';
}

function marks(interval: Interval): readonly Shape[] {
  const [from, to] = [acrossBar(interval.low), acrossBar(interval.high)];
  const extent = extentOf(interval);
  if (extent === 'dot') return [{ shape: 'circle', cx: (from + to) / 2, cy: MIDDLE, r: DOT, fill: 'ink' }];
  if (extent === 'long')
    return [{ shape: 'rect', x: from - DOT, y: MIDDLE - DOT, w: to - from + 2 * DOT, h: 2 * DOT, fill: 'ink', radius: DOT }];
  const cap = (x: number): Shape => ({ shape: 'line', x1: x, y1: MIDDLE - 7, x2: x, y2: MIDDLE + 7, stroke: 'ink', width: 2 });
  return [{ shape: 'rect', x: from, y: MIDDLE - 4, w: to - from, h: 8, fill: 'hatch' }, cap(from), cap(to)];
}
