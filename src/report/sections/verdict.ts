import { detailWords } from '../account/details.ts';
import { bandName } from '../account/headline.ts';
import type { Block } from '../blocks.ts';
import { meter } from '../figures/meter.ts';
import type { Context } from './context.ts';

/** The label of the assessment, the headline, the one sentence why, the assessor's own rating and the vendor's position beside it. */
export function verdict(context: Context): readonly Block[] {
  const { headline, model, state, t, f } = context;
  const blocks: Block[] = [];
  if (state.details.label)
    blocks.push({ kind: 'note', tone: 'strong', blocks: [{ kind: 'paragraph', text: [{ text: state.details.label, strong: true }] }] });
  blocks.push({
    kind: 'headline',
    word: headline.word,
    meter: { kind: 'figure', alt: headline.meterAlt, drawing: meter(headline.reading, model.questionnaire.bands.length) },
    beside: headline.beside,
  });
  blocks.push({ kind: 'paragraph', style: 'lead', text: headline.why });
  if (state.override) {
    const { band, reason, by, at } = state.override;
    const params = { band: bandName(model, band, context), computed: headline.word, by: by || t('report.unnamed'), at: f.instant(at) };
    blocks.push({
      kind: 'note',
      tone: 'soft',
      blocks: [
        { kind: 'paragraph', text: [{ text: t('report.override.sentence', params), strong: true }] },
        { kind: 'paragraph', text: reason },
      ],
    });
  }
  return [...blocks, ...position(context)];
}

/** What the vendor says of it, in its own words. */
export function position({ state, t, f }: Context, title = t('report.position.title')): readonly Block[] {
  const { position: words, positionSource, positionDate } = state.details;
  const heading: Block = { kind: 'heading', level: 2, text: title };
  if (!words) return [heading, { kind: 'paragraph', text: t('report.position.none') }];
  const day = positionDate && detailWords('positionDate', positionDate, f);
  const origin = positionSource && day ? t('report.position.origin', { source: positionSource, day }) : (positionSource ?? day);
  const notes = [...(origin ? [origin] : []), t('report.position.effect')];
  return [heading, { kind: 'paragraph', style: 'quote', text: words }, { kind: 'paragraph', style: 'small', text: notes.join('\n') }];
}
