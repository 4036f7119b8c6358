/** Between criteria and the fields of their form. Names have a double hyphen, which ids of questions have not. */
import type { FieldErrors, FieldValues } from 'react-hook-form';
import type { Answer } from '../../core/format/answer.ts';
import type { Facts, Policy } from '../../core/format/facts.ts';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import { buyerQuestions, type Criteria } from '../../core/procedure/criteria.ts';
import { draftOf, readDraft } from '../fields/draft.ts';
import { parseNumber } from '../fields/parseNumber.ts';
import type { Words } from '../words.ts';
import { sectionWeights } from './weights.ts';

export const NAMES = {
  weights: 'criteria--weights',
  parameters: 'criteria--parameters',
  facts: 'criteria--facts',
  reason: 'criteria--reason',
  person: 'criteria--person',
} as const;

/** Name of the field of a section's weight, by its id. */
export const weightName = (section: string): string => `${NAMES.weights}.${section}`;
/** Name of the field of a parameter's choice, by its id. */
export const parameterName = (parameter: string): string => `${NAMES.parameters}.${parameter}`;

/** Greatest weight that the format takes. */
const MOST = 1e6;

/** What the fields hold for these criteria. */
export function valuesOf({ questionnaire, policy, facts, answers }: Criteria): FieldValues {
  const { parameters = [] } = questionnaire;
  return {
    [NAMES.weights]: Object.fromEntries(sectionWeights(questionnaire, policy).map(({ id, weight }) => [id, String(weight)])),
    [NAMES.parameters]: Object.fromEntries(parameters.map((one) => [one.id, policy.parameters[one.id] ?? one.default])),
    [NAMES.facts]: facts.version,
    ...Object.assign({}, ...buyerQuestions(questionnaire).map((question) => draftOf(question, answers[question.id]))),
  };
}

/** A weight as it was typed; null where it is none. */
export function readWeight(typed: unknown): number | null {
  const weight = typeof typed === 'string' && typed.trim() !== '' ? parseNumber(typed.trim()) : null;
  return typeof weight === 'number' && weight >= 0 && weight <= MOST ? weight : null;
}

/** What the criteria are made of besides the fields: what is asked, the authority's list, and the country tables to choose from. */
export interface Base {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly tables: readonly Facts[];
}

/** The criteria that the fields hold. What is no weight and no answer yet is left out. */
export function criteriaIn(values: FieldValues, { questionnaire, policy, tables }: Base): Criteria {
  const facts = tables.find(({ version }) => version === values[NAMES.facts]) ?? tables[0];
  if (!facts) throw new RangeError('no country table to choose from');
  // What says no more than the questionnaire does stands in the policy only where it stood there before: it is the same to every bid.
  const weights = sectionWeights(questionnaire, {}).flatMap(({ id, published }): [string, number][] => {
    const weight = readWeight(values[NAMES.weights]?.[id]);
    return weight !== null && (weight !== published || policy.weights?.[id] !== undefined) ? [[id, weight]] : [];
  });
  const parameters = (questionnaire.parameters ?? []).flatMap(({ id, default: usual }): [string, string][] => {
    const choice: unknown = values[NAMES.parameters]?.[id];
    return typeof choice === 'string' && (choice !== usual || policy.parameters[id] !== undefined) ? [[id, choice]] : [];
  });
  const { weights: _, ...list } = policy;
  const answers = buyerQuestions(questionnaire).flatMap((question): [string, Answer][] => {
    const reading = readDraft(question, values);
    return reading.ok && reading.answer ? [[question.id, reading.answer]] : [];
  });
  return {
    questionnaire,
    policy: { ...list, parameters: Object.fromEntries(parameters), ...(weights.length > 0 && { weights: Object.fromEntries(weights) }) },
    facts,
    answers: Object.fromEntries(answers),
  };
}

/** What is wrong with the weights, and with what a deviation needs. */
export function ownErrors(values: FieldValues, questionnaire: Questionnaire, isDeviation: boolean, { t, local }: Words): FieldErrors {
  const sections = sectionWeights(questionnaire, {});
  const bad = sections.filter(({ id }) => readWeight(values[NAMES.weights]?.[id]) === null);
  const isNothing = bad.length === 0 && sections.every(({ id }) => readWeight(values[NAMES.weights]?.[id]) === 0);
  const weights: Record<string, { type: string; message: string }> = {};
  for (const { id, title } of bad) weights[id] = { type: 'weight', message: t('procedure.weights.needed', { section: local(title) }) };
  const [first] = sections;
  if (isNothing && first) weights[first.id] = { type: 'weights', message: t('procedure.weights.none') };
  const isBlank = (name: string) => String(values[name] ?? '').trim() === '';
  return {
    ...(Object.keys(weights).length > 0 && { [NAMES.weights]: weights }),
    ...(isDeviation && isBlank(NAMES.reason) && { [NAMES.reason]: { type: 'reason', message: t('procedure.criteria.reason.needed') } }),
    ...(isDeviation && isBlank(NAMES.person) && { [NAMES.person]: { type: 'person', message: t('procedure.person.needed') } }),
  };
}
