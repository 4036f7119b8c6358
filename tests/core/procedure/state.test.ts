/** The history that a procedure is: rules B1, B4, B6.1 and B7. */
import { describe, expect, it, test } from 'vitest';
import type { ProcedureEntry } from '../../../src/core/format/procedure.ts';
import { afterEntry, EMPTY_PROCEDURE, foldProcedure, type ProcedureState } from '../../../src/core/procedure/state.ts';
import { holds } from '../support/runs.ts';
import { bid, CRITERIA, entry, NUMBER, NUMBERED, pinned, SEALED, SET, sealing } from './support.ts';

const MINOR = pinned({ ...CRITERIA, answers: { 'pr-03': { state: 'answered', value: 'min' } } });
const LATER = entry('criteria', { criteria: MINOR, reason: 'The council decided.' });
const leaves = (name: string) => entry('leave', { assessment: `bid-${name}-0000`, reason: 'Withdrawn.' });
const REVEAL = entry('reveal', {});

/** What a state is, in a few words. */
const told = ({ details, lots, criteria, seal, deviations, bids, left, revealed }: ProcedureState) =>
  [
    ...Object.values(details),
    ...lots.map(({ id }) => id),
    ...(criteria ? [`${Object.keys(criteria.answers).length} answers`] : []),
    ...(seal ? [`sealed ${seal.number} ${Object.keys(seal.criteria.answers).length}`] : []),
    ...deviations.map(({ reason }) => reason),
    ...bids.map(({ label, lot }) => (lot ? `${label}@${lot}` : label)),
    ...left.map(({ label, reason }) => `-${label} ${reason}`),
    ...(revealed ? ['revealed'] : []),
  ].join(', ');

describe('folds as a table', () => {
  const sealed = `${NUMBER}, north, south, 2 answers, sealed ${NUMBER} 2`;
  const cases: readonly (readonly [string, readonly ProcedureEntry[], string])[] = [
    ['B1 nothing yet', [], ''],
    ['B1 the last of a detail counts', [NUMBERED, entry('detail', { detail: 'number', value: 'P-9' })], 'P-9'],
    ['B1 criteria before the seal replace each other', [SET, { ...LATER, reason: undefined } as ProcedureEntry], '1 answers'],
    ['B3 the seal keeps what was in force, and the number', SEALED, sealed],
    ['B3 no seal without criteria', [NUMBERED, sealing([])], NUMBER],
    ['B6.1 bids in their order', [...SEALED, bid('one'), bid('two', 'B', 'south')], `${sealed}, Bid one, B@south`],
    ['B6.1 one leaves', [...SEALED, bid('one'), bid('two'), leaves('one')], `${sealed}, Bid two, -Bid one Withdrawn.`],
    ['B6.1 and comes back', [...SEALED, bid('one'), leaves('one'), bid('two'), bid('one')], `${sealed}, Bid two, Bid one`],
    ['B6.1 who was never in cannot leave', [...SEALED, leaves('one')], sealed],
    ['B7 names are revealed', [...SEALED, bid('one'), REVEAL], `${sealed}, Bid one, revealed`],
  ];
  it.each(cases)('%s', (_, history, expected) => expect(told(foldProcedure(history))).toBe(expected));
});

test('B4 criteria after the seal are a deviation: in force, with what was before, while the seal keeps its own', () => {
  const state = foldProcedure([...SEALED, LATER, { ...SET, id: 'entry-back', reason: 'Taken back.' } as ProcedureEntry]);
  expect(state.seal?.criteria).toEqual(pinned(CRITERIA));
  expect(state.criteria).toEqual(pinned(CRITERIA));
  expect(state.deviations).toEqual([
    { at: LATER.at, by: LATER.by, reason: 'The council decided.', from: pinned(CRITERIA), to: MINOR },
    { at: SET.at, by: SET.by, reason: 'Taken back.', from: MINOR, to: pinned(CRITERIA) },
  ]);
});

test('B3 B7 the first seal and the first revealing stay, whoever adds another', () => {
  const [first, again] = [entry('reveal', {}), entry('reveal', {})];
  const state = foldProcedure([...SEALED, sealing([SET]), first, again]);
  expect(state.seal?.sha256).toBe(SEALED.flatMap((one) => (one.kind === 'seal' ? [one.sha256] : []))[0]);
  expect(state.revealed?.at).toBe(first.at);
});

test('B1 one entry after another gives the same as all; clocks decide nothing', () => {
  const pool = [...SEALED, LATER, bid('one'), bid('two'), leaves('one'), REVEAL, NUMBERED];
  holds('B1', 2000, (d) => {
    const history = Array.from({ length: d.int(0, 12) }, (_, i) => ({ ...d.pick(pool), id: `entry-${i}-made` }));
    const state = foldProcedure(history);
    expect(history.reduce(afterEntry, EMPTY_PROCEDURE)).toEqual(state);
    const cut = d.int(0, history.length);
    expect(history.slice(cut).reduce(afterEntry, foldProcedure(history.slice(0, cut)))).toEqual(state);
    const late = history.map((one) => ({ ...one, at: '1999-01-01T00:00:00.000Z' }));
    expect(told(foldProcedure(late))).toBe(told(state));
    expect(new Set(state.bids.map(({ assessment }) => assessment)).size).toBe(state.bids.length);
    return state.seal ? 'sealed' : 'open';
  });
});
