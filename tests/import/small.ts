/** What the tests of files share: a small sound questionnaire, and what was found in a file, as data and in words. */
import type { Outcome, Problem } from '../../src/core/problems.ts';
import problems from '../../src/i18n/en/problems.json?messages';
import values from '../../src/i18n/en/values.json?messages';
import type { ProblemKey } from '../../src/i18n/languages.ts';
import { sayProblemAt } from '../../src/i18n/problem-words.ts';
import { translator } from '../../src/i18n/translator.ts';

const t = translator<ProblemKey>('en', { ...problems, ...values });

/** A small sound questionnaire; each case below breaks one thing in it. */
export const sound = () => ({
  format: 'soundings-questionnaire/1',
  id: 'small',
  version: '1.0.0',
  released: '2026-11-23',
  title: { en: 'Small' },
  purpose: { en: 'For tests' },
  publisher: 'Soundings',
  licence: 'CC-BY-4.0',
  languages: ['en'],
  bands: [
    { id: 'low', from: 0, name: { en: 'Low' } },
    { id: 'high', from: 50, name: { en: 'High' } },
  ],
  unansweredAtMost: 0.2,
  grades: [
    { id: 'e0', name: { en: 'Statement' }, widening: 0.5 },
    { id: 'e2', name: { en: 'Contract' }, widening: 0 },
  ],
  countryClasses: [
    { id: 'listed', name: { en: 'Listed' }, of: { by: 'policy' } },
    { id: 'other', name: { en: 'Other' }, of: { by: 'rest' } },
  ],
  parameters: [
    { id: 'threshold', name: { en: 'Threshold' }, choices: [{ id: 'standard', name: { en: 'Standard' }, value: 75 }], default: 'standard' },
  ],
  sources: [{ id: 'law', title: { en: 'A law' }, kind: 'law', status: 'in-force', asOf: '2026-11-23' }],
  sections: [
    {
      id: 'one',
      title: { en: 'One' },
      weight: 1,
      pages: [
        {
          id: 'page',
          title: { en: 'Page' },
          questions: [
            {
              id: 'q1',
              type: 'single',
              text: { en: 'First?' },
              weight: 1,
              evidence: 'required',
              sources: [{ source: 'law' }],
              options: [
                { id: 'no', text: { en: 'No' }, risk: 0 },
                { id: 'yes', text: { en: 'Yes' }, risk: 100 },
              ],
            },
            {
              id: 'q2',
              type: 'number',
              text: { en: 'Second?' },
              weight: 1,
              evidence: 'required',
              min: 0,
              max: 10,
              scale: {
                kind: 'steps',
                points: [
                  { at: 0, risk: 0 },
                  { at: 5, risk: 50 },
                ],
              },
              visible: { op: 'answer-in', question: 'q1', options: ['yes'] },
            },
            { id: 'q3', type: 'countries', text: { en: 'Third?' }, weight: 1, evidence: 'required', risks: { listed: 100, other: 60 } },
          ],
        },
      ],
    },
  ],
  gates: [
    {
      id: 'g1',
      title: { en: 'Gate' },
      reason: { en: 'Because' },
      sources: [{ source: 'law', at: 'Art. 1' }],
      when: { op: 'answer-risk-at-least', question: 'q1', risk: { parameter: 'threshold' } },
      effects: [{ effect: 'rating-at-least', band: 'high' }],
      exit: { en: 'Answer no' },
    },
  ],
});

// biome-ignore lint/suspicious/noExplicitAny: the cases put wrong things into a well-typed value on purpose
export type Loose = any;

/** Its problems, or, where it is taken, its warnings. */
export const found = (outcome: Outcome<unknown>): readonly Problem[] => (outcome.ok ? outcome.warnings : outcome.problems);
/** A problem as a person reads it, behind its place. */
export const sentenceOf = (problem: Problem): string => sayProblemAt(t, problem);
