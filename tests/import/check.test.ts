import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAssessment, parsePolicy, parseQuestionnaire } from '../../src/core/parse.ts';
import type { Outcome } from '../../src/core/problems.ts';
import problems from '../../src/i18n/en/problems.json?messages';
import values from '../../src/i18n/en/values.json?messages';
import type { ProblemKey } from '../../src/i18n/languages.ts';
import { sayProblemAt } from '../../src/i18n/problem-words.ts';
import { translator } from '../../src/i18n/translator.ts';

const t = translator<ProblemKey>('en', { ...problems, ...values });

/** A small sound questionnaire; each case below breaks one thing in it. */
const sound = () => ({
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
type Json = ReturnType<typeof sound> & Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: the cases put wrong things into a well-typed value on purpose
type Loose = any;

const QUESTIONS = '/sections/0/pages/0/questions';
const CASES: readonly (readonly [name: string, breakIt: (q: Loose) => void, code: string, path: string])[] = [
  [
    'another format',
    (q) => {
      q.format = 'x/1';
    },
    'format',
    '/format',
  ],
  [
    'a missing key',
    (q) => {
      delete q.title;
    },
    'shape-missing',
    '/title',
  ],
  [
    'an unknown key',
    (q) => {
      q.colour = 'red';
    },
    'shape-key-unknown',
    '/colour',
  ],
  [
    'a wrong type',
    (q) => {
      q.version = 1;
    },
    'shape',
    '/version',
  ],
  [
    'a dotted id',
    (q) => {
      q.sections[0].pages[0].questions[0].id = 'q.1';
    },
    'shape',
    `${QUESTIONS}/0/id`,
  ],
  [
    'a reserved id',
    (q) => {
      q.sections[0].id = 'constructor';
    },
    'shape',
    '/sections/0/id',
  ],
  [
    'a risk above 100',
    (q) => {
      q.sections[0].pages[0].questions[0].options[1].risk = 101;
    },
    'shape',
    `${QUESTIONS}/0/options/1/risk`,
  ],
  [
    'a day that is none',
    (q) => {
      q.released = '2026-02-30';
    },
    'shape',
    '/released',
  ],
  [
    'an unknown question type',
    (q) => {
      q.sections[0].pages[0].questions[0].type = 'slider';
    },
    'shape-choice',
    `${QUESTIONS}/0/type`,
  ],
  [
    'an id twice',
    (q) => {
      q.sections[0].pages[0].questions[2].id = 'q1';
    },
    'id-twice',
    `${QUESTIONS}/2/id`,
  ],
  [
    'an option twice',
    (q) => {
      q.sections[0].pages[0].questions[0].options[1].id = 'no';
    },
    'id-twice',
    `${QUESTIONS}/0/options/1/id`,
  ],
  [
    'a source that is not there',
    (q) => {
      q.gates[0].sources[0].source = 'other';
    },
    'reference-missing',
    '/gates/0/sources/0/source',
  ],
  [
    'a band that is not there',
    (q) => {
      q.gates[0].effects[0].band = 'worse';
    },
    'reference-missing',
    '/gates/0/effects/0/band',
  ],
  [
    'an option that is not there',
    (q) => {
      q.sections[0].pages[0].questions[1].visible.options = ['maybe'];
    },
    'reference-missing',
    `${QUESTIONS}/1/visible/options/0`,
  ],
  [
    'a forward reference',
    (q) => {
      q.sections[0].pages[0].questions[0].visible = { op: 'number-is', question: 'q2', relation: 'above', to: 1 };
    },
    'reference-forward',
    `${QUESTIONS}/0/visible/question`,
  ],
  [
    'a question that depends on itself',
    (q) => {
      q.sections[0].pages[0].questions[1].visible = { op: 'number-is', question: 'q2', relation: 'above', to: 1 };
    },
    'reference-forward',
    `${QUESTIONS}/1/visible/question`,
  ],
  [
    'a gate that looks at itself',
    (q) => {
      q.gates[0].when = { op: 'gate', gate: 'g1' };
    },
    'reference-forward',
    '/gates/0/when/gate',
  ],
  [
    'a gate in a visibility rule',
    (q) => {
      q.sections[0].pages[0].questions[1].visible = { op: 'gate', gate: 'g1' };
    },
    'condition-not-in-visibility',
    `${QUESTIONS}/1/visible`,
  ],
  [
    'a number asked of a choice',
    (q) => {
      q.gates[0].when = { op: 'number-is', question: 'q1', relation: 'above', to: 1 };
    },
    'condition-wrong-type',
    '/gates/0/when',
  ],
  [
    'an option without risk',
    (q) => {
      delete q.sections[0].pages[0].questions[0].options[0].risk;
    },
    'risk-missing',
    `${QUESTIONS}/0/options/0`,
  ],
  [
    'a country class without risk',
    (q) => {
      delete q.sections[0].pages[0].questions[2].risks.listed;
    },
    'risk-missing',
    `${QUESTIONS}/2/risks`,
  ],
  [
    'a scale with a hole',
    (q) => {
      q.sections[0].pages[0].questions[1].scale.points[0].at = 1;
    },
    'scale-hole',
    `${QUESTIONS}/1/scale/points/0/at`,
  ],
  [
    'a scale out of order',
    (q) => {
      q.sections[0].pages[0].questions[1].scale.points[1].at = 0;
    },
    'scale-order',
    `${QUESTIONS}/1/scale/points/1/at`,
  ],
  [
    'a scale point beyond the limit',
    (q) => {
      q.sections[0].pages[0].questions[1].scale.points[1].at = 11;
    },
    'scale-unreachable',
    `${QUESTIONS}/1/scale/points/1/at`,
  ],
  [
    'bands with a hole',
    (q) => {
      q.bands[0].from = 10;
    },
    'band-hole',
    '/bands/0/from',
  ],
  [
    'bands out of order',
    (q) => {
      q.bands[1].from = 0;
    },
    'band-order',
    '/bands/1/from',
  ],
  [
    'a class behind the rest',
    (q) => {
      q.countryClasses.reverse();
    },
    'class-unreachable',
    '/countryClasses/1',
  ],
  [
    'a weight without effect',
    (q) => {
      q.sections[0].pages[0].questions[0].options[0].risk = 100;
    },
    'weight-without-effect',
    `${QUESTIONS}/0/weight`,
  ],
  [
    'a section weight without effect',
    (q) => {
      q.sections.push({
        id: 'two',
        title: { en: 'Two' },
        weight: 1,
        pages: [
          { id: 'p', title: { en: 'P' }, questions: [{ id: 'q9', type: 'text', text: { en: 'Why?' }, weight: 0, evidence: 'none' }] },
        ],
      });
    },
    'section-weight-without-effect',
    '/sections/1/weight',
  ],
  [
    'nothing that is scored',
    (q) => {
      q.sections[0].weight = 0;
    },
    'nothing-scored',
    '/sections',
  ],
  [
    'a missing translation',
    (q) => {
      q.languages.push('nl');
    },
    'translation-missing',
    '/title',
  ],
  [
    'a question that can never be asked',
    (q) => {
      q.sections[0].pages[0].questions[1].visible = {
        op: 'all',
        of: [
          { op: 'answer-in', question: 'q1', options: ['no'] },
          { op: 'answer-in', question: 'q1', options: ['yes'] },
        ],
      };
    },
    'question-unreachable',
    `${QUESTIONS}/1/visible`,
  ],
  [
    'a gate that can never apply',
    (q) => {
      q.gates[0].when = { op: 'number-is', question: 'q2', relation: 'above', to: 10 };
    },
    'gate-never',
    '/gates/0/when',
  ],
  [
    'a gate that raises nothing',
    (q) => {
      q.gates[0].effects[0].band = 'low';
    },
    'effect-without-effect',
    '/gates/0/effects/0',
  ],
  [
    'a risk asked of what has none',
    (q) => {
      delete q.sections[0].pages[0].questions[0].options[0].risk;
      delete q.sections[0].pages[0].questions[0].options[1].risk;
      q.sections[0].pages[0].questions[0].weight = 0;
    },
    'condition-without-risk',
    '/gates/0/when',
  ],
  [
    'a text column with weight',
    (q) => {
      q.sections[0].pages[0].questions[2] = {
        id: 'q3',
        type: 'table',
        text: { en: 'Rows?' },
        weight: 1,
        evidence: 'required',
        columns: [
          {
            id: 'kind',
            type: 'single',
            text: { en: 'Kind' },
            weight: 1,
            options: [
              { id: 'a', text: { en: 'A' }, risk: 0 },
              { id: 'b', text: { en: 'B' }, risk: 50 },
            ],
          },
          { id: 'note', type: 'text', text: { en: 'Note' }, weight: 1 },
        ],
      };
    },
    'risk-text-scored',
    `${QUESTIONS}/2/columns/1/weight`,
  ],
  [
    'an opposite of what gates raise',
    (q) => {
      q.gates.push({ ...q.gates[0], id: 'g2', when: { op: 'not', of: { op: 'gate', gate: 'g1' } } });
    },
    'condition-not-over-result',
    '/gates/1/when',
  ],
];

const found = (outcome: Outcome<unknown>) => (outcome.ok ? outcome.warnings : outcome.problems);

describe('a questionnaire file', () => {
  test('that is sound has no problem', () => {
    expect(found(parseQuestionnaire(JSON.stringify(sound())))).toEqual([]);
  });

  test.each(CASES)('%s is named with its path and a sentence', (_name, breakIt, code, path) => {
    const broken = sound() as Json;
    breakIt(broken);
    const problem = found(parseQuestionnaire(JSON.stringify(broken))).find((one) => one.code === code && one.path === path);
    expect(problem, JSON.stringify(found(parseQuestionnaire(JSON.stringify(broken))))).toBeDefined();
    if (!problem) return;
    const sentence = sayProblemAt(t, problem);
    expect(sentence).toContain(path === '' ? 'The file' : path);
    expect(sentence).not.toMatch(/[{}]|undefined|@/);
  });

  test('every problem is listed, not only the first', () => {
    const broken = sound() as Loose;
    broken.version = 1;
    delete broken.title;
    broken.bands[0].from = -1;
    expect(
      found(parseQuestionnaire(JSON.stringify(broken)))
        .map((one) => one.path)
        .sort(),
    ).toEqual(['/bands/0/from', '/title', '/version']);
  });
});

describe('an assessment file', () => {
  const example = () => JSON.parse(readFileSync('questionnaires/examples/meridian.json', 'utf8')) as Loose;
  const at = (file: Loose, question: string) => file.history.findIndex((entry: Loose) => entry.question === question);

  test('that the product ships is read without a warning', () => {
    expect(found(parseAssessment(JSON.stringify(example())))).toEqual([]);
  });

  test.each<readonly [string, (file: Loose) => string, string]>([
    [
      'an answer to a question that is not asked',
      (file) => {
        const i = at(file, 'dl-05');
        file.history[i].question = 'dl-99';
        return `/history/${i}/question`;
      },
      'reference-missing',
    ],
    [
      'an option that is not offered',
      (file) => {
        const i = at(file, 'dl-05');
        file.history[i].answer.value = 'moon';
        return `/history/${i}/answer/value`;
      },
      'value-not-an-option',
    ],
    [
      'an unknown grade',
      (file) => {
        const i = at(file, 'dl-05');
        file.history[i].answer.evidence.grade = 'e9';
        return `/history/${i}/answer/evidence/grade`;
      },
      'reference-missing',
    ],
    [
      'an undo of what is not there',
      (file) => {
        file.history.push({ id: 'undo-0001', at: '2026-11-23T14:02:00.000Z', by: '', kind: 'undo', entry: 'no-such-entry' });
        return `/history/${file.history.length - 1}/entry`;
      },
      'entry-unknown',
    ],
    [
      'an entry that followed one which is not there',
      (file) => {
        file.history.push({ ...file.history[0], id: 'entry-0001', after: ['no-such-entry'] });
        return `/history/${file.history.length - 1}/after/0`;
      },
      'entry-unknown',
    ],
    [
      'an undo of what stands on another line',
      (file) => {
        const last = file.history.at(-1).id;
        file.history.push({ ...file.history[0], id: 'entry-0001' });
        file.history.push({ id: 'undo-0001', at: '2026-11-23T14:02:00.000Z', by: '', kind: 'undo', entry: 'entry-0001', after: [last] });
        return `/history/${file.history.length - 1}/entry`;
      },
      'entry-unseen',
    ],
    [
      'more lines side by side than anybody makes',
      (file) => {
        for (let i = 0; i <= 500; i++) file.history.push({ ...file.history[0], id: `entry-000${i}`, after: [] });
        return '/history';
      },
      'history-lines',
    ],
    [
      'an entry twice',
      (file) => {
        file.history.push(file.history[0]);
        return `/history/${file.history.length - 1}/id`;
      },
      'entry-twice',
    ],
    [
      'a questionnaire that does not hold together',
      (file) => {
        file.questionnaire.bands[0].from = 5;
        return '/questionnaire/bands/0/from';
      },
      'band-hole',
    ],
    [
      'a file of another kind',
      (file) => {
        file.format = 'soundings-policy/1';
        return '/format';
      },
      'format',
    ],
    [
      'a choice that the parameter does not have',
      (file) => {
        file.policy.parameters = { 'compulsion-threshold': 'huge' };
        return '/policy/parameters/compulsion-threshold';
      },
      'reference-missing',
    ],
    [
      'a weight of a section that is not there',
      (file) => {
        file.policy.weights = { nowhere: 3 };
        return '/policy/weights/nowhere';
      },
      'reference-missing',
    ],
    [
      'weights that leave nothing to score',
      (file) => {
        file.policy.weights = Object.fromEntries(file.questionnaire.sections.map(({ id }: { id: string }) => [id, 0]));
        return '/policy/weights';
      },
      'weights-all-zero',
    ],
  ])('%s is refused with its place', (_name, breakIt, code) => {
    const file = example();
    const path = breakIt(file);
    const outcome = parseAssessment(JSON.stringify(file));
    expect(outcome.ok).toBe(false);
    expect(found(outcome)).toContainEqual(expect.objectContaining({ code, path }));
  });
});

describe('what a schema finds is said in words', () => {
  const policy = { format: 'soundings-policy/1', name: 'List', version: '1', countries: ['XA'], parameters: {} };
  test.each<[object, string]>([
    [{ name: 3 }, '/name: Expected a text; found 3.'],
    [{ name: '' }, '/name: Expected at least 1 character; found 0.'],
    [{ name: 'x'.repeat(2001) }, '/name: Expected at most 2000 characters; found 2001.'],
    [{ countries: 'XA' }, '/countries: Expected a list; found "XA".'],
    [{ parameters: 7 }, '/parameters: Expected an object; found 7.'],
    [{ weights: { one: 'heavy' } }, '/weights/one: Expected a number; found "heavy".'],
    [{ weights: { one: -1 } }, '/weights/one: Expected a number of at least 0; found -1.'],
  ])('%o', (change, sentence) => {
    const outcome = parsePolicy(JSON.stringify({ ...policy, ...change }));
    expect(outcome.ok || outcome.problems.map((one) => sayProblemAt(t, one))).toEqual([sentence]);
  });
  test('a choice that is none of those there are', () => {
    const outcome = parseQuestionnaire(JSON.stringify({ ...sound(), sources: [{ ...sound().sources[0], status: 'old' }] }));
    expect(outcome.ok || outcome.problems.map((one) => sayProblemAt(t, one))).toEqual([
      '/sources/0/status: Expected one of "in-force", "proposal", "lapsed"; found "old".',
    ]);
  });
  test('a list without entries', () => {
    const outcome = parseQuestionnaire(JSON.stringify({ ...sound(), bands: [] }));
    expect(outcome.ok || outcome.problems.map((one) => sayProblemAt(t, one))).toEqual(['/bands: Expected at least 1 entry; found 0.']);
  });
});

test('a policy file names its list, and nothing else passes for one', () => {
  expect(
    parsePolicy(JSON.stringify({ format: 'soundings-policy/1', name: 'List', version: '1', countries: ['XA'], parameters: {} })).ok,
  ).toBe(true);
  const outcome = parsePolicy(
    JSON.stringify({ format: 'soundings-policy/1', name: 'List', version: '1', countries: ['Atlantis'], parameters: {} }),
  );
  expect(found(outcome)).toEqual([
    expect.objectContaining({ path: '/countries/0', params: expect.objectContaining({ expected: '@country' }) }),
  ]);
});
