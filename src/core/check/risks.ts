import { dayNumber } from '../day.ts';
import type { Column, Question, Questionnaire, Scale } from '../format/questionnaire.ts';
import { below, type Problem, problem, warning } from '../problems.ts';
import { kindOf } from '../questions/index.ts';
import { placedColumns, placedQuestions } from './walk.ts';

/**
 * Risks, weights and bands: what is scored has a risk for every answer it allows, scales and bands leave no hole, and a weight
 * that can never change anything is named.
 */
export function riskProblems(questionnaire: Questionnaire): readonly Problem[] {
  const classes = (questionnaire.countryClasses ?? []).map((one) => one.id);
  const found: Problem[] = [...bandProblems(questionnaire), ...classProblems(questionnaire)];
  for (const placed of placedQuestions(questionnaire)) {
    const { question, path } = placed;
    const scored = question.weight > 0;
    if (question.type === 'text' && scored) found.push(problem(below(path, 'weight'), 'risk-text-scored', { id: question.id }));
    if (question.type === 'countries')
      found.push(...optionProblems(question.options ?? [], scored, path), ...countryProblems(question.risks, scored, classes, path));
    else if (question.type === 'table') {
      if (scored && !question.columns.some((column) => (column.weight ?? 0) > 0))
        found.push(problem(below(path, 'columns'), 'risk-table-without-scored-column', { id: question.id }));
      if (scored && question.noRows && question.noRows.risk === undefined)
        found.push(problem(below(path, 'noRows'), 'risk-missing', { what: 'noRows' }));
      for (const { column, path: at } of placedColumns(placed))
        found.push(...scalarProblems(column, scored && (column.weight ?? 0) > 0, classes, at));
    } else if (question.type === 'several') found.push(...optionProblems(question.options, scored, path));
    else found.push(...scalarProblems(question, scored, classes, path));
    if (scored && found.every((one) => !one.path.startsWith(path))) {
      const bounds = kindOf(question).bounds(question);
      if (bounds && bounds.low === bounds.high)
        found.push(warning(below(path, 'weight'), 'weight-without-effect', { id: question.id, risk: bounds.low }));
    }
  }
  return [...found, ...sectionProblems(questionnaire)];
}

function bandProblems({ bands }: Questionnaire): readonly Problem[] {
  const first = bands[0];
  const hole = first && first.from !== 0 ? [problem('/bands/0/from', 'band-hole', { from: 0, to: first.from })] : [];
  const disorder = bands.flatMap((band, i) => {
    const before = bands[i - 1];
    return before && band.from <= before.from
      ? [problem(below('', 'bands', i, 'from'), 'band-order', { expected: before.from, found: band.from })]
      : [];
  });
  return [...hole, ...disorder];
}

/** The last class takes the rest; one behind it would never be reached. */
function classProblems({ countryClasses = [] }: Questionnaire): readonly Problem[] {
  const rest = countryClasses.findIndex((one) => one.of.by === 'rest');
  if (countryClasses.length > 0 && rest === -1) return [problem('/countryClasses', 'class-without-rest', {})];
  return countryClasses
    .slice(rest + 1)
    .map((one, i) => problem(below('', 'countryClasses', rest + 1 + i), 'class-unreachable', { id: one.id }));
}

function sectionProblems({ sections }: Questionnaire): readonly Problem[] {
  const scoredIn = (section: Questionnaire['sections'][number]) =>
    section.pages.some((page) => page.questions.some((question: Question) => question.weight > 0));
  const found = sections.flatMap((section, s) => {
    const path = below('', 'sections', s, 'weight');
    if (section.weight > 0 && !scoredIn(section)) return [warning(path, 'section-weight-without-effect', { id: section.id })];
    return section.weight === 0 && scoredIn(section) ? [warning(path, 'section-without-weight', { id: section.id })] : [];
  });
  return sections.some((section) => section.weight > 0 && scoredIn(section))
    ? found
    : [...found, problem('/sections', 'nothing-scored', {})];
}

function optionProblems(
  options: readonly { readonly id: string; readonly risk?: number | undefined }[],
  scored: boolean,
  path: string,
): readonly Problem[] {
  return options.flatMap((option, i) =>
    scored && option.risk === undefined ? [problem(below(path, 'options', i), 'risk-missing', { what: option.id })] : [],
  );
}

function countryProblems(
  risks: Readonly<Record<string, number>> | undefined,
  scored: boolean,
  classes: readonly string[],
  path: string,
): readonly Problem[] {
  const missing = scored
    ? classes.filter((id) => risks?.[id] === undefined).map((id) => problem(below(path, 'risks'), 'risk-missing', { what: id }))
    : [];
  const none = scored && classes.length === 0 ? [problem(path, 'class-none', {})] : [];
  const strangers = Object.keys(risks ?? {})
    .filter((id) => !classes.includes(id))
    .map((id) => problem(below(path, 'risks', id), 'reference-missing', { what: 'class', id }));
  return [...missing, ...none, ...strangers];
}

function scalarProblems(
  scalar: Exclude<Question, { type: 'several' | 'countries' | 'table' }> | Column,
  scored: boolean,
  classes: readonly string[],
  path: string,
): readonly Problem[] {
  switch (scalar.type) {
    case 'single':
      return optionProblems(scalar.options, scored, path);
    case 'country':
      return countryProblems(scalar.risks, scored, classes, path);
    case 'text':
      return scored ? [problem(below(path, 'weight'), 'risk-text-scored', { id: scalar.id })] : [];
    default: {
      const options = optionProblems(scalar.options ?? [], scored, path);
      const limits =
        scalar.type === 'number' && scalar.min >= scalar.max
          ? [problem(below(path, 'max'), 'limits', { min: scalar.min, max: scalar.max })]
          : [];
      if (!scalar.scale) return [...options, ...limits, ...(scored ? [problem(path, 'risk-missing', { what: 'scale' })] : [])];
      return [...options, ...limits, ...scaleProblems(scalar.scale, scalar.min, scalar.max, below(path, 'scale', 'points'))];
    }
  }
}

function scaleProblems(
  scale: Scale<number> | Scale<string>,
  min: number | string | undefined,
  max: number | string | undefined,
  path: string,
): readonly Problem[] {
  const number = (at: number | string) => (typeof at === 'string' ? dayNumber(at) : at);
  const points = scale.points.map(({ at }) => number(at));
  return scale.points.flatMap((point, i) => {
    const at = points[i] ?? 0;
    const before = points[i - 1];
    const place = below(path, i, 'at');
    if (before !== undefined && at <= before)
      return [problem(place, 'scale-order', { expected: String(scale.points[i - 1]?.at), found: point.at })];
    if (i === 0 && min !== undefined && at > number(min)) return [problem(place, 'scale-hole', { from: min, to: point.at })];
    return max !== undefined && at > number(max) ? [warning(place, 'scale-unreachable', { at: point.at, max })] : [];
  });
}
