import type { Block, Cell } from '../blocks.ts';
import type { ComparedBid, ComparisonContext } from './context.ts';

/** Most bids side by side on a page. */
const ABREAST = 5;
/** Most of the width for one of them: pictures of a few bids are not larger than those of many. */
const WIDEST = 0.36;

/** One row of a table whose columns are bids: its name, and the cell of each bid. */
export interface Line {
  readonly head: Cell;
  readonly cell: (bid: ComparedBid) => Cell;
}

/**
 * Bids as columns, in the order of the comparison, in as many tables as it takes and about as many in each; each names its bids and its rows anew.
 * `share`: of the width, for the names of the rows.
 */
export function bidTables(
  context: ComparisonContext,
  caption: string | undefined,
  corner: string,
  lines: readonly Line[],
  share?: number,
): readonly Block[] {
  const { bids } = context;
  if (lines.length === 0) return [];
  const size = Math.ceil(bids.length / Math.ceil(bids.length / ABREAST));
  const tables = Array.from({ length: Math.ceil(bids.length / size) }, (_, i) => bids.slice(i * size, (i + 1) * size));
  return tables.map((abreast): Block => {
    const head = Math.max(share ?? (abreast.length > 3 ? 0.22 : 0.28), 1 - WIDEST * abreast.length);
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
