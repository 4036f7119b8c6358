// @ts-check
/** A questionnaire with its answers as the hand-written page reads it: texts, risks, and who depends on whom. */

/**
 * @typedef {object} FloorQuestion
 * @property {string} id
 * @property {string} text
 * @property {'radio' | 'checkbox'} choice
 * @property {{ id: string, text: string, risk: number }[]} options none: a plain field
 * @property {number} weight
 * @property {number} risk as answered now
 * @property {string} chosen option of a single choice
 * @property {{ question: string, options: readonly string[] } | null} when
 */
/** @typedef {{ sections: { weight: number, pages: FloorQuestion[][] }[] }} FloorFile */

/**
 * @param {import('../../src/core/model.ts').Model} model
 * @param {import('../../src/core/format/answer.ts').Answers} answers
 * @param {ReadonlyMap<string, number>} risks of the answered questions
 * @returns {FloorFile}
 */
export function floorFile({ questionnaire }, answers, risks) {
  /** @param {import('./synthetic.mjs').Question} question @returns {FloorQuestion} */
  const plain = (question) => {
    const answer = answers.get(question.id);
    const when = question.visible?.op === 'answer-in' ? question.visible : null;
    const options = 'options' in question && question.options ? question.options : [];
    return {
      id: question.id,
      text: question.text.en ?? '',
      choice: question.type === 'several' ? 'checkbox' : 'radio',
      options: options.map((option) => ({ id: option.id, text: option.text.en ?? '', risk: option.risk ?? 0 })),
      weight: question.weight,
      risk: risks.get(question.id) ?? 0,
      chosen: question.type === 'single' && answer?.state === 'answered' ? String(answer.value) : '',
      when: when && { question: when.question, options: when.options },
    };
  };
  return {
    sections: questionnaire.sections.map((section) => ({
      weight: section.weight,
      pages: section.pages.map((page) => page.questions.map(plain)),
    })),
  };
}
