/** What is withheld, and what is not: rules W. */
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf } from '../../src/core/canonical.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import type { Assessment, Entry } from '../../src/core/format/assessment.ts';
import type { Redacted, Withheld } from '../../src/core/format/redacted.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { parseRedacted } from '../../src/core/parse.ts';
import { telling } from '../../src/core/redaction/figures.ts';
import { redact } from '../../src/core/redaction/redact.ts';
import { remains } from '../../src/core/redaction/remains.ts';
import { ANSWERED, assessment, FINAL, gives, makesFinal } from './support/editions.ts';
import {
  answer,
  choice,
  every,
  FACTS,
  gate,
  isIn,
  lifts,
  POLICY,
  questionnaire,
  rates,
  section,
  single,
  table,
  text,
} from './support/vocabulary.ts';

/** Every typed text is another word that stands nowhere else. */
const shown = (value: Parameters<typeof answer>[0], word: string): Answer => ({
  ...answer(value),
  evidence: {
    grade: 'e2',
    title: `${word}-title`,
    reference: `${word}-reference`,
    date: '2026-01-02',
    file: { name: `${word}-file`, sha256: hashOf(word) },
  },
  note: `${word}-note`,
});
const built = questionnaire(
  [
    section('one', 1, [
      single('a', { lo: 0, hi: 100 }),
      single('b', { lo: 0, hi: 100 }, { visible: isIn('a', 'hi') }),
      table('parts', [choice('kind', { new: 0, old: 60 }), { id: 'maker', text: { en: 'maker' }, type: 'text' }]),
    ]),
    section('two', 1, [single('c', { lo: 0, hi: 100 }), text('remark', { weight: 0 })]),
  ],
  [
    gate('g1', isIn('a', 'hi'), lifts('two', 70)),
    gate('g2', { op: 'section-at-least', section: 'one', risk: 50 }, rates('high')),
    gate('g3', every({ op: 'gate', gate: 'g2' }), rates('high')),
    gate('g4', isIn('c', 'hi'), rates('high')),
  ],
);
const said = (id: string, detail: 'vendor' | 'assessor', value: string): Entry => ({
  id: `entry-said-${id}`,
  at: '2026-05-01T10:00:00.000Z',
  by: 'person-writer',
  kind: 'detail',
  detail,
  value,
});
const FULL: Assessment = assessment(
  [
    said('1', 'vendor', 'vendor-name'),
    said('2', 'assessor', 'person-assessor'),
    { ...gives('1', 'a', shown('lo', 'earlier')), by: 'person-earlier' },
    gives('2', 'a', shown('hi', 'secret')),
    gives('3', 'b', shown('lo', 'open')),
    gives('4', 'parts', shown([{ kind: 'old', maker: 'maker-secret' }], 'parts')),
    gives('5', 'c', shown('lo', 'open-c')),
    gives('6', 'remark', shown('remark-said', 'remark')),
    {
      id: 'entry-override',
      at: '2026-05-01T10:00:00.000Z',
      by: 'person-override',
      kind: 'override',
      override: { band: 'high', reason: 'override-reason' },
    },
    makesFinal('7', {
      preparer: { name: 'person-one', interest: null },
      reviewer: { name: 'person-two', interest: 'person-interest' },
      approver: { name: 'person-three', interest: null },
    }),
  ],
  { questionnaire: built, policy: POLICY, facts: FACTS },
);
const because = (what: Withheld['what'], of?: string): Withheld => ({
  what,
  ...(of === undefined ? {} : { of }),
  ground: 'Business secret',
});
const withhold = (...withheld: Withheld[]): Redacted => redact(FULL, withheld);
const own = ({ questionnaire: _, policy: __, facts: ___, ...rest }: Redacted) => canonicalJson(rest);

describe('W2: words that are not in the bytes', () => {
  const people = ['person-one', 'person-two', 'person-three', 'person-interest', 'person-assessor', 'person-override', 'person-writer'];
  const cases: readonly [string, Withheld, readonly string[], readonly string[]][] = [
    [
      'W2 an answer with all that belongs to it',
      because('answer', 'a'),
      ['secret-title', 'secret-reference', 'secret-file', 'secret-note', hashOf('secret')],
      ['open-title'],
    ],
    ['W2 an answer that is a table', because('answer', 'parts'), ['maker-secret', 'parts-title', 'parts-note'], ['secret-title']],
    ['W2 an answer that is text', because('answer', 'remark'), ['remark-said', 'remark-note'], ['secret-note']],
    ['W2 evidence alone', because('evidence', 'a'), ['secret-title', 'secret-reference', 'secret-file', hashOf('secret')], ['secret-note']],
    ['W2 a note alone', because('note', 'a'), ['secret-note'], ['secret-title']],
    ['W2 a detail', because('detail', 'vendor'), ['vendor-name'], ['person-assessor']],
    ['W2 the reason of a rating set by hand', because('override'), ['override-reason'], ['person-override']],
    ['W2 every name', because('people'), people, ['vendor-name', 'override-reason']],
  ];
  it.each(cases)('%s', (_, withheld, absent, present) => {
    const bytes = own(withhold(withheld));
    expect(absent.filter((word) => bytes.includes(word))).toEqual([]);
    expect(present.filter((word) => !bytes.includes(word))).toEqual([]);
    // Nothing that no longer stands, nor an id of an entry, whatever is withheld.
    expect(['earlier', 'entry-'].filter((word) => bytes.includes(word))).toEqual([]);
    expect(bytes).toContain('Business secret');
  });
});

it('W1 only what is final has a variant, and what is withheld is listed with its ground', () => {
  expect(() => redact(assessment(ANSWERED), [because('people')])).toThrow(RangeError);
  const withheld = [because('answer', 'a'), because('people')];
  expect(withhold(...withheld).withheld).toEqual(withheld);
  expect(withhold(because('answer', 'a')).answers.a?.answer).toBe('withheld');
});

it('W2 typed text that still stands elsewhere is told, with its place', () => {
  const twice = assessment([
    gives('1', 'a', { ...answer('lo'), note: 'Ask Zoë Example' }),
    gives('2', 'remark', answer('zoë example says no')),
    makesFinal('3', { preparer: { name: 'Zoë Example', interest: null } }),
  ]);
  const told = (...withheld: Withheld[]) => remains(twice, redact(twice, withheld)).map(({ path, text }) => `${path}: ${text}`);
  expect(told(because('people'))).toEqual(['/answers/a/answer/note: Zoë Example', '/answers/remark/answer/value: Zoë Example']);
  expect(told(because('people'), because('note', 'a'), because('answer', 'remark'))).toEqual([]);
  expect(told({ ...because('note', 'a'), ground: 'It says: ask Zoë Example.' })).toEqual(['/withheld/0/ground: Ask Zoë Example']);
  expect(remains(FULL, withhold(because('answer', 'a'), because('people'), because('detail', 'vendor')))).toEqual([]);
});

describe('W3: figures', () => {
  const model = modelOf(built, FACTS, POLICY);
  const full = evaluate(model, fold(FULL.history).answers);
  /** Ids of what has no figure. */
  const hidden = ({ result }: Redacted) =>
    [
      ...(result.overall === 'withheld' ? ['all'] : []),
      ...result.sections.flatMap(({ id, interval }) => (interval === 'withheld' ? [id] : [])),
      ...result.gates.flatMap(({ id, state }) => (state === 'withheld' ? [id] : [])),
      ...result.questions.flatMap(({ id, interval }) => (interval === 'withheld' ? [id] : [])),
    ].join(' ');
  const cases: readonly [string, readonly Withheld[], string][] = [
    ['W3 a note bears on no figure', [because('note', 'a')], ''],
    ['W3 an answer', [because('answer', 'a')], 'a'],
    ['W3 evidence shows in the interval', [because('evidence', 'b')], 'b'],
    [
      'W3 scores: the whole, the section, the one that its gate lifts, and gates that look at these',
      [because('answer', 'a'), because('scores')],
      'all one two g1 g2 g3 a',
    ],
    [
      'W3 scores: a section without anything withheld stays, unless a gate lifts it',
      [because('answer', 'remark'), because('scores')],
      'all two remark',
    ],
  ];
  it.each(cases)('%s', (_, withheld, expected) => expect(hidden(withhold(...withheld))).toBe(expected));

  it('W3 all others are those of the full one', () => {
    const { result } = withhold(because('answer', 'a'));
    expect([result.headline, result.rating, result.overall, result.coverage]).toEqual([
      full.headline,
      full.rating,
      full.overall,
      full.coverage,
    ]);
    expect(result.questions.slice(1).map(({ interval }) => interval)).toEqual(full.questions.slice(1).map(({ interval }) => interval));
  });

  it('W3 what is asked because of a withheld answer is told', () => {
    expect(telling(model, new Set(['a']))).toEqual(['b']);
    expect(telling(model, new Set(['a', 'b']))).toEqual([]);
  });
});

it('W4 a variant names the full one by its hash, and is one for everything that is not withheld', () => {
  expect(withhold(because('people')).full).toMatchObject({ assessment: FULL.id, created: FULL.created, sha256: hashOf(FULL) });
  expect(redact(FINAL, [because('people')]).full.sha256).toBe(hashOf(FINAL));
});

it('W4 no id of an entry is in any variant, so a withheld answer cannot be tried out against the hash', () => {
  const everything = [
    withhold(because('note', 'c')),
    withhold(because('answer', 'a'), because('people'), because('scores')),
    redact(FINAL, [because('people')]),
  ];
  for (const variant of everything)
    for (const { id } of [...FULL.history, ...FINAL.history]) expect(canonicalJson(variant), id).not.toContain(id);
  // With the ids, two trials find a choice of two; with other ids in one entry alone, none does.
  const trial = (value: string, ids = (id: string) => id) =>
    hashOf(
      assessment(
        [gives('1', 'a', value), ...FINAL.history.slice(1)].map((entry) => ({ ...entry, id: ids(entry.id) })),
        {},
      ),
    );
  const sought = redact(FINAL, [because('answer', 'a')]).full.sha256;
  expect(['lo', 'hi'].map((value) => trial(value) === sought)).toEqual([true, false]);
  const guessed = (id: string) => (id === FINAL.history.at(-1)?.id ? 'entry-guessed' : id);
  expect(['lo', 'hi'].map((value) => trial(value, guessed) === sought)).toEqual([false, false]);
});

it('W2 a variant from outside passes its check, and one that holds what it lists as withheld does not', () => {
  const variant = withhold(because('answer', 'a'), because('evidence', 'b'), because('people'), because('scores'));
  const codes = (one: unknown) => {
    const parsed = parseRedacted(canonicalJson(one));
    return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
  };
  expect(codes(variant)).toEqual([]);
  const { a, b, ...others } = variant.answers;
  expect(codes({ ...variant, answers: { ...others, b, a: { ...a, answer: answer('hi') } } })).toEqual(['withheld-shown /withheld/0']);
  expect(codes({ ...variant, answers: { ...others, a, b: { ...b, answer: shown('lo', 'open') } } })).toEqual([
    'withheld-shown /withheld/1',
  ]);
  expect(codes({ ...variant, answers: { ...variant.answers, c: { ...a, answer: 'withheld' } } })).toEqual(['withheld-unlisted /answers/c']);
  expect(codes({ ...variant, answers: { ...variant.answers, c: { ...a, answer: answer('none') } } })).toEqual([
    'value-not-an-option /answers/c/answer/value',
  ]);
});
