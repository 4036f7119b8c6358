import type { Detail } from '../../core/format/assessment.ts';
import type { Formats } from '../../i18n/format.ts';

/** Details that say a day. */
const DAYS: readonly Detail[] = ['factsAsOf', 'positionDate'];

/** What a detail says: a day as every day is written, all else as it was entered. */
export const detailWords = (detail: Detail, value: string, f: Formats): string =>
  DAYS.includes(detail) && /^\d{4}-\d{2}-\d{2}$/.test(value) ? f.day(value) : value;
