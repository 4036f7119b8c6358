import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/format/assessment.ts';
import { clashesOf } from '../../src/store/clashes.ts';

const at = '2026-11-24T09:00:00.000Z';
const says = (id: string, question: string, value: string | null): Entry => ({
  id,
  at,
  by: '',
  kind: 'answer',
  question,
  answer: value === null ? null : { state: 'answered', value },
});
const undoes = (id: string, entry: string): Entry => ({ id, at, by: '', kind: 'undo', entry });

interface Case {
  readonly what: string;
  readonly history: readonly Entry[];
  readonly own?: readonly string[];
  readonly seen?: readonly string[];
  readonly clashes: readonly string[];
}

const CASES: readonly Case[] = [
  { what: 'nothing was answered here', history: [says('a', 'q', 'yes'), says('b', 'q', 'no')], clashes: [] },
  { what: 'another question', history: [says('a', 'q', 'yes'), says('b', 'r', 'no')], own: ['a'], clashes: [] },
  { what: 'the same answer', history: [says('a', 'q', 'yes'), says('b', 'q', 'yes')], own: ['a'], clashes: [] },
  { what: 'a later answer from elsewhere', history: [says('a', 'q', 'yes'), says('b', 'q', 'no')], own: ['a'], clashes: ['q'] },
  { what: 'one that got to the disk before ours', history: [says('b', 'q', 'no'), says('a', 'q', 'yes')], own: ['a'], clashes: ['q'] },
  {
    what: 'one that we knew when we answered',
    history: [says('b', 'q', 'no'), says('a', 'q', 'yes')],
    own: ['a'],
    seen: ['b'],
    clashes: [],
  },
  { what: 'the answer is taken away', history: [says('a', 'q', 'yes'), says('b', 'q', null)], own: ['a'], clashes: ['q'] },
  { what: 'ours is taken back', history: [says('a', 'q', 'yes'), undoes('b', 'a')], own: ['a'], clashes: ['q'] },
  { what: 'theirs is taken back', history: [says('a', 'q', 'yes'), says('b', 'r', 'no'), undoes('c', 'b')], own: ['a'], clashes: [] },
  {
    what: 'once for a question',
    history: [says('a', 'q', 'yes'), says('b', 'q', 'no'), says('c', 'q', 'other')],
    own: ['a'],
    clashes: ['q'],
  },
  {
    what: 'our last answer counts',
    history: [says('a', 'q', 'yes'), says('c', 'q', 'no'), says('b', 'q', 'no')],
    own: ['a', 'c'],
    clashes: [],
  },
];

describe('two windows, one question', () => {
  it.each(CASES)('$what', ({ history, own = [], seen = [], clashes }) => {
    expect(clashesOf(history, new Set(own), new Set(seen))).toEqual(clashes);
  });
});
