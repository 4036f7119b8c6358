import type { Block } from '../blocks.ts';
import { limitItems } from '../sections/limits.ts';
import { criteria as published, scoring } from '../sections/method.ts';
import { position } from '../sections/verdict.ts';
import { madeWith, policyInFull } from '../sections/versions.ts';
import { type ComparisonContext, calledOf, labelsOf } from './context.ts';

/** What each vendor says of it; where bids go by their labels, who has said something and when it is shown. */
export function positions(context: ComparisonContext): readonly Block[] {
  const { bids, t, f } = context;
  const hidden = bids.filter(({ name, state }) => name === '' && state.details.position);
  return [
    { kind: 'heading', level: 1, text: t('comparison.positions.title') },
    ...(hidden.length === 0
      ? []
      : [{ kind: 'paragraph' as const, text: t('comparison.positions.hidden', { bids: f.and(labelsOf(hidden)), count: hidden.length }) }]),
    ...bids.filter((bid) => !hidden.includes(bid)).flatMap((bid) => position(bid, calledOf(context, bid))),
  ];
}

/** What a comparison can and cannot carry. */
export function limits({ t }: ComparisonContext): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: t('report.limits.title') },
    {
      kind: 'list',
      items: [t('comparison.limits.order'), t('comparison.limits.draws'), t('comparison.limits.commitments'), ...limitItems(t)],
    },
  ];
}

/** Annex B: how bids are compared and scored, in plain words. */
export function method(context: ComparisonContext): readonly Block[] {
  const { t } = context;
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: t('comparison.annex.b') },
    {
      kind: 'list',
      ordered: true,
      items: [
        t('comparison.method.same'),
        t('comparison.method.order'),
        t('comparison.method.flips'),
        t('comparison.method.draws'),
        t('comparison.method.dominance'),
      ],
    },
    { kind: 'heading', level: 2, text: t('comparison.method.scoring') },
    ...scoring(context),
  ];
}

/** Annex C: the criteria, the same for every bid, with their hashes and those of the bids. */
export function criteria(context: ComparisonContext): readonly Block[] {
  const { bids, t } = context;
  const data = [...bids]
    .sort((a, b) => a.at - b.at)
    .map((bid) => ({ what: bid.label, version: bid.assessment.id, hash: bid.hashes.assessment }));
  return [
    { kind: 'heading', level: 1, text: t('comparison.annex.c') },
    { kind: 'paragraph', text: t('comparison.criteria.intro') },
    ...published(context),
    { kind: 'heading', level: 2, text: t('comparison.criteria.versions') },
    ...madeWith(context, context.attached, data),
    ...policyInFull(context),
  ];
}
