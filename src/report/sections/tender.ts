import account from '../../i18n/en/account.json?messages';
import differences from '../../i18n/en/differences.json?messages';
import method from '../../i18n/en/method.json?messages';
import report from '../../i18n/en/report.json?messages';
import words from '../../i18n/en/tender.json?messages';
import type { ComparisonKey, DifferenceKey, MethodKey, ReportKey } from '../../i18n/languages.ts';
import { translator } from '../../i18n/translator.ts';
import type { Block } from '../blocks.ts';
import { tenderBlocks } from '../comparison/procedure.ts';
import type { Context } from './context.ts';

/** Of a bid: its tender, the seal that it is assessed under, and every change since. */
export function tender({ procedure, language, f, local, country }: Context): readonly Block[] {
  if (!procedure) return [];
  const all = { ...account, ...method, ...report, ...differences, ...words };
  const t = translator<MethodKey | ReportKey | ComparisonKey | DifferenceKey>(language, all);
  return [{ kind: 'heading', level: 1, text: t('tender.title') }, ...tenderBlocks({ t, f, local, country, language }, procedure, false)];
}
