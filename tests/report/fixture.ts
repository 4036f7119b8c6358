/** A small questionnaire of two scored sections, three gates and a plane, and assessments of it. */
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import type { Detail } from '../../src/core/format/assessment.ts';
import { EMPTY_POLICY, type Facts } from '../../src/core/format/facts.ts';
import type { Questionnaire } from '../../src/core/format/questionnaire.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { parseAssessment } from '../../src/core/parse.ts';
import type { ReportInput } from '../../src/report/sections/context.ts';

const en = (text: string) => ({ en: text });

const questionnaire: Questionnaire = {
  format: 'soundings-questionnaire/1',
  id: 'fixture',
  version: '1.0.0',
  released: '2026-01-01',
  title: en('A fixture'),
  purpose: en('To test with'),
  publisher: 'Nobody',
  licence: 'CC0-1.0',
  languages: ['en'],
  bands: [
    { id: 'low', from: 0, name: en('Low') },
    { id: 'moderate', from: 25, name: en('Moderate') },
    { id: 'high', from: 50, name: en('High') },
    { id: 'critical', from: 75, name: en('Critical') },
  ],
  unansweredAtMost: 0.2,
  grades: [
    { id: 'e0', name: en('Statement'), widening: 0.5 },
    { id: 'e2', name: en('Contract'), widening: 0 },
  ],
  countryClasses: [
    { id: 'inside', name: en('Inside'), of: { by: 'facts', set: 'club' } },
    { id: 'outside', name: en('Outside'), of: { by: 'rest' } },
  ],
  sources: [
    { id: 'act', title: en('The Act'), kind: 'law', status: 'in-force', asOf: '2026-01-01', url: 'https://example.org/act' },
    { id: 'paper', title: en('A paper'), kind: 'report', status: 'in-force', asOf: '2026-01-01' },
  ],
  sections: [
    {
      id: 'place',
      title: en('Place of the data'),
      short: en('Place'),
      weight: 1,
      pages: [
        {
          id: 'place-page',
          title: en('Place'),
          questions: [
            {
              id: 'where',
              type: 'countries',
              text: en('Where is it?'),
              weight: 1,
              evidence: 'required',
              risks: { inside: 0, outside: 60 },
            },
            {
              id: 'keys',
              type: 'single',
              text: en('Who holds the keys?'),
              help: en('Capability counts, not promise.'),
              weight: 3,
              evidence: 'required',
              sources: [{ source: 'act' }],
              options: [
                { id: 'buyer', text: en('The buyer alone'), risk: 0 },
                { id: 'vendor', text: en('The vendor'), risk: 40 },
              ],
            },
            {
              id: 'copies',
              type: 'number',
              text: en('How many copies does the vendor hold?'),
              weight: 1,
              evidence: 'required',
              min: 0,
              max: 10,
              scale: {
                kind: 'steps',
                points: [
                  { at: 0, risk: 0 },
                  { at: 1, risk: 20 },
                ],
              },
              visible: { op: 'answer-in', question: 'keys', options: ['vendor'] },
            },
          ],
        },
      ],
    },
    {
      id: 'law',
      title: en('Law that binds'),
      weight: 1,
      pages: [
        {
          id: 'law-page',
          title: en('Law'),
          questions: [
            {
              id: 'order',
              type: 'single',
              text: en('Can a state order it?'),
              weight: 2,
              evidence: 'required',
              options: [
                { id: 'no', text: en('No'), risk: 0 },
                { id: 'yes', text: en('Yes'), risk: 70 },
              ],
            },
            {
              id: 'use',
              type: 'single',
              text: en('How important is it to us?'),
              weight: 1,
              evidence: 'none',
              options: [
                { id: 'some', text: en('Somewhat'), risk: 10 },
                { id: 'much', text: en('Very'), risk: 50 },
              ],
            },
            { id: 'remark', type: 'text', text: en('Anything else?'), weight: 0, evidence: 'optional' },
          ],
        },
      ],
    },
  ],
  gates: [
    {
      id: 'ban',
      title: en('Banned by law'),
      reason: en('The law forbids it.'),
      sources: [{ source: 'act', at: 'Art. 1' }],
      when: {
        op: 'all',
        of: [
          { op: 'country-class-in', question: 'where', classes: ['outside'] },
          { op: 'answer-in', question: 'use', options: ['much'] },
          { op: 'answer-in', question: 'keys', options: ['vendor'] },
        ],
      },
      effects: [{ effect: 'stop' }],
      exit: en('Take it elsewhere.'),
    },
    {
      id: 'compelled',
      title: en('Can be ordered and can read'),
      reason: en('Whoever can be ordered and can read must hand over.'),
      sources: [{ source: 'act', at: 'Art. 2' }, { source: 'paper' }],
      when: {
        op: 'all',
        of: [
          { op: 'answer-in', question: 'order', options: ['yes'], settledFrom: 'e2' },
          { op: 'answer-in', question: 'keys', options: ['vendor'] },
        ],
      },
      effects: [{ effect: 'rating-at-least', band: 'high' }],
      exit: en('Keys that only the buyer holds.'),
    },
    {
      id: 'floor',
      title: en('The vendor can read it'),
      reason: en('The place protects little.'),
      sources: [{ source: 'paper' }],
      when: { op: 'answer-in', question: 'keys', options: ['vendor'] },
      effects: [{ effect: 'section-at-least', section: 'place', risk: 45 }],
      exit: en('Other keys.'),
    },
  ],
  plane: { x: { title: en('Exposure'), sections: ['law'] }, y: { title: en('Consequence'), sections: ['place'] } },
};

const facts: Facts = {
  format: 'soundings-jurisdictions/1',
  version: '2026-01-01',
  title: en('Facts'),
  sets: [
    {
      id: 'club',
      title: en('The club'),
      scored: true,
      asOf: '2026-01-01',
      staleAfter: '2026-02-01',
      source: { title: 'Treaty of the club' },
      licence: 'CC0-1.0',
      confidence: 'high',
      checkedBy: 'Nobody',
      members: [{ country: 'BE' }],
    },
  ],
  laws: [],
  userAssigned: [{ country: 'XA', name: en('Nowhere') }],
};

export const answered = (value: Extract<Answer, { state: 'answered' }>['value'], grade: string | undefined = 'e2'): Answer => ({
  state: 'answered',
  value,
  evidence: { grade, title: 'A document' },
});

/** Answers by which the rating is raised from Moderate to High by one gate. */
export const RAISED: Readonly<Record<string, Answer>> = {
  where: answered(['BE']),
  keys: answered('vendor'),
  copies: answered(2),
  order: answered('yes'),
  use: answered('some', undefined),
  remark: answered('Nothing else.'),
};

export interface Setup {
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly details?: Readonly<Partial<Record<Detail, string>>>;
  readonly override?: { readonly band: string; readonly reason: string };
}

/** What a report is made from; the assessment passes the same check as one from outside. */
export function inputOf({ answers = {}, details = { vendor: 'Example Cargo' }, override }: Setup = {}): ReportInput {
  const lines = [
    ...Object.entries(details).map(([detail, value]) => ({ kind: 'detail' as const, detail: detail as Detail, value })),
    ...Object.entries(answers).map(([question, answer]) => ({ kind: 'answer' as const, question, answer })),
    ...(override ? [{ kind: 'override' as const, override }] : []),
  ];
  const history = lines.map((line, i) => ({
    ...line,
    id: `entry-${String(i).padStart(4, '0')}`,
    at: `2026-03-01T10:${String(i).padStart(2, '0')}:00.000Z`,
    by: 'A. Officer',
  }));
  const file = {
    format: 'soundings-assessment/1',
    id: 'fixture-0001',
    created: '2026-03-01T09:00:00.000Z',
    questionnaire,
    policy: EMPTY_POLICY,
    facts,
    history,
  };
  const parsed = parseAssessment(JSON.stringify(file));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, code }) => `${path} ${code}`).join(', '));
  const model = modelOf(parsed.value.questionnaire, parsed.value.facts, parsed.value.policy);
  const state = fold(parsed.value.history);
  return { assessment: parsed.value, model, state, result: evaluate(model, state.answers), language: 'en', appVersion: '0.0.0' };
}
