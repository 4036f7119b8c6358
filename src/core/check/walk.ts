import type { Column, Page, Question, Questionnaire, Section } from '../format/questionnaire.ts';
import { below } from '../problems.ts';

/** A question with its place: its path in the file and its position in the order of asking. */
export interface Placed {
  readonly question: Question;
  readonly path: string;
  readonly order: number;
}

/** All questions in the order of asking. */
export function placedQuestions(questionnaire: Questionnaire): readonly Placed[] {
  let order = 0;
  return questionnaire.sections.flatMap((section: Section, s) =>
    section.pages.flatMap((page: Page, p) =>
      page.questions.map((question, q) => ({ question, path: below('', 'sections', s, 'pages', p, 'questions', q), order: order++ })),
    ),
  );
}

/** Columns of a table with their paths; of any other question none. */
export function placedColumns({ question, path }: Placed): readonly { readonly column: Column; readonly path: string }[] {
  return question.type === 'table' ? question.columns.map((column, c) => ({ column, path: below(path, 'columns', c) })) : [];
}
