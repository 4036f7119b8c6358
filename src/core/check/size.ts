import type { Questionnaire } from '../format/questionnaire.ts';
import { type Problem, problem } from '../problems.ts';

/** Far more than a person can answer; what is checked and computed takes time in proportion to some of these, and to some squared. */
const MOST = { sections: 500, questions: 5000, gates: 1000, sources: 2000, countryClasses: 200, parameters: 200 } as const;

/** Whether a questionnaire is small enough to be looked at any closer. */
export function sizeProblems({ sections, gates, sources, countryClasses = [], parameters = [] }: Questionnaire): readonly Problem[] {
  const questions = sections.reduce((count, { pages }) => pages.reduce((sum, page) => sum + page.questions.length, count), 0);
  const found = {
    sections: sections.length,
    questions,
    gates: gates.length,
    sources: sources.length,
    countryClasses: countryClasses.length,
    parameters: parameters.length,
  };
  return Object.entries(MOST).flatMap(([what, max]) =>
    found[what as keyof typeof MOST] > max
      ? [
          problem(what === 'questions' ? '/sections' : `/${what}`, 'questionnaire-too-large', {
            what,
            found: found[what as keyof typeof MOST],
            max,
          }),
        ]
      : [],
  );
}
