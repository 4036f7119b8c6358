/** Where lines end: one pass over a text, whatever its length. A line that is full goes back to the last place it may break, and nothing is measured twice. */
import { AFTER, type Characters, LINE_END, SPACE } from './characters.ts';

/**
 * Calls `line` for each line of at most `limit` points, in order, and at least once. It ends before `to`; what is between that and `next`,
 * where the following one begins, ends it: spaces or a line end.
 */
export function breakLines(
  { kinds, widths, length }: Characters,
  limit: number,
  line: (from: number, to: number, next: number) => void,
): void {
  // A line's last width may be a rounding error over its column; that is no reason to break it.
  const width = limit + 0.001;
  let start = 0;
  let wide = 0;
  // The last place to break: the line ends before `end`, the next one begins at `next`; widths are from `start`.
  let end = -1;
  let next = 0;
  let wideAtNext = 0;
  // Whether the line has more than the spaces it was indented with.
  let begun = false;
  const finish = (to: number, from: number): void => {
    line(start, to, from);
    start = from;
    end = -1;
  };
  for (let i = 0; i < length; i += 1) {
    const kind = kinds[i];
    const own = widths[i] ?? 0;
    if (kind === LINE_END) {
      finish(i, i + 1);
      wide = 0;
      begun = false;
      continue;
    }
    if (kind === SPACE) {
      wide += own;
      if (!begun) continue;
      if (end < 0 || next !== i) end = i;
      next = i + 1;
      wideAtNext = wide;
      continue;
    }
    begun = true;
    while (wide + own > width && i > start) {
      if (end > start) {
        wide -= wideAtNext;
        finish(end, next);
      } else {
        finish(i, i);
        wide = 0;
      }
    }
    wide += own;
    if (kind === AFTER) {
      end = i + 1;
      next = i + 1;
      wideAtNext = wide;
    }
  }
  line(start, length, length);
}
