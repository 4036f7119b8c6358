/** The history that an assessment is: rules H, and R5. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/format/assessment.ts';
import { fold } from '../../src/core/history.ts';
import { append, EMPTY_STATE, redoable, type State, undoable } from '../../src/core/line.ts';
import type { Dice } from './support/dice.ts';
import { holds } from './support/runs.ts';
import { plain } from './support/states.ts';

const DAY = '2026-05-01T10:00:00.000Z';
const by = (id: string, at = DAY) => ({ id: `entry-${id}`, at, by: 'A. Person' });
const answered = (value: string) => ({ state: 'answered' as const, value });
const gives = (id: string, question: string, value: string | null): Entry => ({
  ...by(id),
  kind: 'answer',
  question,
  answer: value === null ? null : answered(value),
});
const undo = (id: string, entry: string): Entry => ({ ...by(id), kind: 'undo', entry: `entry-${entry}` });
const rates = (id: string, band: string | null): Entry => ({
  ...by(id),
  kind: 'override',
  override: band === null ? null : { band, reason: 'because' },
});

/** `q=value` for every answer, and who overrode with what. */
const told = ({ answers, override, details }: State) =>
  [
    ...[...answers].map(([id, one]) => `${id}=${one.state === 'answered' ? one.value : one.state}`),
    ...(override ? [`band=${override.band}`] : []),
    ...(details.title ? [`title=${details.title}`] : []),
  ].join(' ');

describe('H: folds as a table', () => {
  const first = [gives('1', 'a', 'lo'), gives('2', 'b', 'hi')];
  const cases: readonly [string, readonly Entry[], string][] = [
    ['H1 nothing yet', [], ''],
    ['H1 the last answer counts', [...first, gives('3', 'a', 'hi')], 'a=hi b=hi'],
    ['H1 an answer is taken back', [...first, gives('3', 'a', null)], 'b=hi'],
    ['H1 a detail', [{ ...by('1'), kind: 'detail', detail: 'title', value: 'Port' }], 'title=Port'],
    ['H2 undo', [...first, undo('3', '2')], 'a=lo'],
    ['H2 undo of an answer brings the one before back', [...first, gives('3', 'a', 'hi'), undo('4', '3')], 'a=lo b=hi'],
    ['H2 undo of a taking back', [...first, gives('3', 'a', null), undo('4', '3')], 'a=lo b=hi'],
    ['H2 undo of an undo', [...first, undo('3', '2'), undo('4', '3')], 'a=lo b=hi'],
    ['H2 three deep', [...first, undo('3', '2'), undo('4', '3'), undo('5', '4')], 'a=lo'],
    ['H2 an earlier one', [...first, undo('3', '1')], 'b=hi'],
    ['H2 an undo reaches back only', [undo('3', '1'), ...first], 'a=lo b=hi'],
    ['R5 an override stands beside', [...first, rates('3', 'high')], 'a=lo b=hi band=high'],
    ['R5 an override is withdrawn', [...first, rates('3', 'high'), rates('4', null)], 'a=lo b=hi'],
  ];
  it.each(cases)('%s', (_, history, expected) => expect(told(fold(history))).toBe(expected));
});

it('R5 an override keeps its reason, its name and its time', () => {
  expect(fold([rates('1', 'high')]).override).toEqual({ band: 'high', reason: 'because', by: 'A. Person', at: DAY });
});

it('H1 each answer knows the entry that it comes from', () => {
  const history = [gives('1', 'a', 'lo'), gives('2', 'a', 'hi'), undo('3', '2')];
  expect(fold(history).given.get('a')).toBe(history[0]);
});

/** Any history: undos of anything before them, undos of undos included, clocks that jump. */
function randomHistory(d: Dice): readonly Entry[] {
  const history: Entry[] = [];
  for (let i = 0, n = d.int(1, 14); i < n; i++) {
    const base = by(String(i), new Date(Date.parse(DAY) + d.int(-1e9, 1e9)).toISOString());
    const kind = d.int(0, 5);
    if (kind > 3 && i > 0) history.push({ ...base, kind: 'undo', entry: d.pick(history).id });
    else if (kind === 3)
      history.push({ ...base, kind: 'override', override: d.chance(70) ? { band: d.pick(['low', 'high']), reason: 'because' } : null });
    else if (kind === 2) history.push({ ...base, kind: 'detail', detail: d.pick(['title', 'vendor'] as const), value: String(i) });
    else
      history.push({
        ...base,
        kind: 'answer',
        question: d.pick(['a', 'b', 'c']),
        answer: d.chance(80) ? answered(d.pick(['lo', 'hi', '?'])) : null,
      });
  }
  return history;
}

it('H1 appending one by one is the same as folding all', () => {
  holds('H1', 2000, (d) => {
    const history = randomHistory(d);
    const grown = history.reduce((state, entry, i) => append(state, history.slice(0, i), entry), EMPTY_STATE);
    expect(plain(grown)).toEqual(plain(fold(history)));
    return history.some((entry) => entry.kind === 'undo') ? 'with undo' : 'without undo';
  });
});

it('H2 undo takes back the last that counts; redo brings it back, in the order in which they went', () => {
  holds('H2', 1500, (d) => {
    const start = randomHistory(d);
    const history = [...start];
    const states = [fold(history)];
    const fresh = () => `later-${history.length}`;
    for (let steps = d.int(1, 6); steps > 0; steps--) {
      const last = undoable(history);
      if (!last) break;
      history.push({ ...by('x'), id: fresh(), kind: 'undo', entry: last.id });
      states.push(fold(history));
    }
    if (states.length === 1) return 'nothing to undo';
    for (let i = states.length - 2; i >= 0; i--) {
      const undone = redoable(history);
      if (!undone) throw new Error('nothing to redo');
      history.push({ ...by('x'), id: fresh(), kind: 'undo', entry: undone.id });
      expect(plain(fold(history))).toEqual(plain(states[i] ?? EMPTY_STATE));
    }
    history.push({ ...by('x'), id: fresh(), kind: 'answer', question: 'a', answer: null });
    expect(redoable(history)).toBeNull();
    return 'undone and redone';
  });
});

it('H3 the order is that of the lines, not of the clock: a clock set back changes nothing', () => {
  holds('H3', 500, (d) => {
    const history = randomHistory(d);
    const elsewhen = history.map((entry) => ({ ...entry, at: DAY }));
    const told = (of: State) => [[...of.answers], of.details, of.override?.band, [...of.given].map(([id, entry]) => [id, entry.id])];
    expect(told(fold(elsewhen))).toEqual(told(fold(history)));
    expect(undoable(elsewhen)?.id).toBe(undoable(history)?.id);
    return 'same';
  });
});
