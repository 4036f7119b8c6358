import type { Truth } from '../../core/truth.ts';
import accountWords from '../../i18n/en/account.json?messages';
import comparison from '../../i18n/en/comparison.json?messages';
import differences from '../../i18n/en/differences.json?messages';
import method from '../../i18n/en/method.json?messages';
import report from '../../i18n/en/report.json?messages';
import tables from '../../i18n/en/tables.json?messages';
import tender from '../../i18n/en/tender.json?messages';
import type { ComparisonKey, DifferenceKey, MethodKey, ReportKey, TablesKey } from '../../i18n/languages.ts';
import { type Translate, translator } from '../../i18n/translator.ts';
import type { ComparedBid, ComparisonContext } from '../comparison/context.ts';
import { reckoning, type SectionPart } from './reckoning.ts';

/** A section of a bid, and where it stands: its row among the sections, the rows of its questions in the arithmetic. */
export interface SectionLine {
  readonly part: SectionPart;
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** A bid with its sections, in the order of the sheets. */
export interface BidLines {
  readonly bid: ComparedBid;
  readonly sections: readonly SectionLine[];
}

/** What every sheet is made from. */
export interface TablesContext extends Omit<ComparisonContext, 't'> {
  readonly t: Translate<MethodKey | ReportKey | ComparisonKey | DifferenceKey | TablesKey>;
  readonly lines: readonly BidLines[];
}

/** The first row below the heads. */
const FIRST = 2;

export function tablesContext(context: ComparisonContext): TablesContext {
  const t = translator<MethodKey | ReportKey | ComparisonKey | DifferenceKey | TablesKey>(context.language, {
    ...accountWords,
    ...method,
    ...report,
    ...comparison,
    ...differences,
    ...tender,
    ...tables,
  });
  let [row, at] = [FIRST, FIRST];
  const lines = context.bids.map((bid) => ({
    bid,
    sections: reckoning(context.model, bid.result).map((part): SectionLine => {
      const from = at;
      at += part.questions.length;
      return { part, row: row++, from, to: at - 1 };
    }),
  }));
  return { ...context, t, lines };
}

/** Whether a question applies. */
export const APPLIES = {
  true: 'tables.applies.true',
  false: 'tables.applies.false',
  undetermined: 'tables.applies.undetermined',
} as const satisfies Record<Truth, TablesKey>;
