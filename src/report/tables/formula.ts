/** The few formulas of a workbook: only addresses of its own cells and numbers are ever put into one, never somebody's text. */
import { letterOf } from '../../core/procedure/letters.ts';

/**
 * Addresses in a sheet whose columns have these ids; with its name, from any sheet. `here` is in the row of the formula and goes with it;
 * the others stay where they are, wherever the row of the formula is sorted to.
 */
export function addresses<Id extends string>(columns: readonly Id[], sheet?: string) {
  const place = sheet === undefined ? '' : `'${sheet.replaceAll("'", "''")}'!`;
  const letter = (id: Id) => letterOf(columns.indexOf(id));
  const fixed = (id: Id, row: number) => `$${letter(id)}$${row}`;
  return {
    here: (id: Id, row: number): string => `${letter(id)}${row}`,
    cell: (id: Id, row: number): string => place + fixed(id, row),
    range: (id: Id, from: number, to: number): string => `${place}${fixed(id, from)}:${fixed(id, to)}`,
  };
}

/** Sum of the products, row by row. */
export const sumProduct = (...ranges: readonly string[]): string => `SUMPRODUCT(${ranges.join(',')})`;
