import type { QuestionOf } from '../format/questionnaire.ts';
import { hull, type Interval, point } from '../interval.ts';
import { below, type Problem, problem } from '../problems.ts';
import { isList, type Kind } from './kind.ts';
import { onePerClass } from './scalar.ts';

type Countries = QuestionOf<'countries'>;

/**
 * A list of countries; the worst listed one counts (method Q6). An option, such as "nobody", stands alone.
 * Best and worst are over the classes that the questionnaire declares, whether or not a country is in them today: an empty
 * policy list is the authority's silence, and silence is never counted as safe (SPEC Q1.1).
 */
export const countries: Kind<Countries> = {
  list: true,
  bounds(question) {
    const risks = [...Object.values(question.risks ?? {}), ...(question.options ?? []).flatMap((option) => option.risk ?? [])].map(point);
    const [first, ...rest] = risks;
    return first ? hull(first, ...rest) : null;
  },
  risk(question, value, incomplete, classify): Interval {
    const listed = isList(value) ? value : [];
    const option = question.options?.find((one) => listed.includes(one.id));
    if (option) return point(option.risk ?? 0);
    if (listed.length === 0) return this.bounds(question) ?? point(0);
    const worst = Math.max(...listed.map((country) => question.risks?.[classify(country)] ?? 0));
    return { low: worst, high: incomplete ? Math.max(worst, ...Object.values(question.risks ?? {})) : worst };
  },
  accept(question, value, known) {
    if (!Array.isArray(value) || value.length === 0) return [problem('', 'value-no-country', {})];
    const problems: Problem[] = [];
    const option = question.options?.find((one) => value.includes(one.id));
    if (option && value.length > 1) problems.push(problem('', 'value-exclusive', { option: option.id }));
    value.forEach((code, index) => {
      const isCountry = typeof code === 'string' && /^[A-Z]{2}$/.test(code) && (known?.has(code) ?? true);
      if (!isCountry && code !== option?.id)
        problems.push(problem(below('', index), 'value-not-a-country', { found: String(code).slice(0, 80) }));
      if (value.indexOf(code) !== index) problems.push(problem(below('', index), 'value-twice', { found: String(code).slice(0, 80) }));
    });
    return problems;
  },
  describe(question, value) {
    const listed = isList(value) ? value : [];
    const option = question.options?.find((one) => listed.includes(one.id));
    return {
      shape: 'items',
      items: option ? [{ say: 'text', text: option.text }] : listed.map((country) => ({ say: 'country', country })),
    };
  },
  samples: (question, classify, all) =>
    [...onePerClass(classify, all), ...(question.options ?? []).map((option) => option.id)].map((one) => [one]),
};
