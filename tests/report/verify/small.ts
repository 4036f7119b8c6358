/**
 * The shortest reports that the app writes, of a final assessment of one question. None has one page: a full report begins anew after its
 * summary, and every report has annexes.
 */
import { evaluate } from '../../../src/core/evaluate.ts';
import type { Assessment } from '../../../src/core/format/assessment.ts';
import { EMPTY_POLICY, type Facts } from '../../../src/core/format/facts.ts';
import type { Questionnaire } from '../../../src/core/format/questionnaire.ts';
import { fold } from '../../../src/core/history.ts';
import { modelOf } from '../../../src/core/model.ts';
import { parseAssessment } from '../../../src/core/parse.ts';
import { redact } from '../../../src/core/redaction/redact.ts';
import type { Document } from '../../../src/report/blocks.ts';
import { reportDocument } from '../../../src/report/document.ts';
import { redactedDocument } from '../../../src/report/redacted/document.ts';
import { APP_VERSION as appVersion } from '../../../src/report/version.ts';

const en = (text: string) => ({ en: text });

const questionnaire: Questionnaire = {
  format: 'soundings-questionnaire/1',
  id: 'small',
  version: '1.0.0',
  released: '2026-01-01',
  title: en('One question'),
  purpose: en('To test with'),
  publisher: 'Nobody',
  licence: 'CC0-1.0',
  languages: ['en'],
  bands: [{ id: 'low', from: 0, name: en('Low') }],
  unansweredAtMost: 0,
  grades: [{ id: 'e0', name: en('Statement'), widening: 0 }],
  countryClasses: [{ id: 'any', name: en('Any'), of: { by: 'rest' } }],
  sources: [],
  sections: [
    {
      id: 'all',
      title: en('All'),
      weight: 1,
      pages: [
        {
          id: 'page',
          title: en('Page'),
          questions: [
            {
              id: 'keys',
              type: 'single',
              text: en('Who holds the keys?'),
              weight: 1,
              evidence: 'none',
              options: [
                { id: 'buyer', text: en('The buyer'), risk: 0 },
                { id: 'vendor', text: en('The vendor'), risk: 100 },
              ],
            },
          ],
        },
      ],
    },
  ],
  gates: [],
};
const facts: Facts = {
  format: 'soundings-jurisdictions/1',
  version: '2026-01-01',
  title: en('None'),
  sets: [],
  laws: [],
  userAssigned: [],
};

const at = '2026-03-02T10:00:00.000Z';
const by = 'Ada Anders';
const assessment = parseAssessment(
  JSON.stringify({
    format: 'soundings-assessment/1',
    id: 'small-0001',
    created: at,
    questionnaire,
    policy: EMPTY_POLICY,
    facts,
    history: [
      { id: 'entry-keys', at, by, kind: 'answer', question: 'keys', answer: { state: 'answered', value: 'buyer' } },
      {
        id: 'entry-final',
        at,
        by,
        kind: 'final',
        number: '1',
        day: '2026-03-02',
        preparer: { name: by, interest: null },
        reviewer: { name: 'Ben Bos', interest: null },
        approver: { name: 'Cy Claes', interest: null },
        retention: 'One year',
        disposal: '2027-12-31',
      },
    ],
  }),
);

const value = (): Assessment => {
  if (!assessment.ok) throw new Error(JSON.stringify(assessment.problems));
  return assessment.value;
};

/** The whole of it. */
export function smallReport(): Document {
  const { questionnaire, facts, policy, history } = value();
  const model = modelOf(questionnaire, facts, policy);
  const state = fold(history);
  return reportDocument({ assessment: value(), model, state, result: evaluate(model, state.answers), language: 'en', appVersion });
}

/** Its redacted variant, which is the shortest of all. */
export function smallRedacted(): Document {
  return redactedDocument({ redacted: redact(value(), [{ what: 'people', ground: 'Personal data' }]), language: 'en', appVersion });
}
