import type { Facts } from '../core/format/facts.ts';
import type { Difference } from '../core/procedure/differences.ts';
import account from '../i18n/en/account.json?messages';
import messages from '../i18n/en/differences.json?messages';
import method from '../i18n/en/method.json?messages';
import { formats, local } from '../i18n/format.ts';
import type { DifferenceKey, MethodKey } from '../i18n/languages.ts';
import { translator } from '../i18n/translator.ts';
import { countryNames } from '../report/countries.ts';
import { type DifferenceLine, differenceLines, lineWords } from '../report/procedure/differences.ts';
import type { DifferenceWording } from '../report/procedure/told.ts';
import { t } from './io.ts';

const words: Omit<DifferenceWording, 'country'> = {
  t: translator<MethodKey | DifferenceKey>('en', { ...account, ...method, ...messages }),
  f: formats('en'),
  local: (text) => local(text, 'en'),
};

/** Rows in English; `facts` names countries that no list of names has. */
export const linesOf = (differences: readonly Difference[], facts: Facts): readonly DifferenceLine[] =>
  differenceLines(differences, { ...words, country: countryNames('en', facts) });

/** Lines that a sentence holds; the JSON object has them all. */
const MOST = 12;

/** The lines on one line, as many as it holds, and how many there are besides. */
export function summed(lines: readonly DifferenceLine[]): string {
  const said = lines
    .slice(0, MOST)
    .map((line) => lineWords(line, words))
    .join('; ');
  return lines.length > MOST ? t('cli.moreDifferences', { lines: said, count: lines.length - MOST }) : said;
}
