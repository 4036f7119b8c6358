/** Other weights of the sections supposed. */
import { expect, it } from 'vitest';
import { reweighed } from '../../../src/core/compare/reweighed.ts';
import { evaluate } from '../../../src/core/evaluate.ts';
import { modelOf } from '../../../src/core/model.ts';
import { randomAnswers } from '../support/randomAnswers.ts';
import { randomQuestionnaire, USUAL } from '../support/randomQuestionnaire.ts';
import { holds } from '../support/runs.ts';
import { FACTS, POLICY } from '../support/vocabulary.ts';

it('K3.2 S1.1 the result is the one that the assessment itself has with these weights, to the bit', () => {
  holds('weights supposed', 1500, (d) => {
    const built = randomQuestionnaire(d, { ...USUAL, questions: 3, hidden: d.pick([0, 30]) });
    const answers = randomAnswers(d, built, d.pick([0, 20, 60]));
    const weights = built.sections.map(() => d.pick([0, 0.25, 1, 7]));
    const named = Object.fromEntries(built.sections.map(({ id }, i) => [id, weights[i] ?? 0]));
    const model = modelOf(built, FACTS, POLICY);
    const supposed = reweighed(model, evaluate(model, answers), weights);
    expect(supposed).toEqual(evaluate(modelOf(built, FACTS, { ...POLICY, weights: named }), answers));
    return supposed.overall === null ? 'nothing scored' : supposed.headline.kind;
  });
});
