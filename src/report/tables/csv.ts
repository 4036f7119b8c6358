/**
 * A table as text (RFC 4180), in UTF-8 with its mark, for that is how spreadsheets know it. Texts stand in quotation marks, figures never do.
 * A text that a spreadsheet would take for a formula, a number or a day (`taken.ts`) has an apostrophe in front, the sign that
 * spreadsheets themselves use; one that began with apostrophes before such a text gets one more, so that taking one away restores it.
 */
import type { Cell, Sheet } from './sheet.ts';
import { isTakenForMore } from './taken.ts';

/** How a spreadsheet of that country reads figures: 27.4 between commas, or 27,4 between semicolons. */
export type Decimal = '.' | ',';

const SEPARATOR = { '.': ',', ',': ';' } as const satisfies Record<Decimal, string>;
const MARK = '\ufeff';
const END = '\r\n';

export function csvOf({ columns, rows }: Sheet, decimal: Decimal = '.'): string {
  const line = (fields: readonly string[]) => fields.join(SEPARATOR[decimal]) + END;
  return MARK + line(columns.map(({ head }) => quoted(head))) + rows.map((row) => line(row.map((cell) => fieldOf(cell, decimal)))).join('');
}

function fieldOf(cell: Cell, decimal: Decimal): string {
  switch (cell.kind) {
    case 'text':
      return quoted(cell.text);
    case 'day':
      return cell.day;
    case 'empty':
      return '';
    default:
      return String(cell.value).replace('.', decimal);
  }
}

const quoted = (text: string): string => `"${guarded(text).replaceAll('"', '""')}"`;

const guarded = (text: string): string => (isTakenForMore(text.replace(/^'+/, '')) ? `'${text}` : text);
