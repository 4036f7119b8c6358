/** The verdicts as a table, for whoever keeps a list of what was checked. */
import type { Formats } from '../../i18n/format.ts';
import type { VerifyKey } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translator.ts';
import { type Sheet, sheetOf, text } from '../tables/sheet.ts';
import type { Judged } from './verdict.ts';
import { reasonWords, VERDICT } from './words.ts';

/** Why a file has no verdict: what the machine says of reading it, or that nothing here can check the signature that may follow. */
export type Unread = { readonly reason: string } | 'no-cryptography';

export interface Checked {
  readonly file: string;
  readonly judged?: Judged;
  readonly unread?: Unread;
}

/** A line a file: what it is called, the verdict and its reasons, and whose report it is as far as its data say so. */
export const verdictTable = (rows: readonly Checked[], t: Translate<VerifyKey>, f: Formats): Sheet =>
  sheetOf<Checked>(
    t('verify.table'),
    [
      { head: t('verify.table.file'), width: 40, cell: ({ file }) => text(file) },
      { head: t('verify.table.verdict'), width: 30, cell: ({ judged }) => text(judged && t(VERDICT[judged.verdict])) },
      { head: t('verify.table.reasons'), width: 60, cell: (row) => text(reasonsOf(row, t, f).join(' ')) },
      { head: t('verify.table.title'), width: 40, cell: ({ judged }) => text(judged?.title) },
      { head: t('verify.table.date'), width: 24, cell: ({ judged }) => text(judged?.date) },
      { head: t('verify.table.data'), width: 64, cell: ({ judged }) => text(judged?.data) },
    ],
    rows,
  );

/** Sentences on one file. */
export function reasonsOf({ judged, unread }: Checked, t: Translate<VerifyKey>, f: Formats): readonly string[] {
  if (judged) return judged.reasons.map((reason) => reasonWords(reason, t, f));
  if (unread === undefined) return [];
  return [unread === 'no-cryptography' ? t('verify.noCryptography') : t('verify.unread', unread)];
}
