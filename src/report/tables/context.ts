import type { Truth } from '../../core/truth.ts';
import tables from '../../i18n/en/tables.json?messages';
import type { TablesKey } from '../../i18n/languages.ts';
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
  readonly t: Translate<Parameters<ComparisonContext['t']>[0] | TablesKey>;
  readonly lines: readonly BidLines[];
}

/** The first row below the heads. */
const FIRST = 2;

export function tablesContext(context: ComparisonContext): TablesContext {
  const own = translator<TablesKey>(context.language, tables);
  const t: TablesContext['t'] = (key, params) => (isOwn(key) ? own(key, params) : context.t(key, params));
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

const isOwn = (key: string): key is TablesKey => Object.hasOwn(tables, key);

/** Whether a question applies. */
export const APPLIES = {
  true: 'tables.applies.true',
  false: 'tables.applies.false',
  undetermined: 'tables.applies.undetermined',
} as const satisfies Record<Truth, TablesKey>;
