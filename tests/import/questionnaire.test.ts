import { describe, expect, test } from 'vitest';
import { parseQuestionnaire } from '../../src/core/parse.ts';
import { found, type Loose, sentenceOf, sound } from './small.ts';

const QUESTIONS = '/sections/0/pages/0/questions';
/** Each breaks one thing in the sound one. */
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
    'a blank text',
    (q) => {
      q.sections[0].pages[0].questions[0].text = { en: ' \u00a0 ' };
    },
    'translation-missing',
    `${QUESTIONS}/0/text`,
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

describe('a questionnaire file', () => {
  test('that is sound has no problem', () => {
    expect(found(parseQuestionnaire(JSON.stringify(sound())))).toEqual([]);
  });

  test.each(CASES)('%s is named with its path and a sentence', (_name, breakIt, code, path) => {
    const broken = sound() as Loose;
    breakIt(broken);
    const problem = found(parseQuestionnaire(JSON.stringify(broken))).find((one) => one.code === code && one.path === path);
    expect(problem, JSON.stringify(found(parseQuestionnaire(JSON.stringify(broken))))).toBeDefined();
    if (!problem) return;
    const sentence = sentenceOf(problem);
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
    ).toEqual(['', '/bands/0/from', '/title', '/version']);
  });

  test('whose form is wrong says that its contents are checked after that', () => {
    const broken = sound() as Loose;
    broken.version = 1;
    broken.bands[0].from = 10;
    const problems = found(parseQuestionnaire(JSON.stringify(broken)));
    expect(problems.map(({ code, path, severity }) => [code, path, severity])).toEqual([
      ['shape', '/version', 'error'],
      ['shape-first', '', 'warning'],
    ]);
    broken.version = '1.0.0';
    expect(found(parseQuestionnaire(JSON.stringify(broken))).map(({ code }) => code)).toEqual(['band-hole']);
  });
});
