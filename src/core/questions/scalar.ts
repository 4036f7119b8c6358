/** Single choice, number, day, text and country: each is a question of its own or a column of a table. */
import type { Classify } from '../countries.ts';
import { dayNumber, isRealDate } from '../day.ts';
import type { Column, Option, Question } from '../format/questionnaire.ts';
import { hull, type Interval, point } from '../interval.ts';
import { type Problem, problem } from '../problems.ts';
import { boundsOfScale, riskOnScale } from '../scale.ts';
import type { Said } from './kind.ts';

/** The part that a question and a column have in common. */
export type Scalar = Extract<Question, { type: 'single' | 'number' | 'date' | 'text' }> | Column;
export type ScalarValue = string | number;

const TEXT_LIMIT = 4000;

const optionsOf = (scalar: Scalar): readonly Option[] => ('options' in scalar && scalar.options) || [];
const optionRisks = (scalar: Scalar): Interval[] =>
  optionsOf(scalar).flatMap((option) => (option.risk === undefined ? [] : [point(option.risk)]));

/** Null where the scalar can have no risk. */
export function scalarBounds(scalar: Scalar): Interval | null {
  const found = optionRisks(scalar);
  if (scalar.type === 'number' && scalar.scale) found.push(boundsOfScale(scalar.scale, scalar.min, scalar.max));
  if (scalar.type === 'date' && scalar.scale)
    found.push(boundsOfScale(scalar.scale, scalar.min ? dayNumber(scalar.min) : undefined, scalar.max ? dayNumber(scalar.max) : undefined));
  if (scalar.type === 'country' && scalar.risks) found.push(...Object.values(scalar.risks).map(point));
  const [first, ...rest] = found;
  return first ? hull(first, ...rest) : null;
}

/** The risk of a value that was accepted, 0 to 100; 0 where none is stated (SPEC Q). */
export function scalarRisk(scalar: Scalar, value: ScalarValue, classify: Classify): number {
  const option = optionsOf(scalar).find((one) => one.id === value);
  if (option) return option.risk ?? 0;
  if (scalar.type === 'number' && scalar.scale && typeof value === 'number') return riskOnScale(scalar.scale, value);
  if (scalar.type === 'date' && scalar.scale && typeof value === 'string') return riskOnScale(scalar.scale, dayNumber(value));
  if (scalar.type === 'country' && typeof value === 'string') return scalar.risks?.[classify(value)] ?? 0;
  return 0;
}

/** `countries`: the codes there are; null accepts any two letters. */
export function acceptScalar(scalar: Scalar, value: unknown, path: string, countries: ReadonlySet<string> | null): readonly Problem[] {
  const options = optionsOf(scalar);
  if (typeof value === 'string' && options.some((option) => option.id === value)) return [];
  const found = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 80) : typeof value;
  switch (scalar.type) {
    case 'single':
      return [problem(path, 'value-not-an-option', { found, expected: options.map((option) => option.id).join(', ') })];
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return [problem(path, 'value-not-a-number', { found })];
      if (scalar.integer && !Number.isInteger(value)) return [problem(path, 'value-not-whole', { found })];
      if (value < scalar.min || value > scalar.max)
        return [problem(path, 'value-out-of-range', { found, min: scalar.min, max: scalar.max })];
      return [];
    }
    case 'date': {
      if (typeof value !== 'string' || !isRealDate(value)) return [problem(path, 'value-not-a-date', { found })];
      const early = scalar.min !== undefined && value < scalar.min;
      const late = scalar.max !== undefined && value > scalar.max;
      return early || late ? [problem(path, 'value-date-out-of-range', { found, min: scalar.min ?? '–', max: scalar.max ?? '–' })] : [];
    }
    case 'text': {
      const limit = scalar.maxLength ?? TEXT_LIMIT;
      if (typeof value !== 'string' || value.trim() === '') return [problem(path, 'value-not-text', { found })];
      return value.length > limit ? [problem(path, 'value-too-long', { found: value.length, max: limit })] : [];
    }
    case 'country':
      return typeof value === 'string' && /^[A-Z]{2}$/.test(value) && (countries?.has(value) ?? true)
        ? []
        : [problem(path, 'value-not-a-country', { found })];
  }
}

/** A value as it is told. */
export function sayScalar(scalar: Scalar, value: ScalarValue): Said {
  const option = optionsOf(scalar).find((one) => one.id === value);
  if (option) return { say: 'text', text: option.text };
  if (scalar.type === 'number' && typeof value === 'number') return { say: 'number', number: value, unit: scalar.unit };
  if (scalar.type === 'date') return { say: 'day', day: String(value) };
  if (scalar.type === 'country') return { say: 'country', country: String(value) };
  return { say: 'plain', plain: String(value) };
}

/** Values that stand for all: every option, one number per step, one country per class. */
export function sampleScalar(scalar: Scalar, classify: Classify, countries: readonly string[]): readonly ScalarValue[] {
  const options = optionsOf(scalar).map((option) => option.id);
  if (scalar.type === 'number') {
    const steps = scalar.scale?.points.map((p) => p.at).filter((at) => at >= scalar.min && at <= scalar.max) ?? [];
    return [...new Set([scalar.min, ...steps, scalar.max]), ...options];
  }
  if (scalar.type === 'date') {
    const { min, max } = scalar;
    const steps = scalar.scale?.points.map((p) => p.at).filter((at) => (min ?? at) <= at && at <= (max ?? at)) ?? [];
    return [...new Set([min ?? [], steps, max ?? []].flat()), ...options];
  }
  if (scalar.type === 'country') return onePerClass(classify, countries);
  return options;
}

/** The first country of each class, so that a few codes stand for all. */
export function onePerClass(classify: Classify, countries: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const country of countries) if (!first.has(classify(country))) first.set(classify(country), country);
  return [...first.values()];
}
