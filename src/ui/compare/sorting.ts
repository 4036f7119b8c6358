/** In what the columns of a comparison are put in order. */
import { compareStandings } from '../../core/compare/order.ts';
import type { Interval } from '../../core/interval.ts';
import { sectionName } from '../../report/account/gates.ts';
import type { ComparedBid, ComparisonAccount, ComparisonContext } from '../../report/comparison/context.ts';
import { shareAt } from '../../report/comparison/context.ts';
import type { Words } from '../words.ts';

export interface Sort {
  readonly id: string;
  readonly words: string;
  readonly compare: (a: ComparedBid, b: ComparedBid) => number;
}

/** The first is that of the comparison itself. Of two that are alike, the one that stands before in it comes first. */
export function sortsOf(account: ComparisonAccount, context: ComparisonContext | null, { t }: Words): readonly Sort[] {
  const sections = account.model.sections.flatMap(({ section }, index): readonly Sort[] =>
    section.weight === 0
      ? []
      : [
          {
            id: `section-${section.id}`,
            words: t('compare.sort.section', { section: sectionName(account.model, section.id, account) }),
            compare: by(({ result }) => result.sections[index]?.interval),
          },
        ],
  );
  return [
    { id: 'order', words: t('compare.sort.order'), compare: () => 0 },
    { id: 'upper', words: t('compare.sort.upper'), compare: (a, b) => compareStandings(a.range.worst, b.range.worst) },
    { id: 'score', words: t('compare.sort.score'), compare: by(({ result }) => result.overall) },
    ...sections,
    ...(context
      ? [
          {
            id: 'first',
            words: t('compare.sort.first'),
            compare: (a: ComparedBid, b: ComparedBid) => shareAt(context, b, 0) - shareAt(context, a, 0),
          },
        ]
      : []),
    { id: 'coverage', words: t('compare.sort.coverage'), compare: (a, b) => b.result.coverage - a.result.coverage },
    { id: 'name', words: t('compare.sort.name'), compare: (a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0) },
  ];
}

const nameOf = ({ name, label }: ComparedBid): string => (name || label).toLowerCase();

/** The least upper end first, then the least lower end; what is not scored at the end. */
function by(of: (bid: ComparedBid) => Interval | null | undefined): Sort['compare'] {
  const ends = (bid: ComparedBid) => of(bid) ?? { low: Number.MAX_VALUE, high: Number.MAX_VALUE };
  return (a, b) => ends(a).high - ends(b).high || ends(a).low - ends(b).low;
}
