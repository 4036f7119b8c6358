import { type ComparisonInput, comparisonContext } from '../report/comparison/context.ts';
import { comparisonBook, comparisonTable } from '../report/tables/book.ts';
import { csvOf } from '../report/tables/csv.ts';
import { xlsxOf } from '../report/tables/xlsx.ts';
import { writeOut } from './io.ts';

/** Is a file of this name a workbook, or a table of plain text? */
export const isTable = (out: string): boolean => /\.(xlsx|csv)$/i.test(out);

/** Writes a comparison as workbook (.xlsx) or as one table of plain text (.csv). */
export function saveTables(input: ComparisonInput, out: string): number {
  const context = comparisonContext(input);
  return writeOut(out, /\.csv$/i.test(out) ? csvOf(comparisonTable(context)) : xlsxOf(comparisonBook(context)));
}
