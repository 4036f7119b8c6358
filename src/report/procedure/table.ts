import type { Block } from '../blocks.ts';
import type { DifferenceLine } from './differences.ts';

/** Rows of place, old and new value under heads of the caller's. */
export const differenceTable = (lines: readonly DifferenceLine[], heads: readonly [what: string, old: string, now: string]): Block => ({
  kind: 'table',
  columns: [
    { head: heads[0], width: 0.36, rowHeader: true },
    { head: heads[1], width: 0.32 },
    { head: heads[2], width: 0.32 },
  ],
  rows: lines.map((line) => [line.place, line.old, line.new]),
});
