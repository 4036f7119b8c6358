/** The few formulas of a workbook: only addresses of its own cells and numbers are ever put into one, never somebody's text. */
import { letterOf } from '../../core/procedure/letters.ts';

/** Addresses in a sheet whose columns have these ids; with its name, from any sheet. They stay where they are, wherever a formula is moved to. */
export function addresses<Id extends string>(columns: readonly Id[], sheet?: string) {
  const place = sheet === undefined ? '' : `'${sheet.replaceAll("'", "''")}'!`;
  const fixed = (id: Id, row: number) => `$${letterOf(columns.indexOf(id))}$${row}`;
  return {
    cell: (id: Id, row: number): string => place + fixed(id, row),
    range: (id: Id, from: number, to: number): string => `${place}${fixed(id, from)}:${fixed(id, to)}`,
  };
}

/** Sum of the products, row by row. */
export const sumProduct = (...ranges: readonly string[]): string => `SUMPRODUCT(${ranges.join(',')})`;
