/** A few short words to build questionnaires and answers in tests, so that a case fits on a line. */
import { evaluate } from '../../../src/core/evaluate.ts';
import type { Answer, Answers, Value } from '../../../src/core/format/answer.ts';
import type { Condition } from '../../../src/core/format/condition.ts';
import { EMPTY_POLICY, FACTS_FORMAT, type Facts, type Policy } from '../../../src/core/format/facts.ts';
import {
  type Column,
  type Effect,
  type Gate,
  QUESTIONNAIRE_FORMAT,
  type Question,
  type Questionnaire,
  type QuestionOf,
  type Section,
} from '../../../src/core/format/questionnaire.ts';
import { type Model, modelOf } from '../../../src/core/model.ts';
import type { Result } from '../../../src/core/result.ts';

const en = (text: string) => ({ en: text });

/** Option id → risk; `null` for an option without one. An id that ends in `!` stands alone. */
export type Risks = Readonly<Record<string, number | null>>;
export const options = (risks: Risks) =>
  Object.entries(risks).map(([key, risk]) => ({
    id: key.replace('!', ''),
    text: en(key),
    ...(risk === null ? {} : { risk }),
    ...(key.endsWith('!') ? { exclusive: true as const } : {}),
  }));

type More<Q> = Partial<Omit<Q, 'id' | 'type' | 'text' | 'options'>>;
const base = (id: string) => ({ id, text: en(id), weight: 1, evidence: 'required' as const });

export const single = (id: string, risks: Risks = { lo: 0, mid: 50, hi: 100 }, more: More<QuestionOf<'single'>> = {}): Question => ({
  ...base(id),
  type: 'single',
  options: options(risks),
  ...more,
});
export const several = (id: string, risks: Risks, more: More<QuestionOf<'several'>> = {}): Question => ({
  ...base(id),
  type: 'several',
  options: options(risks),
  ...more,
});
export const countries = (
  id: string,
  more: More<QuestionOf<'countries'>> = {},
  alone?: Risks,
  risks: Readonly<Record<string, number>> = CLASS_RISKS,
): Question => ({ ...base(id), type: 'countries', risks, ...(alone ? { options: options(alone) } : {}), ...more });
export const number = (id: string, more: More<QuestionOf<'number'>> = {}, besides?: Risks): Question => ({
  ...base(id),
  type: 'number',
  min: 0,
  max: 10,
  ...(besides ? { options: options(besides) } : {}),
  ...more,
});
export const date = (id: string, more: More<QuestionOf<'date'>> = {}): Question => ({ ...base(id), type: 'date', ...more });
export const text = (id: string, more: More<QuestionOf<'text'>> = {}): Question => ({ ...base(id), type: 'text', ...more });
export const table = (id: string, columns: readonly Column[], more: More<Omit<QuestionOf<'table'>, 'columns'>> = {}): Question => ({
  ...base(id),
  type: 'table',
  columns: [...columns],
  ...more,
});
export const choice = (id: string, risks: Risks, weight = 1): Column => ({
  id,
  text: en(id),
  type: 'single',
  options: options(risks),
  weight,
});

export const section = (id: string, weight: number, questions: readonly Question[]): Section => ({
  id,
  title: en(id),
  weight,
  pages: [{ id: `${id}-page`, title: en(id), questions: [...questions] }],
});

export const gate = (id: string, when: Condition, ...effects: Effect[]): Gate => ({
  id,
  title: en(id),
  reason: en(id),
  sources: [{ source: 'law' }],
  when,
  effects,
  exit: en(id),
});
export const stop: Effect = { effect: 'stop' };
export const rates = (band: string): Effect => ({ effect: 'rating-at-least', band });
export const lifts = (at: string, risk: number): Effect => ({ effect: 'section-at-least', section: at, risk });

export const isIn = (question: string, ...ids: string[]): Condition => ({ op: 'answer-in', question, options: ids });
export const risky = (question: string, risk: number): Condition => ({ op: 'answer-risk-at-least', question, risk });
export const no = (of: Condition): Condition => ({ op: 'not', of });
export const every = (...of: Condition[]): Condition => ({ op: 'all', of });
export const some = (...of: Condition[]): Condition => ({ op: 'any', of });

/** Classes: `listed` by the policy, `near` by the facts, `far` the rest. The codes are ones that ISO leaves to users. */
export const COUNTRY_OF = { listed: 'XL', near: 'XN', far: 'XF' } as const;
export const CLASS_RISKS = { listed: 100, near: 0, far: 60 };
const day = '2026-01-01';
export const FACTS: Facts = {
  format: FACTS_FORMAT,
  version: day,
  title: en('facts'),
  sets: [
    {
      id: 'union',
      title: en('union'),
      scored: true,
      asOf: day,
      staleAfter: '2027-01-01',
      source: { title: 'source' },
      licence: 'none',
      confidence: 'high',
      checkedBy: 'test',
      members: [{ country: 'XN', value: 'whole' }, { country: 'XM', value: 'partly' }, { country: 'XL' }],
    },
  ],
  laws: [],
  userAssigned: [{ country: 'XF', name: en('Far') }],
};
export const POLICY: Policy = { ...EMPTY_POLICY, name: 'list', version: '1', countries: ['XL'] };

export const questionnaire = (
  sections: readonly Section[],
  gates: readonly Gate[] = [],
  more: Partial<Questionnaire> = {},
): Questionnaire => ({
  format: QUESTIONNAIRE_FORMAT,
  id: 'test',
  version: '1.0.0',
  released: day,
  title: en('test'),
  purpose: en('test'),
  publisher: 'test',
  licence: 'none',
  languages: ['en'],
  bands: [
    { id: 'low', from: 0, name: en('Low') },
    { id: 'moderate', from: 25, name: en('Moderate') },
    { id: 'high', from: 50, name: en('High') },
    { id: 'critical', from: 75, name: en('Critical') },
  ],
  unansweredAtMost: 0.2,
  grades: [
    { id: 'e0', name: en('e0'), widening: 0.5 },
    { id: 'e1', name: en('e1'), widening: 0.25 },
    { id: 'e2', name: en('e2'), widening: 0 },
    { id: 'e3', name: en('e3'), widening: 0 },
  ],
  countryClasses: [
    { id: 'listed', name: en('listed'), of: { by: 'policy' } },
    { id: 'near', name: en('near'), of: { by: 'facts', set: 'union' } },
    { id: 'far', name: en('far'), of: { by: 'rest' } },
  ],
  parameters: [
    {
      id: 'threshold',
      name: en('threshold'),
      choices: [
        { id: 'strict', name: en('strict'), value: 50 },
        { id: 'usual', name: en('usual'), value: 75 },
      ],
      default: 'usual',
    },
  ],
  sources: [{ id: 'law', title: en('law'), kind: 'law', status: 'in-force', asOf: day }],
  sections: [...sections],
  gates: [...gates],
  ...more,
});

/** One section of weight 1 with these questions. */
export const of = (questions: readonly Question[], gates: readonly Gate[] = [], more: Partial<Questionnaire> = {}): Questionnaire =>
  questionnaire([section('only', 1, questions)], gates, more);

export const model = (built: Questionnaire, policy: Policy = POLICY): Model => modelOf(built, FACTS, policy);

/** An answer; without a grade, one that counts in full. `'?'` is unknown, `'!'` declined. */
export function answer(value: Value, grade: string | null = 'e2', incomplete = false): Answer {
  if (value === '?') return { state: 'unknown' };
  if (value === '!') return { state: 'declined' };
  return {
    state: 'answered',
    value,
    ...(incomplete ? { incomplete: true as const } : {}),
    ...(grade === null ? {} : { evidence: { grade } }),
  };
}
export const said = (values: Readonly<Record<string, Value | Answer>>, grade: string | null = 'e2'): Answers =>
  new Map(Object.entries(values).map(([id, value]) => [id, isAnswer(value) ? value : answer(value, grade)]));
const isAnswer = (value: Value | Answer): value is Answer => typeof value === 'object' && 'state' in value;

/** The same list, possibly incomplete (A3). */
export const andMaybeMore = (value: Value, grade: string | null = 'e2'): Answer => answer(value, grade, true);

export const result = (built: Questionnaire, answers: Answers = new Map(), policy: Policy = POLICY): Result =>
  evaluate(model(built, policy), answers);

/** `[low, high]`, rounded as scores are compared, or null. */
export const ends = (interval: { readonly low: number; readonly high: number } | null | undefined): readonly [number, number] | null =>
  interval ? [Math.round(interval.low * 1e6) / 1e6, Math.round(interval.high * 1e6) / 1e6] : null;
