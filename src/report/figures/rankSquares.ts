import type { Drawing, Shape } from './drawing.ts';

const LABEL = 62;
const LENGTH = 398;
const HEAD = 20;
const ROW = 32;
const SIZE = 9.5;
/** Side of the square of all draws. */
const WHOLE = 27;

/** Length and height of a row that stands alone. */
const ALONE = 200;
const LOW = 25;

/** One bid: its label, and its share of the draws at each place, or at a few places together. */
export interface RankRow {
  readonly label: string;
  readonly shares: readonly number[];
}

/**
 * How often each bid takes each place: bids as rows, places as columns, and squares whose area is the share. The first place is in
 * another colour, but what is said is said by size, so that the picture also reads without.
 */
export function rankSquares(heads: readonly string[], rows: readonly RankRow[]): Drawing {
  const cell = LENGTH / heads.length;
  return {
    width: LABEL + LENGTH,
    height: HEAD + rows.length * ROW,
    shapes: [
      ...heads.map(
        (text, i): Shape => ({ shape: 'text', x: LABEL + (i + 0.5) * cell, y: 12, text, size: SIZE, anchor: 'middle', fill: 'muted' }),
      ),
      ...rows.flatMap(({ label, shares }, i): readonly Shape[] => {
        const [top, middle] = [HEAD + i * ROW, HEAD + (i + 0.5) * ROW];
        return [
          { shape: 'line', x1: 0, y1: top, x2: LABEL + LENGTH, y2: top, stroke: 'line', width: 1 },
          { shape: 'text', x: 0, y: middle + 3.5, text: label, size: 10, fill: 'ink', strong: true },
          ...squares(shares, LABEL, cell, middle, WHOLE),
        ];
      }),
    ],
  };
}

/** The squares of one bid, without words. */
export const rankRow = (shares: readonly number[]): Drawing => ({
  width: ALONE,
  height: LOW,
  shapes: [
    { shape: 'line', x1: 0, y1: LOW / 2, x2: ALONE, y2: LOW / 2, stroke: 'line', width: 1 },
    ...squares(shares, 0, ALONE / shares.length, LOW / 2, Math.min(LOW, ALONE / shares.length)),
  ],
});

/** A place never taken has none. */
function squares(shares: readonly number[], start: number, cell: number, middle: number, whole: number): readonly Shape[] {
  return shares.flatMap((share, i): readonly Shape[] => {
    const side = whole * Math.sqrt(share);
    const x = start + (i + 0.5) * cell - side / 2;
    return share > 0 ? [{ shape: 'rect', x, y: middle - side / 2, w: side, h: side, fill: i === 0 ? 'accent' : 'muted' }] : [];
  });
}
