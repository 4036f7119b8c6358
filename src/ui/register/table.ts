import { csvOf } from '../../report/tables/csv.ts';
import { type Column, day, sheetOf, text } from '../../report/tables/sheet.ts';
import { type IssuedLine, isIssued, type RegisterLine } from '../../store/register.ts';
import type { Words } from '../words.ts';

/** The register as text that a spreadsheet opens; of what was disposed of, hashes, who and when. */
export function registerCsv(lines: readonly RegisterLine[], { t }: Pick<Words, 't'>): string {
  const issued = (cell: (line: IssuedLine) => string) => (line: RegisterLine) => text(isIssued(line) ? cell(line) : '');
  const dated = (cell: (line: IssuedLine) => string) => (line: RegisterLine) => day(isIssued(line) ? cell(line) : '');
  const kinds = {
    draft: 'register.kind.draft',
    full: 'register.kind.full',
    redacted: 'register.kind.redacted',
    comparison: 'register.kind.comparison',
  } as const;
  const columns: readonly Column<RegisterLine>[] = [
    { head: t('register.column.kind'), width: 12, cell: (line) => text(t(isIssued(line) ? kinds[line.kind] : 'register.kind.disposed')) },
    { head: t('register.column.number'), width: 14, cell: issued(({ number }) => number) },
    { head: t('register.day'), width: 12, cell: dated((line) => line.day) },
    { head: t('register.column.title'), width: 40, cell: issued(({ title }) => title) },
    { head: t('register.column.time'), width: 24, cell: issued((line) => line.issued) },
    { head: t('register.column.by'), width: 24, cell: issued(({ by }) => by) },
    { head: t('register.retention'), width: 24, cell: issued(({ retention }) => retention) },
    { head: t('register.disposal'), width: 12, cell: dated(({ disposal }) => disposal) },
    { head: t('register.pdf'), width: 64, cell: ({ pdf }) => text(pdf) },
    { head: t('register.record'), width: 64, cell: ({ record }) => text(record) },
    { head: t('register.column.disposedAt'), width: 24, cell: ({ disposed }) => text(disposed?.at) },
    { head: t('register.column.disposedBy'), width: 24, cell: ({ disposed }) => text(disposed?.by) },
  ];
  return csvOf(sheetOf(t('register.title'), columns, lines));
}
