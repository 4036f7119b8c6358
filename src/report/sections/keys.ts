/** The report's messages for closed sets. */
import type { Detail } from '../../core/format/assessment.ts';
import type { Role } from '../../core/format/final.ts';
import type { Combine, Source } from '../../core/format/questionnaire.ts';
import type { ReportKey } from '../../i18n/languages.ts';

/** What a detail of an assessment is called. */
export const DETAIL = {
  title: 'report.detail.title',
  vendor: 'report.detail.vendor',
  register: 'report.detail.register',
  authority: 'report.detail.authority',
  procedure: 'report.detail.procedure',
  lot: 'report.detail.lot',
  purpose: 'report.detail.purpose',
  assessor: 'report.detail.assessor',
  factsAsOf: 'report.detail.factsAsOf',
  label: 'report.detail.label',
  position: 'report.detail.position',
  positionSource: 'report.detail.positionSource',
  positionDate: 'report.detail.positionDate',
  origin: 'report.detail.origin',
} as const satisfies Record<Detail, ReportKey>;

/** Who answers for a final one. */
export const ROLE = {
  preparer: 'report.edition.preparer',
  reviewer: 'report.edition.reviewer',
  approver: 'report.edition.approver',
} as const satisfies Record<Role, ReportKey>;

/** What kind of source it is. */
export const SOURCE_KIND = {
  law: 'report.sources.law',
  case: 'report.sources.case',
  guidance: 'report.sources.guidance',
  standard: 'report.sources.standard',
  report: 'report.sources.report',
} as const satisfies Record<Source['kind'], ReportKey>;

/** How several items combine, where no figure is needed to say it. */
export const COMBINED = {
  worst: 'report.rules.worst',
  mean: 'report.rules.mean',
  sum: 'report.rules.sum',
} as const satisfies Record<Exclude<Combine['rule'], 'worst-plus'>, ReportKey>;
