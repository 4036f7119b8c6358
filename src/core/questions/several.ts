import { combine, combineOpen } from '../combine.ts';
import type { QuestionOf } from '../format/questionnaire.ts';
import { type Interval, point } from '../interval.ts';
import { below, type Problem, problem } from '../problems.ts';
import { isList, type Kind } from './kind.ts';

type Several = QuestionOf<'several'>;

/** Several choices; an exclusive one ("none of these") stands alone. */
export const several: Kind<Several> = {
  list: true,
  bounds(question) {
    const alone = question.options.map((option) => option.risk);
    if (alone.every((risk) => risk === undefined)) return null;
    const risks = alone.map((risk) => risk ?? 0);
    const together = question.options.filter((option) => !option.exclusive).map((option) => option.risk ?? 0);
    return { low: Math.min(...risks), high: Math.max(...risks, together.length ? combine(together, question.combine) : 0) };
  },
  risk(question, value, incomplete): Interval {
    const chosen = isList(value) ? value : [];
    const known = question.options.filter((option) => chosen.includes(option.id));
    const risks = known.map((option) => option.risk ?? 0);
    if (risks.length === 0) return this.bounds(question) ?? point(0);
    if (!incomplete || known.some((option) => option.exclusive)) return point(combine(risks, question.combine));
    const further = question.options.filter((option) => !option.exclusive && !chosen.includes(option.id)).map((option) => option.risk ?? 0);
    return combineOpen(risks, further, question.combine);
  },
  accept(question, value) {
    if (!Array.isArray(value) || value.length === 0) return [problem('', 'value-nothing-chosen', {})];
    const problems: Problem[] = [];
    const expected = question.options.map((option) => option.id).join(', ');
    value.forEach((id, index) => {
      if (!question.options.some((option) => option.id === id))
        problems.push(problem(below('', index), 'value-not-an-option', { found: String(id).slice(0, 80), expected }));
      if (value.indexOf(id) !== index) problems.push(problem(below('', index), 'value-twice', { found: String(id).slice(0, 80) }));
    });
    const exclusive = question.options.find((option) => option.exclusive && value.includes(option.id));
    if (exclusive && value.length > 1) problems.push(problem('', 'value-exclusive', { option: exclusive.id }));
    return problems;
  },
  describe(question, value) {
    const chosen = isList(value) ? value : [];
    return {
      shape: 'items',
      items: question.options.filter((option) => chosen.includes(option.id)).map((option) => ({ say: 'text', text: option.text })),
    };
  },
  samples: (question) => question.options.map((option) => [option.id]),
};
