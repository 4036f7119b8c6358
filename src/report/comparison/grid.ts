import type { Block, Cell } from '../blocks.ts';
import type { ComparedBid, ComparisonContext } from './context.ts';

/** Bids side by side on a page. */
const ABREAST = 5;

/** One row of a table whose columns are bids: its name, and the cell of each bid. */
export interface Line {
  readonly head: Cell;
  readonly cell: (bid: ComparedBid) => Cell;
}

/** Bids as columns, in the order of the comparison, as many tables as it takes; each names its bids and its rows anew.
 * `share`: of the width, for the names of the rows. */
export function bidTables(
  context: ComparisonContext,
  caption: string | undefined,
  corner: string,
  lines: readonly Line[],
  share?: number,
): readonly Block[] {
  const { bids } = context;
  if (lines.length === 0) return [];
  const tables = Array.from({ length: Math.ceil(bids.length / ABREAST) }, (_, i) => bids.slice(i * ABREAST, (i + 1) * ABREAST));
  return tables.map((abreast): Block => {
    const head = share ?? (abreast.length > 3 ? 0.22 : 0.28);
    return {
      kind: 'table',
      ...(caption === undefined ? {} : { caption }),
      columns: [
        { head: corner, width: head, rowHeader: true },
        ...abreast.map((bid) => ({ head: bid.label, width: (1 - head) / abreast.length })),
      ],
      rows: lines.map((line) => [line.head, ...abreast.map(line.cell)]),
    };
  });
}
