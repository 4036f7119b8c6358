import { ENGINE } from '../../core/engine.ts';
import type { Detail } from '../../core/format/assessment.ts';
import type { Document } from '../blocks.ts';
import { answers } from './answers.ts';
import { bids } from './bids.ts';
import { type ComparisonContext, type ComparisonInput, type ComparisonSection, comparisonContext } from './context.ts';
import { criteria, limits, method, positions } from './criteria.ts';
import { lead } from './lead.ts';
import { negotiation } from './negotiation.ts';
import { order } from './order.ts';
import { procedure, titleOf } from './procedure.ts';
import { robustness } from './robustness.ts';
import { sideBySide } from './sideBySide.ts';

/** A comparison report from front to back. */
const SECTIONS: readonly ComparisonSection[] = [
  procedure,
  lead,
  bids,
  order,
  sideBySide,
  robustness,
  negotiation,
  positions,
  limits,
  answers,
  method,
  criteria,
];

/**
 * The report that compares bids. The same input gives the same document: its date is that of the latest entry of any bid, its id
 * the hash of its record.
 */
export const comparisonDocument = (input: ComparisonInput): Document => documentOf(comparisonContext(input));

/** The same, of a context that is there already. */
export function documentOf(context: ComparisonContext): Document {
  const { model, hashes, attached, date, t, f, local } = context;
  const authority = context.procedure?.state.details.authority || shared(context, 'authority');
  const assessor = shared(context, 'assessor');
  const { id, version } = model.questionnaire;
  const mark = markOf(context);
  return {
    title: titleOf(context),
    eyebrow: authority ?? local(model.questionnaire.title),
    language: context.language,
    author: assessor ?? authority ?? t('report.unnamed'),
    subject: local(model.questionnaire.title),
    date,
    dataHash: attached.sha256,
    data: attached.json,
    made: { version: context.appVersion, engine: ENGINE },
    ...(mark === undefined ? {} : { mark }),
    foot: t('report.foot', { questionnaire: id, version, criteria: hashes.questionnaire.slice(0, 12), data: attached.sha256.slice(0, 12) }),
    pageLabel: (page, pages) => t('report.page', { page: f.integer(page), pages: f.integer(pages) }),
    blocks: SECTIONS.flatMap((section) => section(context)),
  };
}

/** A detail on which all bids agree. */
function shared({ bids }: ComparisonContext, detail: Detail): string | undefined {
  const [first, ...others] = new Set(bids.map(({ state }) => state.details[detail]));
  return others.length === 0 ? first || undefined : undefined;
}

/** How much is missing, over all bids; none where every question of every bid has been dealt with. */
function markOf({ bids, t, f }: ComparisonContext): string | undefined {
  const sum = (part: 'open' | 'applicable') => bids.reduce((total, { counts }) => total + counts[part], 0);
  if (sum('open') === 0) return undefined;
  return t('report.draftIncomplete', { open: f.integer(sum('open')), applicable: f.integer(sum('applicable')), rated: 'yes' });
}
