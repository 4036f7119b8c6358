import { ENGINE } from '../core/engine.ts';
import type { Document } from './blocks.ts';
import { contextOf, type ReportInput } from './sections/context.ts';
import { markOf } from './sections/identity.ts';
import { blocksOf } from './sections/index.ts';

/** The report of an assessment. The same input gives the same document: its date is that of the last entry, its id the hash of its record. */
export function reportDocument(input: ReportInput): Document {
  const context = contextOf(input);
  const { state, hashes, attached, date, language, appVersion, model, t, f, local } = context;
  const { vendor, title, authority, procedure, lot, label, assessor } = state.details;
  const mark = markOf(context);
  const line = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part).join(' · ') || local(model.questionnaire.title);
  const at = f.instant(date);
  const { id, version } = model.questionnaire;
  return {
    title: t('report.title', { vendor: vendor || title || t('report.unnamedVendor') }),
    eyebrow: line(authority, procedure, lot),
    subtitle: vendor && title ? t('report.subtitle', { title, at }) : t('report.subtitleUntitled', { at }),
    head: line(authority, procedure, lot, label),
    language,
    author: assessor || authority || t('report.unnamed'),
    subject: local(model.questionnaire.title),
    date,
    dataHash: attached.sha256,
    data: attached.json,
    made: { version: appVersion, engine: ENGINE },
    mark,
    foot: t('report.foot', {
      questionnaire: id,
      version,
      criteria: hashes.questionnaire.slice(0, 12),
      data: attached.sha256.slice(0, 12),
    }),
    pageLabel: (page, pages) => t('report.page', { page: f.integer(page), pages: f.integer(pages) }),
    blocks: blocksOf(context),
  };
}
