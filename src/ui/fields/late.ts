/** Fields that not every page has, and the names of countries: each comes with the first page that needs it. */
import type { QuestionType } from '../../core/format/questionnaire.ts';
import { type Fetchable, part } from '../page.tsx';
import { currentLanguage } from '../words.ts';

export const CountriesField = part([], 'CountriesField', () => import('./countries.tsx'));
export const TableField = part([], 'TableField', () => import('./table.tsx'));

export const LATE_FIELDS: Partial<Record<QuestionType, Fetchable>> = { countries: CountriesField, table: TableField };

let namesAreThere = false;
export const countryNames: Fetchable = {
  fetch: async () => {
    const { fetchCountryNames } = await import('./countryNames.ts');
    await fetchCountryNames(currentLanguage());
    namesAreThere = true;
  },
  isThere: () => namesAreThere,
};
