import { type FieldErrors, get, type Resolver, set } from 'react-hook-form';
import type { Question } from '../../core/format/questionnaire.ts';
import type { ProblemKey } from '../../i18n/languages.ts';
import type { Complaint } from '../fields/draft.ts';
import { tagOf } from '../fields/names.ts';
import type { FieldError } from '../parts/ErrorSummary.tsx';
import type { Words } from '../words.ts';
import { readFields } from './keeper.ts';

/** The form's only rule: what core says of the answer. `shown`: are these questions on the page now? */
export function resolverOf(questions: readonly Question[], shown: (question: Question) => boolean, words: Words): Resolver {
  return (values) => {
    const errors: FieldErrors = {};
    for (const question of questions.filter(shown)) {
      const reading = readFields(question, values);
      if (reading.ok) continue;
      for (const complaint of reading.complaints)
        if (!get(errors, complaint.name))
          set(errors, complaint.name, { type: complaint.problem.code, message: sentence(question, complaint, words) });
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}

function sentence(question: Question, { problem: found, row, column }: Complaint, { t, f, local }: Words): string {
  // A test holds that every code of core has its sentence.
  const key = `problem.${found.code}` as ProblemKey;
  const params = Object.fromEntries(
    Object.entries(found.params).map(([name, value]) => [name, typeof value === 'number' ? f.number(value) : value]),
  );
  const problem = t(key, params);
  const tag = tagOf(question.id);
  return column && row !== undefined
    ? t('fill.error.cell', { question: tag, row: f.integer(row + 1), column: local(column.text), problem })
    : t('fill.error.question', { question: tag, problem });
}

/** Errors of the form for the summary: `field` is both the name and the id of the element. */
export function summaryOf(errors: FieldErrors): readonly FieldError[] {
  const found: FieldError[] = [];
  const walk = (value: unknown, name: string) => {
    if (typeof value !== 'object' || value === null) return;
    if ('message' in value && typeof value.message === 'string') found.push({ field: name, message: value.message });
    else for (const [key, below] of Object.entries(value)) walk(below, name ? `${name}.${key}` : key);
  };
  walk(errors, '');
  return found;
}
