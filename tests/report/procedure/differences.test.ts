/** Differences of criteria in words. */
import { describe, expect, it, test } from 'vitest';
import type { Condition } from '../../../src/core/format/condition.ts';
import type { Criteria } from '../../../src/core/procedure/criteria.ts';
import { criteriaDifferences } from '../../../src/core/procedure/differences.ts';
import account from '../../../src/i18n/en/account.json?messages';
import messages from '../../../src/i18n/en/differences.json?messages';
import method from '../../../src/i18n/en/method.json?messages';
import { formats, local } from '../../../src/i18n/format.ts';
import type { DifferenceKey, MethodKey } from '../../../src/i18n/languages.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { countryNames } from '../../../src/report/countries.ts';
import { conditionWords } from '../../../src/report/procedure/condition.ts';
import { differenceLines, lineWords } from '../../../src/report/procedure/differences.ts';
import type { DifferenceWording } from '../../../src/report/procedure/told.ts';
import { changedAt, changedLeaf, leavesOf } from '../../core/procedure/leaves.ts';
import { CRITERIA, FACTS, POLICY } from '../../core/procedure/support.ts';
import { randomQuestionnaire } from '../../core/support/randomQuestionnaire.ts';
import { holds } from '../../core/support/runs.ts';

const words: DifferenceWording = {
  t: translator<MethodKey | DifferenceKey>('en', { ...account, ...method, ...messages }),
  f: formats('en'),
  local: (text) => local(text, 'en'),
  country: countryNames('en', FACTS),
};
const lines = (from: Criteria, to: Criteria) => differenceLines(criteriaDifferences(from, to), words);
const said = (to: Criteria) => lines(CRITERIA, to).map((line) => lineWords(line, words));

const questions = CRITERIA.questionnaire.sections.flatMap((section, s) =>
  section.pages.flatMap((page, p) =>
    page.questions.map((question, q) => ({ question, path: ['questionnaire', 'sections', s, 'pages', p, 'questions', q] })),
  ),
);
const pathOf = (id: string) => questions.find(({ question }) => question.id === id)?.path ?? [];
const gate = (id: string) => ['questionnaire', 'gates', CRITERIA.questionnaire.gates.findIndex((one) => one.id === id)];
const changed = (path: readonly (string | number)[], value: unknown) =>
  changedAt(CRITERIA, path, (old) => (typeof value === 'function' ? value(old) : value)) as Criteria;
const policy = (more: object): Criteria => ({ ...CRITERIA, policy: { ...POLICY, ...more } });

describe('lines as they are read', () => {
  it.each<[Criteria, string]>([
    [
      policy({ weights: { op: 45, dl: 20 } }),
      'Section “Operator: ownership, control and law”: weight: 40 (the authority’s) → 45 (the authority’s)',
    ],
    [policy({ weights: { op: 40 } }), 'Section “Data location”: weight: 20 (the authority’s) → 15 (the questionnaire’s)'],
    [
      policy({ weights: { op: 40.0000001, dl: 20 } }),
      'Section “Operator: ownership, control and law”: weight: 40 (the authority’s) → 40.0000001 (the authority’s)',
    ],
    [policy({ countries: ['XA', 'XB', 'NO'] }), 'The authority’s list, Norway: not there → there'],
    [policy({ adopted: '2026-02-01' }), 'Policy: day of adoption: 15 January 2026 → 1 February 2026'],
    [policy({ legalBasis: undefined }), 'Policy: legal basis: A decision → nothing'],
    [
      policy({ parameters: {} }),
      'Parameter “From which law on an operator counts as one that can be compelled”: Standard: an order of the executive is enough (75), chosen by the authority → Standard: an order of the executive is enough (75), by default',
    ],
    [
      { ...CRITERIA, answers: { ...CRITERIA.answers, 'pr-03': { state: 'unknown', note: 'A decision of the board.' } } },
      'The buyer’s answer to PR-03 “How important is the service to the buyer?”: An essential service depends on it, or the port or airport has a designated military role → Could not find out',
    ],
    [changed([...pathOf('dl-05'), 'weight'], 6), 'DL-05 “Who runs the servers on which our data lies?”: weight: 5 → 6'],
    [
      changed([...pathOf('dl-09'), 'scale', 'points', 0, 'risk'], 1),
      'DL-09 “For how many months is metadata or telemetry kept after the transaction?”: scale of risk: steps: 0 at 0; 25 at 4; 60 at 13; 85 at 37; 100 at 121 → steps: 1 at 0; 25 at 4; 60 at 13; 85 at 37; 100 at 121',
    ],
    [
      changed([...pathOf('dl-01'), 'risks', 'eea'], 7),
      'DL-01 “In which countries is our data stored in daily operation?”: risks by class of country: EU or EEA: 0 → EU or EEA: 7',
    ],
    [
      changed([...pathOf('ic-09'), 'options', 0, 'risk'], 10),
      'IC-09 “How are military, government and other sensitive consignments treated?”, option “Kept out of the platform by technical means: they have a channel of their own”: risk: 0 → 10',
    ],
    [
      changed([...gate('g1'), 'effects'], [{ effect: 'stop' }, { effect: 'section-at-least', section: 'dl', risk: 60 }]),
      'Gate G1 “Can be compelled, can decrypt, sees single consignments”: effects: at least High → stop, no rating is given; Location counts as at least 60',
    ],
    [changed(['questionnaire', 'grades', 0, 'widening'], 0.45), 'Evidence grade “Statement or press”: widening: 50 % → 45 %'],
    [
      changed(['questionnaire', 'countryClasses', 1, 'of'], { by: 'facts', set: 'eu' }),
      'Country class “EU or EEA”: countries in it: those in the set “European Economic Area” → those in the set “Member states of the European Union”',
    ],
    [
      changed(['questionnaire', 'gates'], (old: unknown[]) => [old[1], old[0], ...old.slice(2)]),
      'Questionnaire: order of the gates: Under EU restrictive measures; Can be compelled, can decrypt, sees single consignments → Can be compelled, can decrypt, sees single consignments; Under EU restrictive measures',
    ],
    [
      changed(['facts', 'laws', 0, 'secrecy'], 'not-stated'),
      'Country table, law “Australia: Telecommunications Act 1997, Part 15 (added by the Assistance and Access Act 2018)”: secrecy: yes → not stated',
    ],
    [
      { ...CRITERIA, answers: { ...CRITERIA.answers, 'pr-02': { state: 'answered', value: ['pcs', 'gate'] } } },
      'The buyer’s answer to PR-02 “What does the platform do?”: Links the parties of a port or airport, or serves as a single window for reports to authorities; Controls gates and access, or identifies drivers → Links the parties of a port or airport, or serves as a single window for reports to authorities; Controls gates and access, or identifies drivers (written otherwise)',
    ],
  ])('%#', (to, expected) => expect(said(to)).toEqual([expected]));
});

describe('conditions as they are read', () => {
  it.each<[Condition, string]>([
    [{ op: 'all', of: [] }, 'always'],
    [{ op: 'any', of: [] }, 'never'],
    [
      { op: 'answer-in', question: 'pr-03', options: ['imp', 'min'] },
      'PR-03 is “Important, but it can be replaced within days” or “Minor”',
    ],
    [
      { op: 'answer-in', question: 'pr-03', options: ['min'], settledFrom: 'e2' },
      'PR-03 is “Minor” (settled from “Contract clause or independent report” on)',
    ],
    [
      { op: 'answer-risk-at-least', question: 'dl-05', risk: { parameter: 'compulsion-threshold' } },
      'the risk of DL-05 is at least the parameter “From which law on an operator counts as one that can be compelled”',
    ],
    [{ op: 'number-is', question: 'dl-09', relation: 'above', to: 12 }, 'DL-09 is above 12 months'],
    [
      { op: 'country-class-in', question: 'dl-12', column: 'seat', classes: ['eea'] },
      'DL-12, “Country of its seat”, names a country of the class “EU or EEA”',
    ],
    [{ op: 'country-class-in', question: 'op-01', classes: ['eea'] }, 'OP-01 names a country of the class “EU or EEA”'],
    [{ op: 'section-at-least', section: 'dl', risk: 50 }, '“Data location” is at least 50'],
    [
      {
        op: 'not',
        of: {
          op: 'any',
          of: [
            { op: 'gate', gate: 'g1' },
            { op: 'gate', gate: 'g2' },
          ],
        },
      },
      'not (gate G1 applies or gate G2 applies)',
    ],
    [
      {
        op: 'all',
        of: [
          { op: 'gate', gate: 'g1' },
          { op: 'not', of: { op: 'gate', gate: 'g2' } },
        ],
      },
      'gate G1 applies and not (gate G2 applies)',
    ],
  ])('%#', (condition, expected) => expect(conditionWords(condition, CRITERIA.questionnaire, words)).toBe(expected));
});

/** Terms out of closed sets: another one is no value. */
const CLOSED = [
  'type',
  'evidence',
  'kind',
  'status',
  'confidence',
  'independentCourt',
  'secrecy',
  'rowRisk',
  'rule',
  'by',
  'op',
  'relation',
  'effect',
  'state',
];

test('whatever leaf changes, every line names a place and two values that are not the same words', { timeout: 30_000 }, () => {
  holds('words', 300, (d) => {
    const from = d.chance(50) ? CRITERIA : { ...CRITERIA, questionnaire: randomQuestionnaire(d), answers: {} };
    const to = changedLeaf(from, d.pick(leavesOf(from).filter((path) => !CLOSED.includes(String(path.at(-1)))))) as Criteria;
    for (const line of lines(from, to)) {
      expect(line.place).toMatch(/\S/);
      expect(line.old).not.toBe(line.new);
      expect([line.place, line.old, line.new].join(' ')).not.toMatch(/undefined|\[object|NaN/);
    }
    return 'changes';
  });
});
