import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/core/format/facts.ts';
import { parseAssessment, parseQuestionnaire } from '../../src/core/parse.ts';
import { assessmentOf, clickable, questionnaireOf, questionsOf } from './synthetic.mjs';

const facts: Facts = JSON.parse(readFileSync(new URL('../../questionnaires/jurisdictions/2026-11-23.json', import.meta.url), 'utf8'));

describe('questionnaires to measure with', () => {
  it.each([60, 2000])(
    '%i questions are a questionnaire without a fault, and the same again',
    (size) => {
      const questionnaire = questionnaireOf(size);
      const parsed = parseQuestionnaire(JSON.stringify(questionnaire));
      expect(parsed).toMatchObject({ ok: true, warnings: [] });
      expect(questionsOf(questionnaire)).toHaveLength(size);
      expect(questionnaireOf(size)).toEqual(questionnaire);
    },
    30_000,
  );

  it('about a fifth depend on an earlier answer, and each type is there', () => {
    const questions = questionsOf(questionnaireOf(2000));
    expect(questions.filter((question) => question.visible).length / questions.length).toBeCloseTo(0.2, 1);
    expect(new Set(questions.map((question) => question.type)).size).toBe(6);
  });

  it('an assessment that is answered save for the choices of the open section is one', () => {
    const parsed = parseAssessment(JSON.stringify(assessmentOf(questionnaireOf(300), facts, { answered: true })));
    expect(parsed).toMatchObject({ ok: true, warnings: [] });
    expect(parsed.ok && parsed.value.history.length).toBeGreaterThan(200);
  });

  it('the first section has choices to click at every size', () => {
    for (const size of [60, 2000])
      expect(clickable(questionnaireOf(size)).filter(({ section }) => section === 's1').length).toBeGreaterThanOrEqual(5);
  });
});
