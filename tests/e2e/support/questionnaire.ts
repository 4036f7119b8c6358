/** A questionnaire of one's own: small, sound, with a question of every type. */
import type { Questionnaire } from '../../../src/core/format/questionnaire.ts';

const yesOrNo = [
  { id: 'no', text: { en: 'No' }, risk: 0 },
  { id: 'yes', text: { en: 'Yes' }, risk: 100 },
];

/** @returns a copy that a test may break */
export const ownQuestionnaire = (): Questionnaire => ({
  format: 'soundings-questionnaire/1',
  id: 'cranes',
  version: '1.0.0',
  released: '2026-11-23',
  title: { en: 'Cranes on the quay' },
  purpose: { en: 'Shows a question of every type' },
  publisher: 'Port of Zandvliet (fictional)',
  licence: 'CC0-1.0',
  languages: ['en'],
  bands: [
    { id: 'fair', from: 0, name: { en: 'Fair' } },
    { id: 'poor', from: 50, name: { en: 'Poor' } },
  ],
  unansweredAtMost: 0.5,
  grades: [
    { id: 'said', name: { en: 'Said' }, widening: 0.5 },
    { id: 'shown', name: { en: 'Shown' }, widening: 0 },
  ],
  countryClasses: [
    { id: 'listed', name: { en: 'Listed by the authority' }, of: { by: 'policy' } },
    { id: 'other', name: { en: 'Any other' }, of: { by: 'rest' } },
  ],
  sources: [{ id: 'manual', title: { en: 'Manual of the quay' }, kind: 'standard', status: 'in-force', asOf: '2026-11-23' }],
  sections: [
    {
      id: 'crane',
      title: { en: 'The crane' },
      weight: 1,
      pages: [
        {
          id: 'all',
          title: { en: 'Every type of question' },
          questions: [
            {
              id: 'c-single',
              type: 'single',
              text: { en: 'Can it be moved from afar?' },
              weight: 1,
              evidence: 'required',
              options: yesOrNo,
            },
            {
              id: 'c-several',
              type: 'several',
              text: { en: 'What does it carry?' },
              weight: 1,
              evidence: 'optional',
              options: [
                { id: 'none', text: { en: 'Nothing' }, risk: 0, exclusive: true },
                { id: 'boxes', text: { en: 'Boxes' }, risk: 40 },
                { id: 'cameras', text: { en: 'Cameras' }, risk: 80 },
              ],
            },
            {
              id: 'c-countries',
              type: 'countries',
              text: { en: 'From where is it serviced?' },
              weight: 1,
              evidence: 'required',
              risks: { listed: 100, other: 20 },
              options: [{ id: 'nowhere', text: { en: 'From nowhere' }, risk: 0 }],
            },
            {
              id: 'c-number',
              type: 'number',
              text: { en: 'How high is it?' },
              weight: 1,
              evidence: 'required',
              unit: { en: 'metres' },
              min: 0,
              max: 200,
              scale: {
                kind: 'steps',
                points: [
                  { at: 0, risk: 0 },
                  { at: 100, risk: 60 },
                ],
              },
              options: [{ id: 'endless', text: { en: 'Higher than anybody can see' }, risk: 100 }],
            },
            { id: 'c-date', type: 'date', text: { en: 'When was it built?' }, weight: 0, evidence: 'required' },
            { id: 'c-text', type: 'text', text: { en: 'What is it called?' }, weight: 0, evidence: 'none' },
            { id: 'c-long', type: 'text', long: true, text: { en: 'What else is to be said of it?' }, weight: 0, evidence: 'optional' },
            {
              id: 'c-table',
              type: 'table',
              text: { en: 'Which parts were replaced?' },
              weight: 1,
              evidence: 'required',
              rowRisk: 'worst',
              combine: { rule: 'worst' },
              noRows: { text: { en: 'None were' }, risk: 0 },
              columns: [
                { id: 'part', type: 'text', text: { en: 'Part' } },
                { id: 'day', type: 'date', text: { en: 'Day' } },
                { id: 'weight', type: 'number', text: { en: 'Weight' }, unit: { en: 'tonnes' }, min: 0, max: 900 },
                { id: 'from', type: 'country', text: { en: 'Made in' } },
                { id: 'open', type: 'single', text: { en: 'Can it be opened?' }, weight: 1, options: yesOrNo },
              ],
            },
          ],
        },
      ],
    },
  ],
  gates: [
    {
      id: 'moved',
      title: { en: 'Can be moved from afar' },
      reason: { en: 'Somebody far away can let a box fall.' },
      sources: [{ source: 'manual', at: 'page 3' }],
      when: { op: 'answer-in', question: 'c-single', options: ['yes'] },
      effects: [{ effect: 'rating-at-least', band: 'poor' }],
      exit: { en: 'Take the line out.' },
    },
  ],
});
