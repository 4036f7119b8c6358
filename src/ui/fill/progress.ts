/** How far the filling has come, and where it goes on. */
import type { OpenAssessment } from '../../store/workspace.ts';

type Part = Pick<OpenAssessment, 'model' | 'result'>;

export interface Progress {
  /** Questions that apply or may apply. */
  readonly total: number;
  readonly answered: number;
  readonly unknown: number;
  readonly declined: number;
  readonly open: number;
}

/** States of the questions of one section that are not ruled out. */
export function progressOf({ model, result }: Part, section: number): Progress {
  const states = (model.sections[section]?.items ?? []).flatMap((index) => {
    const question = result.questions[index];
    return question && question.applicable !== 'false' ? [question.state] : [];
  });
  const count = (state: (typeof states)[number]) => states.filter((one) => one === state).length;
  return { total: states.length, answered: count('answered'), unknown: count('unknown'), declined: count('declined'), open: count('open') };
}

/** Indexes of the pages of a section that have questions which are not ruled out, or also are not answered yet. */
function pagesOf({ model, result }: Part, section: number, onlyOpen: boolean): readonly number[] {
  const items = (model.sections[section]?.items ?? []).filter((index) => {
    const question = result.questions[index];
    return question?.applicable !== 'false' && (!onlyOpen || question?.state === 'open');
  });
  return [...new Set(items.flatMap((index) => model.items[index]?.page ?? []))];
}

/** The page on which to go on with a section: the first with an open question, or its first. */
export function pageToGoOn(part: Part, section: number): number {
  return pagesOf(part, section, true)[0] ?? pagesOf(part, section, false)[0] ?? 0;
}

/** The next page of the section with questions that apply; undefined after the last. */
export function pageAfter(part: Part, section: number, page: number): number | undefined {
  return pagesOf(part, section, false).find((one) => one > page);
}
