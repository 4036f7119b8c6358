/** Whether the weights used are those that were published. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AwardCriterion, NoticeLot, WeightKind } from '../../../src/core/notice/notice.ts';
import { readNotice } from '../../../src/core/notice/read.ts';
import { suggestMapping } from '../../../src/core/notice/suggest.ts';
import { checkWeights, type Mapping, type WeightCheck } from '../../../src/core/notice/weights.ts';

type Given = readonly [name: string, number: number | null, kind?: WeightKind, type?: AwardCriterion['type']];

const lotOf = (...criteria: readonly Given[]): NoticeLot => ({
  id: 'LOT-0001',
  title: {},
  formula: {},
  criteria: criteria.map(([name, number, kind = 'per-exa', type = 'quality']) => ({
    type,
    name: { en: name },
    description: {},
    weight: number === null ? null : { number, kind },
  })),
});
const sectionsOf = (weights: Readonly<Record<string, number>>) => Object.entries(weights).map(([id, weight]) => ({ id, weight }));
/** A line as "section: used / published, outcome". */
const told = ({ lines }: WeightCheck): readonly string[] =>
  lines.map(({ section, used, published, place, outcome }) => `${section}: ${percent(used)} / ${place ?? percent(published)}, ${outcome}`);
const percent = (share: number | null): string => (share === null ? '-' : String(Math.round(share * 10_000) / 100));

/** Every row: criteria, weights used, which criterion stands for what, the outcome of the whole, lines. */
test.each<
  [what: string, lot: NoticeLot, used: Readonly<Record<string, number>>, mapping: Mapping, whole: string, lines: readonly string[]]
>([
  [
    'N3 N4 price leaves the divisor on one side, and scale plays no part on the other',
    lotOf(['Price', 60, 'per-exa', 'price'], ['Place', 10], ['Law', 30]),
    { place: 1, law: 3 },
    [null, 'place', 'law'],
    'agrees',
    ['place: 25 / 25, agrees', 'law: 75 / 75, agrees'],
  ],
  [
    'N4 other weights than published',
    lotOf(['Place', 40], ['Law', 60]),
    { place: 45, law: 55 },
    ['place', 'law'],
    'differs',
    ['place: 45 / 40, differs', 'law: 55 / 60, differs'],
  ],
  [
    'N4 two of three agree and so all must be told apart',
    lotOf(['Place', 40], ['Law', 30], ['Use', 30]),
    { place: 40, law: 30, use: 30 },
    ['place', 'use', 'law'],
    'agrees',
    ['place: 40 / 40, agrees', 'law: 30 / 30, agrees', 'use: 30 / 30, agrees'],
  ],
  [
    'N4 thirds that were published as 33 are not thirds',
    lotOf(['Place', 33], ['Law', 33], ['Use', 34]),
    { place: 1, law: 1, use: 1 },
    ['place', 'law', 'use'],
    'differs',
    ['place: 33.33 / 33, differs', 'law: 33.33 / 33, differs', 'use: 33.33 / 34, differs'],
  ],
  [
    'N4 decimals that binary fractions cannot hold',
    lotOf(['Place', 0.1, 'dec-exa'], ['Law', 0.2, 'dec-exa'], ['Use', 0.7, 'dec-exa']),
    { place: 1, law: 2, use: 7 },
    ['place', 'law', 'use'],
    'agrees',
    ['place: 10 / 10, agrees', 'law: 20 / 20, agrees', 'use: 70 / 70, agrees'],
  ],
  [
    'N4 points',
    lotOf(['Place', 120, 'poi-exa'], ['Law', 180, 'poi-exa']),
    { place: 40, law: 60 },
    ['place', 'law'],
    'agrees',
    ['place: 40 / 40, agrees', 'law: 60 / 60, agrees'],
  ],
  [
    'N3 several criteria stand for one section',
    lotOf(['Ownership', 20], ['Control', 20], ['Place', 60]),
    { operator: 40, place: 60 },
    ['operator', 'operator', 'place'],
    'agrees',
    ['operator: 40 / 40, agrees', 'place: 60 / 60, agrees'],
  ],
  [
    'N4.1 a section that was not published',
    lotOf(['Place', 100]),
    { place: 80, law: 20 },
    ['place'],
    'differs',
    ['place: 80 / 100, differs', 'law: 20 / -, not-published'],
  ],
  [
    'N4.1 a section without weight needs no criterion, and one that has one differs',
    lotOf(['Place', 90], ['Law', 10]),
    { place: 100, law: 0, profile: 0 },
    ['place', 'law'],
    'differs',
    ['place: 100 / 90, differs', 'law: 0 / 10, differs'],
  ],
  [
    'N3 nothing is chosen',
    lotOf(['Quality', 100]),
    { place: 50, law: 50 },
    [null],
    'nothing',
    ['place: 50 / -, not-published', 'law: 50 / -, not-published'],
  ],
  [
    'N3 a section that is not there stands for nothing',
    lotOf(['Place', 100]),
    { law: 1 },
    ['place'],
    'nothing',
    ['law: 100 / -, not-published'],
  ],
  [
    'N5 order of importance, kept',
    lotOf(['Law', 1, 'ord-imp'], ['Place', 2, 'ord-imp'], ['Use', 3, 'ord-imp']),
    { place: 30, law: 40, use: 30 },
    ['law', 'place', 'use'],
    'agrees',
    ['place: 30 / 2, agrees', 'law: 40 / 1, agrees', 'use: 30 / 3, agrees'],
  ],
  [
    'N5 order of importance, turned round for two',
    lotOf(['Law', 1, 'ord-imp'], ['Place', 2, 'ord-imp'], ['Use', 3, 'ord-imp']),
    { law: 50, place: 20, use: 30 },
    ['law', 'place', 'use'],
    'differs',
    ['law: 50 / 1, agrees', 'place: 20 / 2, differs', 'use: 30 / 3, differs'],
  ],
  [
    'N6 a criterion without a weight',
    lotOf(['Place', 40], ['Law', null]),
    { place: 40, law: 60 },
    ['place', 'law'],
    'undecided',
    ['place: 40 / -, undecided', 'law: 60 / -, undecided'],
  ],
  [
    'N6 percentages beside points',
    lotOf(['Place', 40], ['Law', 60, 'poi-exa']),
    { place: 40, law: 60 },
    ['place', 'law'],
    'undecided',
    ['place: 40 / -, undecided', 'law: 60 / -, undecided'],
  ],
  [
    'N6 order beside percentages',
    lotOf(['Place', 1, 'ord-imp'], ['Law', 60]),
    { place: 40, law: 60 },
    ['place', 'law'],
    'undecided',
    ['place: 40 / -, undecided', 'law: 60 / -, undecided'],
  ],
  [
    'N6 the middle of a range, met and missed',
    lotOf(['Place', 40, 'per-mid'], ['Law', 40], ['Use', 20]),
    { place: 45, law: 35, use: 20 },
    ['place', 'law', 'use'],
    'undecided',
    ['place: 45 / 40, undecided', 'law: 35 / 40, undecided', 'use: 20 / 20, agrees'],
  ],
  [
    'N6 all zero',
    lotOf(['Place', 0], ['Law', 0]),
    { place: 40, law: 60 },
    ['place', 'law'],
    'undecided',
    ['place: 40 / -, undecided', 'law: 60 / -, undecided'],
  ],
])('%s', (_, lot, used, mapping, whole, lines) => {
  const check = checkWeights(lot, sectionsOf(used), mapping);
  expect(told(check)).toEqual(lines);
  expect(check.outcome).toBe(whole);
  // What stands for nothing is named, whatever the outcome.
  expect([...check.elsewhere, ...check.lines.flatMap(({ criteria }) => criteria)].sort()).toEqual([...lot.criteria.keys()]);
});

test('N6 why nothing can be decided is said', () => {
  const doubt = (...criteria: readonly Given[]) => checkWeights(lotOf(...criteria), sectionsOf({ a: 1, b: 1 }), ['a', 'b']).doubt;
  expect(doubt(['A', 1], ['B', null])).toBe('unweighted');
  expect(doubt(['A', 1], ['B', 1, 'dec-exa'])).toBe('mixed');
  expect(doubt(['A', 1], ['B', 1, 'per-mid'])).toBe('middle');
  expect(doubt(['A', 1], ['B', 1])).toBeNull();
});

test('N4 published numbers that are given as weights agree, whatever they are, and agree no longer when one is moved', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 9 });
  let cases = 0;
  fc.assert(
    fc.property(
      numbers,
      fc.constantFrom(1, 10, 100, 1000),
      fc.nat(),
      fc.double({ min: 0.001, max: 1000, noNaN: true }),
      (given, of, at, factor) => {
        const lot = lotOf(...given.map((number, i): Given => [`C${i}`, number / of]), ['Price', 40, 'per-exa', 'price']);
        const ids = given.map((_, i) => `s${i}`);
        const used = given.map((number, i) => ({ id: `s${i}`, weight: (number / of) * factor }));
        expect(checkWeights(lot, used, [...ids, null]).outcome).toBe('agrees');
        const place = at % given.length;
        const moved = used.map((one, i) => (i === place ? { ...one, weight: one.weight * 1.01 } : one));
        const check = checkWeights(lot, moved, [...ids, null]);
        expect(check.outcome).toBe('differs');
        expect(check.lines[place]?.outcome).toBe('differs');
        cases += 1;
      },
    ),
    { seed: 20_261_123, numRuns: 500 },
  );
  console.log(`published as used: ${cases} cases`);
});

const named = (names: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(names).map(([id, list]) => ({ id, names: list.map((name) => ({ en: name })) }));
const SECTIONS = named({
  ic: ['Information collated', 'Information'],
  dl: ['Data location', 'Location'],
  op: ['Operator: ownership, control and law', 'Operator'],
  si: ['Software integration', 'Integration'],
});

test.each<[what: string, lot: NoticeLot, mapping: Mapping]>([
  [
    'N3 by the words of the names, in any order, accents and case aside',
    lotOf(
      ['Price', 60, 'per-exa', 'price'],
      ['RISK: INTEGRATION', 10],
      ['Lócation of data', 10],
      ['Risk of the operator', 10],
      ['Information', 10],
    ),
    [null, 'si', 'dl', 'op', 'ic'],
  ],
  [
    'N3 in their order where no name is alike and there are as many',
    lotOf(['Preis', 60, 'per-exa', 'price'], ['A', 1], ['B', 1], ['C', 1], ['D', 1]),
    [null, 'ic', 'dl', 'op', 'si'],
  ],
  ['N3 not at all where they are fewer or more', lotOf(['Price', 60, 'per-exa', 'price'], ['Quality', 40]), [null, null]],
  [
    'N3 never price or cost, whatever they are called',
    lotOf(['Location', 60, 'per-exa', 'price'], ['Operator', 40, 'per-exa', 'cost']),
    [null, null],
  ],
  ['N3 one section once', lotOf(['Location', 10], ['Location', 20]), ['dl', null]],
])('%s', (_, lot, mapping) => {
  expect(suggestMapping(lot, SECTIONS)).toEqual(mapping);
});

test('N3 N4 the notice of the example is matched by its names, in either language, and agrees with the procedure', () => {
  const procedure = JSON.parse(readFileSync('questionnaires/examples/kreekmonde/procedure.json', 'utf8'));
  const outcome = readNotice(readFileSync('questionnaires/examples/kreekmonde/notice.xml', 'utf8'));
  const lot = outcome.ok ? outcome.value.lots[0] : undefined;
  if (!lot) throw new Error('the notice is refused');
  const mapping = suggestMapping(lot, SECTIONS);
  expect(mapping).toEqual([null, 'ic', 'dl', 'op', 'si']);
  const check = checkWeights(lot, sectionsOf(procedure.policies[0].weights), mapping);
  expect(check).toMatchObject({ outcome: 'agrees', elsewhere: [0], doubt: null });
  expect(told(check)).toEqual(['ic: 20 / 20, agrees', 'dl: 20 / 20, agrees', 'op: 30 / 30, agrees', 'si: 30 / 30, agrees']);
});
