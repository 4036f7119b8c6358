import { finalOf, supersededIn } from '../../core/editions/versions.ts';
import type { Block } from '../blocks.ts';
import type { Context } from './context.ts';

/** Of a final one: its number, its day, how long it is kept, what it takes the place of and what took its own. Nothing of a draft. */
export function edition({ assessment, edition: place, t, f }: Context): readonly Block[] {
  const final = finalOf(assessment.history);
  if (!final) return [];
  const before = supersededIn(assessment.history);
  const by = place?.supersededBy;
  return [
    { kind: 'heading', level: 2, text: t('report.edition.title') },
    {
      kind: 'facts',
      items: [
        { term: t('report.edition.number'), value: final.number },
        { term: t('report.edition.day'), value: f.day(final.day) },
        { term: t('report.edition.retention'), value: final.retention },
        { term: t('report.edition.disposal'), value: f.day(final.disposal) },
        ...(before ? [{ term: t('report.edition.supersedes'), value: [{ text: before.sha256, code: true }] }] : []),
        ...(by
          ? [{ term: t('report.edition.supersededBy'), value: t('report.edition.numberOf', { number: by.number, day: f.day(by.day) }) }]
          : []),
      ],
    },
  ];
}
