/**
 * The report of the redacted variant of a final assessment. What is withheld is marked where it would stand, and listed. The result is that of the
 * full one: it cannot be reckoned from what is here, and the report says so before anything else.
 */
import { ENGINE } from '../../core/engine.ts';
import type { Redacted } from '../../core/format/redacted.ts';
import { type Model, modelOf } from '../../core/model.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Document } from '../blocks.ts';
import { type Attached, attached } from '../record/build.ts';
import type { Edition } from '../record/edition.ts';
import { recordOfRedacted } from '../record/redacted.ts';
import { type Context, wordsOf } from '../sections/context.ts';
import { limitItems } from '../sections/limits.ts';
import { signed } from '../sections/people.ts';
import { madeWith, policyInFull } from '../sections/versions.ts';
import { publicAnswers } from './answers.ts';
import { about, notice, withheldList } from './notice.ts';
import { gatesTable, headline, sectionsTable } from './result.ts';

export interface RedactedInput {
  readonly redacted: Redacted;
  readonly language: Language;
  readonly appVersion: string;
  /** Of one that another version has taken the place of. */
  readonly edition?: Edition | undefined;
}

/** The input with its words. */
export interface RedactedContext extends RedactedInput, Pick<Context, 't' | 'f' | 'local' | 'country'> {
  readonly model: Model;
}

export function redactedDocument(input: RedactedInput): Document {
  const { redacted, language, appVersion, edition } = input;
  const model = modelOf(redacted.questionnaire, redacted.facts, redacted.policy);
  const context: RedactedContext = { ...input, model, ...wordsOf({ language, model }) };
  const { t, f, local } = context;
  const { vendor, title, authority, procedure, lot, label } = redacted.details;
  const { final, full } = redacted;
  const record: Attached = attached(recordOfRedacted(input));
  const { id, version } = model.questionnaire;
  const own = { number: final.number, day: f.day(final.day) };
  const by = edition?.supersededBy;
  return {
    title: t('report.title', { vendor: vendor || title || t('report.unnamedVendor') }),
    eyebrow: [authority, procedure, lot, label].filter((part) => part).join(' · ') || local(model.questionnaire.title),
    language,
    author: authority || t('report.unnamed'),
    subject: local(model.questionnaire.title),
    date: final.at,
    dataHash: record.sha256,
    data: record.json,
    made: { version: appVersion, engine: ENGINE },
    mark: by
      ? t('report.redacted.mark.superseded', { ...own, by: by.number, since: f.day(by.day) })
      : t('report.redacted.mark', { ...own, rated: redacted.result.headline.kind === 'not-ratable' ? 'no' : 'yes' }),
    foot: t('report.foot', {
      questionnaire: id,
      version,
      criteria: full.questionnaire.slice(0, 12),
      data: record.sha256.slice(0, 12),
    }),
    pageLabel: (page, pages) => t('report.page', { page: f.integer(page), pages: f.integer(pages) }),
    blocks: [
      ...notice(context),
      ...headline(context),
      ...gatesTable(context),
      ...sectionsTable(context),
      ...withheldList(context),
      ...about(context),
      ...signed(final, final.day, context),
      ...publicAnswers(context),
      { kind: 'heading', level: 1, text: t('report.limits.title') },
      { kind: 'list', items: limitItems(t) },
      { kind: 'heading', level: 1, text: t('report.annex.d') },
      ...madeWith({ ...context, hashes: full }, record, [{ what: t('report.redacted.full'), version: full.assessment, hash: full.sha256 }]),
      ...policyInFull(context),
    ],
  };
}
