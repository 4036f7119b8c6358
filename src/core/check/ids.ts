import type { Questionnaire } from '../format/questionnaire.ts';
import { below, type Problem, problem } from '../problems.ts';
import { placedColumns, placedQuestions } from './walk.ts';

/** Ids that occur twice where each may occur once. */
export function idProblems(questionnaire: Questionnaire): readonly Problem[] {
  const lists: [string, readonly { readonly id: string }[]][] = [
    ['/bands', questionnaire.bands],
    ['/grades', questionnaire.grades],
    ['/countryClasses', questionnaire.countryClasses ?? []],
    ['/parameters', questionnaire.parameters ?? []],
    ['/sources', questionnaire.sources],
    ['/sections', questionnaire.sections],
    ['/gates', questionnaire.gates],
    ...questionnaire.sections.map((section, s): [string, readonly { readonly id: string }[]] => [
      below('', 'sections', s, 'pages'),
      section.pages,
    ]),
    ...(questionnaire.parameters ?? []).map((parameter, p): [string, readonly { readonly id: string }[]] => [
      below('', 'parameters', p, 'choices'),
      parameter.choices,
    ]),
  ];
  const questions = placedQuestions(questionnaire);
  for (const placed of questions) {
    if ('options' in placed.question && placed.question.options) lists.push([below(placed.path, 'options'), placed.question.options]);
    if (placed.question.type === 'table') lists.push([below(placed.path, 'columns'), placed.question.columns]);
    for (const { column, path } of placedColumns(placed))
      if ('options' in column && column.options) lists.push([below(path, 'options'), column.options]);
  }
  const inLists = lists.flatMap(([path, list]) => twice(list.map(({ id }, i) => ({ id, path: below(path, i, 'id') }))));
  return [...inLists, ...twice(questions.map(({ question, path }) => ({ id: question.id, path: below(path, 'id') })))];
}

function twice(list: readonly { readonly id: string; readonly path: string }[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return list.flatMap(({ id, path }) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    return first === undefined ? [] : [problem(path, 'id-twice', { id, first })];
  });
}
