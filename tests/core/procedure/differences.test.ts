/** In what criteria differ: rules B5, B5.1 and B5.2. */
import { describe, expect, it, test } from 'vitest';
import { hashOf } from '../../../src/core/canonical.ts';
import type { Question, Questionnaire } from '../../../src/core/format/questionnaire.ts';
import type { Criteria } from '../../../src/core/procedure/criteria.ts';
import { criteriaDifferences, type Difference } from '../../../src/core/procedure/differences.ts';
import { type Dice, diceOf } from '../support/dice.ts';
import { randomQuestionnaire } from '../support/randomQuestionnaire.ts';
import { holds } from '../support/runs.ts';
import { arraysOf, atPath, changedAt, changedLeaf, leavesOf } from './leaves.ts';
import { CRITERIA, POLICY, pinned, QUESTIONNAIRE } from './support.ts';

/** `thing id > thing id: aspect`, and the two values as they are told. */
const place = ({ at, about }: Difference) =>
  `${at.map(({ thing, id }) => `${thing} ${id}`.trim()).join(' > ')}: ${about.kind === 'aspect' ? about.aspect : about.kind === 'order' ? `order of ${about.of}` : about.kind}`;
const places = (from: Criteria, to: Criteria) => criteriaDifferences(from, to).map(place);

/** Laws that hash whole documents for each case. */
const TIME = { timeout: 30_000 };

type Loose = Record<string, unknown>;
const at = (...path: (string | number)[]) => path;
/** Where a question stands in the shipped questionnaire. */
const pathOf = (id: string): readonly (string | number)[] =>
  QUESTIONNAIRE.sections.flatMap((section, s) =>
    section.pages.flatMap((page, p) =>
      page.questions.flatMap((question, q) => (question.id === id ? [['questionnaire', 'sections', s, 'pages', p, 'questions', q]] : [])),
    ),
  )[0] ?? [];
const changed = (path: readonly (string | number)[], make: (old: never) => unknown): Criteria =>
  changedAt(CRITERIA, path, make as (old: unknown) => unknown) as Criteria;
const policy = (more: Loose): Criteria => ({ ...CRITERIA, policy: { ...POLICY, ...more } });

describe('lines as a table', () => {
  const gate = QUESTIONNAIRE.gates.findIndex(({ id }) => id === 'g1');
  const set = CRITERIA.facts.sets.findIndex(({ id }) => id === 'adequacy');
  const cases: readonly (readonly [string, Criteria, readonly string[]])[] = [
    ['B5 nothing', structuredClone(CRITERIA), []],
    ['B5.1 a weight of the authority', policy({ weights: { op: 41, dl: 20 } }), ['section op: weight']],
    ['B5.1 one that is new', policy({ weights: { op: 40, dl: 20, si: 10 } }), ['section si: weight']],
    ['B5.1 one taken back, and another', policy({ weights: { op: 41 } }), ['section dl: weight', 'section op: weight']],
    ['B5.1 the same weight, now the authority’s own', policy({ weights: { op: 40, dl: 20, si: 25 } }), ['section si: weight']],
    ['B5.1 the questionnaire’s, where it counts', changed(at('questionnaire', 'sections', 1, 'weight'), () => 26), ['section ic: weight']],
    ['B5.1 and where it does not', changed(at('questionnaire', 'sections', 2, 'weight'), () => 16), ['section dl: own-weight']],
    ['B5.1 a parameter', policy({ parameters: { 'compulsion-threshold': 'strict' } }), ['parameter compulsion-threshold: choice']],
    ['B5.1 the default chosen by nobody', policy({ parameters: {} }), ['parameter compulsion-threshold: choice']],
    [
      'B5.1 the value of the choice that holds',
      changed(at('questionnaire', 'parameters', 0, 'choices', 1, 'value'), (old: number) => old + 1),
      ['parameter compulsion-threshold: choice', 'parameter compulsion-threshold > choice standard: value'],
    ],
    ['B5 a country more', policy({ countries: ['XA', 'XB', 'XC'] }), ['country XC: presence']],
    ['B5 a country less', policy({ countries: ['XB'] }), ['country XA: presence']],
    ['B5 the order of the countries', policy({ countries: ['XB', 'XA'] }), ['policy: order of country']],
    ['B5 a country twice', policy({ countries: ['XA', 'XB', 'XA'] }), ['country XA: presence']],
    ['B5 who adopted the policy', policy({ adoptedBy: 'The council' }), ['policy: adoptedBy']],
    ['B5 nobody adopted it', policy({ adoptedBy: undefined }), ['policy: adoptedBy']],
    ['B5 the same said otherwise', policy({ weights: { op: 40, dl: 20 }, countries: POLICY.countries }), []],
    [
      'B5 an answer',
      { ...CRITERIA, answers: { ...CRITERIA.answers, 'pr-03': { state: 'unknown' } } },
      ['answer pr-03: answer', 'answer pr-03: note'],
    ],
    ['B5 an answer not given', { ...CRITERIA, answers: {} }, ['answer pr-02: answer', 'answer pr-03: answer']],
    ['B5 a note', changed(at('answers', 'pr-03', 'note'), () => 'Another.'), ['answer pr-03: note']],
    ['B5 the day of the table', changed(at('facts', 'version'), () => '2027-01-01'), ['facts: version']],
    [
      'B5 a member of a set',
      changed(at('facts', 'sets', set, 'members', 0, 'since'), () => '2027-01-01'),
      ['set adequacy > member AD: since'],
    ],
    [
      'B5 a member less',
      changed(at('facts', 'sets', set, 'members'), (old: unknown[]) => old.slice(1)),
      ['set adequacy > member AD: presence'],
    ],
    ['B5 the version', changed(at('questionnaire', 'version'), () => '1.0.1'), ['questionnaire: version']],
    ['B5 the weight of a question', changed([...pathOf('dl-05'), 'weight'], () => 6), ['question dl-05: weight']],
    ['B5 the risk of an option', changed([...pathOf('dl-05'), 'options', 1, 'risk'], () => 1), ['question dl-05 > option 2: risk']],
    ['B5 a gate’s condition', changed(at('questionnaire', 'gates', gate, 'when'), () => ({ op: 'all', of: [] })), ['gate g1: when']],
    [
      'B5 the order of gates',
      changed(at('questionnaire', 'gates'), (old: unknown[]) => [old[1], old[0], ...old.slice(2)]),
      ['questionnaire: order of gate'],
    ],
    ['B5 a band', changed(at('questionnaire', 'bands', 1, 'from'), () => 30), ['band moderate: from']],
    [
      'B5.2 a question less',
      changed(pathOf('dl-05').slice(0, -1), (old: Question[]) => old.filter(({ id }) => id !== 'dl-05')),
      ['question dl-05: presence'],
    ],
  ];
  it.each(cases)('%s', (_, to, expected) => {
    expect(places(CRITERIA, to).map((one) => one.replace(/> option .*?:/, '> option 2:'))).toEqual(expected);
  });
});

test('B5.1 a weight says what counts and whose it is', () => {
  const [line] = criteriaDifferences(CRITERIA, policy({ weights: { op: 40 } }));
  expect(line).toMatchObject({ from: { weight: 20, by: 'policy' }, to: { weight: 15, by: 'questionnaire' } });
});

test('B5.2 a question that moves to another page, its page and its section being there before and after, is one line', () => {
  const moved = (from: Questionnaire): Questionnaire => {
    const [first, second, ...rest] = from.sections;
    const [page, ...pages] = first?.pages ?? [];
    const question = page?.questions.at(-1);
    if (!first || !second || !page || !question) throw new Error('too small');
    const [other, ...others] = second.pages;
    if (!other) throw new Error('too small');
    return {
      ...from,
      sections: [
        { ...first, pages: [{ ...page, questions: page.questions.slice(0, -1) }, ...pages] },
        { ...second, pages: [{ ...other, questions: [question, ...other.questions] }, ...others] },
        ...rest,
      ],
    };
  };
  const to = { ...CRITERIA, questionnaire: moved(QUESTIONNAIRE) };
  expect(places(CRITERIA, to)).toEqual(['question pr-04: page']);
  expect(places(to, CRITERIA)).toEqual(['question pr-04: page']);
});

test('B5.2 pages and sections that change places are one line, and none for what stands on them', () => {
  const swapped = (path: readonly (string | number)[]) => changed(path, ([one, two, ...rest]: unknown[]) => [two, one, ...rest]);
  expect(places(CRITERIA, swapped(['questionnaire', 'sections']))).toEqual(['questionnaire: order of section']);
  expect(places(CRITERIA, swapped(['questionnaire', 'sections', 1, 'pages']))).toEqual(['questionnaire: order of page']);
  expect(places(CRITERIA, swapped(['questionnaire', 'sections', 1, 'pages', 0, 'questions']))).toEqual([
    'questionnaire: order of question',
  ]);
});

test('B5 a document that says the same in another notation has a line with both hashes', () => {
  const from = { ...CRITERIA, policy: { ...POLICY, weights: undefined, parameters: {} } };
  const to = { ...CRITERIA, policy: { ...POLICY, weights: {}, parameters: {} } };
  const [line, ...others] = criteriaDifferences(from, to);
  expect(line && place(line)).toBe('policy: notation');
  expect(line).toMatchObject({ from: { sha256: hashOf(from.policy) }, to: { sha256: hashOf(to.policy) } });
  expect(others).toEqual([]);
});

/** The name of the innermost thing that a leaf belongs to, as a difference would give it. */
function ownerOf(whole: unknown, path: readonly (string | number)[]): string {
  if (path[0] === 'answers') return `answer ${path[1]}`;
  if (path[0] === 'policy') {
    if (path[1] === 'countries') return `country ${atPath(whole, path)}`;
    return path.length > 2 ? `${path[1] === 'weights' ? 'section' : 'parameter'} ${path[2]}` : 'policy';
  }
  if (path[1] === 'plane') return `axis ${path[2]}`;
  for (let end = path.length - 1; end > 1; end--) {
    if (typeof path[end - 1] !== 'number') continue;
    const thing = atPath(whole, path.slice(0, end)) as Loose | string;
    if (typeof thing === 'string') continue;
    const list = String(path[end - 2]);
    if (list === 'pages') return `page ${(atPath(whole, path.slice(0, end - 2)) as Loose).id}/${thing.id}`;
    if (list === 'laws') return `law ${thing.country} ${thing.law}`;
    if (list === 'members' || list === 'userAssigned') return `${list === 'members' ? 'member' : 'assigned'} ${thing.country}`;
    if (NAMES[list] && typeof thing.id === 'string') return `${NAMES[list]} ${thing.id}`;
  }
  return String(path[0]);
}
const NAMES: Readonly<Record<string, string>> = {
  sections: 'section',
  questions: 'question',
  options: 'option',
  columns: 'column',
  gates: 'gate',
  sources: 'source',
  bands: 'band',
  grades: 'grade',
  countryClasses: 'class',
  parameters: 'parameter',
  choices: 'choice',
  sets: 'set',
};
/** What names a thing is what it is matched by; a change of it is one thing less and one more. */
const isName = (path: readonly (string | number)[]) =>
  ['id', 'country', 'law'].includes(String(path.at(-1))) || (path[1] === 'countries' && path[0] === 'policy');

/** A path with its places in lists left out, and the names that a format leaves open. */
const keysOf = (path: readonly (string | number)[]) =>
  path.filter((key, i) => typeof key === 'string' && !['risks', 'weights', 'answers'].includes(String(path[i - 1]))).join('/');
/** Numbers as a random case has them. */
const drawsFrom = (seed: number) => Array.from({ length: 701 }, (_, i) => Math.floor(Math.abs(Math.sin(seed * 701 + i + 1)) * 2 ** 24));

const owners = (found: readonly Difference[]) =>
  found.map(({ at: things }) => {
    const last = things.at(-1);
    return last ? `${last.thing} ${last.id}`.trim() : '';
  });

/** Any criteria: the shipped ones, or made ones. */
const anyCriteria = (d: Dice): Criteria => (d.chance(50) ? CRITERIA : { ...CRITERIA, questionnaire: randomQuestionnaire(d), answers: {} });
const partOf = (d: Dice, { answers }: Criteria) => d.pick(PARTS.filter((part) => part !== 'answers' || Object.keys(answers).length > 0));
const PARTS = ['questionnaire', 'policy', 'facts', 'answers'] as const;

/** What holds of any leaf that changes. */
function tellsLeaf(from: Criteria, path: readonly (string | number)[]): void {
  const found = criteriaDifferences(from, changedLeaf(from, path) as Criteria);
  const named = owners(found);
  expect(named, path.join('/')).toContain(ownerOf(from, path));
  if (isName(path)) return;
  for (const one of found) expect(one.from, path.join('/')).not.toEqual(one.to);
  const others = named.filter((name) => name !== ownerOf(from, path));
  // The value of a parameter's choice is told where it holds as well.
  expect(others.length === 0 || (path.at(-1) === 'value' && others.every((name) => name.startsWith('parameter '))), named.join()).toBe(
    true,
  );
}

test('B5 every key of every document, once: there is a line that names the thing it belongs to, and no line about another', TIME, () => {
  /** Made questionnaires have what the shipped one does without. */
  const made = Array.from(
    { length: 12 },
    (_, seed): Criteria => ({ ...CRITERIA, questionnaire: randomQuestionnaire(diceOf(drawsFrom(seed))), answers: {} }),
  );
  const tried = new Map([...made, CRITERIA].flatMap((from) => leavesOf(from).map((path) => [keysOf(path), { from, path }] as const)));
  for (const { from, path } of tried.values()) tellsLeaf(from, path);
  for (const key of ['rowRisk', 'noRows/risk', 'combine/each', 'exclusive', 'legalBasis', 'secrecy'])
    expect(
      [...tried.keys()].some((one) => one.includes(key)),
      key,
    ).toBe(true);
  console.log(`B5: ${tried.size} keys`);
});

test('B5 whatever leaf of whatever document changes, the same', TIME, () => {
  holds('B5 leaves', 400, (d) => {
    const from = anyCriteria(d);
    const part = partOf(d, from);
    const path = d.pick(leavesOf(from[part], [part]));
    tellsLeaf(from, path);
    return isName(path) ? 'name' : part;
  });
});

test('B5 whatever list of whatever document loses one, gets one twice or has two in another order, there is a line', TIME, () => {
  holds('B5 lists', 500, (d) => {
    const from = anyCriteria(d);
    const list = d.pick(arraysOf(from).filter(({ length }) => length > 0));
    const i = d.int(0, list.length - 1);
    const j = d.int(0, list.length - 1);
    const way = d.pick(['less', 'more', 'order']);
    const to = changedAt(from, list.path, (old) => {
      const items = [...(old as unknown[])];
      if (way === 'less') return items.filter((_, at) => at !== i);
      if (way === 'more') return [...items, items[i]];
      [items[i], items[j]] = [items[j], items[i]];
      return items;
    }) as Criteria;
    const same = hashOf(pinned(from)) === hashOf(pinned(to));
    expect(criteriaDifferences(from, to).length === 0, list.path.join('/')).toBe(same);
    return same ? 'same' : way;
  });
});

test('B5 there is none just when all hashes agree; what one side loses the other has, line by line', TIME, () => {
  holds('B5', 200, (d) => {
    const from = anyCriteria(d);
    let to: Criteria = { ...from };
    for (let n = d.int(0, 3); n > 0; n--) {
      const part = partOf(d, from);
      to = changedLeaf(to, d.pick(leavesOf(to[part], [part]))) as Criteria;
    }
    const found = criteriaDifferences(from, to);
    expect(found.length === 0).toBe(hashOf(pinned(from)) === hashOf(pinned(to)));
    const back = criteriaDifferences(to, from);
    const presence = (one: Difference) => one.about.kind === 'presence';
    expect(back.filter(presence).length).toBe(found.filter(presence).length);
    expect(back.length).toBe(found.length);
    return found.length === 0 ? 'same' : 'other';
  });
});
