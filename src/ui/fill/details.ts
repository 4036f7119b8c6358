import type { Detail } from '../../core/format/assessment.ts';
import type { FillKey } from '../../i18n/languages.ts';

/** What each fact about the assessment is called, in the order in which they are shown. */
export const DETAIL_NAMES: Readonly<Record<Detail, FillKey>> = {
  title: 'fill.detail.title',
  vendor: 'fill.detail.vendor',
  register: 'fill.detail.register',
  authority: 'fill.detail.authority',
  procedure: 'fill.detail.procedure',
  lot: 'fill.detail.lot',
  purpose: 'fill.detail.purpose',
  assessor: 'fill.detail.assessor',
  factsAsOf: 'fill.detail.factsAsOf',
  label: 'fill.detail.label',
  position: 'fill.detail.position',
  positionSource: 'fill.detail.positionSource',
  positionDate: 'fill.detail.positionDate',
  origin: 'fill.detail.origin',
};

export const isDay = (detail: Detail): boolean => detail === 'factsAsOf' || detail === 'positionDate';
export const isLong = (detail: Detail): boolean => detail === 'position' || detail === 'purpose';

export const ALL = Object.keys(DETAIL_NAMES) as readonly Detail[];
/** The label of an example, and where an assessment comes from, are not for changing. */
export const EDITABLE = ALL.filter((detail) => detail !== 'label' && detail !== 'origin');
