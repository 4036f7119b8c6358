import type { Detail } from '../../core/format/assessment.ts';
import type { FillKey } from '../../i18n/languages.ts';
import { visible } from '../../report/pdf/visible.ts';
import type { Words } from '../words.ts';

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

/** Is it entered as a day? */
export const isDay = (detail: Detail): boolean => detail === 'factsAsOf' || detail === 'positionDate';
/** Is it more than a line? */
export const isLong = (detail: Detail): boolean => detail === 'position' || detail === 'purpose';

/** A fact as it is shown: days as they are said, hidden characters named. */
export const sayDetail = (detail: Detail, value: string, f: Words['f']): string =>
  isDay(detail) && /^\d{4}-\d{2}-\d{2}$/.test(value) ? f.day(value) : visible(value);

export const ALL = Object.keys(DETAIL_NAMES) as readonly Detail[];
/** The label of an example, and where an assessment comes from, are not for changing. */
export const EDITABLE = ALL.filter((detail) => detail !== 'label' && detail !== 'origin');
