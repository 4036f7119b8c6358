/** What a notice and the weights used come to, in words: a disagreement first, and every figure with its unit. */
import { expect, test } from 'vitest';
import { type AwardCriterion, type NoticeLot, WEIGHT_KINDS, type WeightKind } from '../../../src/core/notice/notice.ts';
import { checkWeights, type Mapping } from '../../../src/core/notice/weights.ts';
import noticeMessages from '../../../src/i18n/en/notice.json?messages';
import { formats, local } from '../../../src/i18n/format.ts';
import type { NoticeKey } from '../../../src/i18n/languages.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { type NoticeWording, noticeBlocks, noticeRows, noticeSentences } from '../../../src/report/procedure/notice.ts';
import { textsOf } from '../text.ts';

const WORDS: NoticeWording = { t: translator<NoticeKey>('en', noticeMessages), f: formats('en'), local: (text) => local(text, 'en') };
const SECTIONS = [
  { id: 'dl', title: { en: 'Data location' }, short: { en: 'Location' } },
  { id: 'op', title: { en: 'Operator' } },
];
const criterion = (name: string, number: number | null, kind: WeightKind = 'per-exa'): AwardCriterion => ({
  type: 'quality',
  name: name === '' ? {} : { en: name },
  description: {},
  weight: number === null ? null : { number, kind },
});
function compared(criteria: readonly AwardCriterion[], mapping: Mapping, used: readonly [number, number] = [40, 60]) {
  const lot: NoticeLot = { id: 'LOT-0001', title: {}, formula: {}, criteria };
  const weights = SECTIONS.map(({ id }, i) => ({ id, weight: used[i] ?? 0 }));
  return { lot, sections: SECTIONS, check: checkWeights(lot, weights, mapping) };
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const sentences = (...given: Parameters<typeof compared>) => noticeSentences(compared(...given), WORDS).map(plain);
const rows = (...given: Parameters<typeof compared>) =>
  noticeRows(compared(...given), WORDS).map(({ section, published, used, outcome }) => [section, published, used, outcome].map(plain));

test('N4 agreement, and what is judged elsewhere', () => {
  const given = [
    [criterion('Price', 60), criterion('Place', 16), criterion('Operator', 24)],
    [null, 'dl', 'op'],
  ] as const;
  expect(sentences(...given)).toEqual([
    'The weights used are those that the notice publishes for LOT-0001.',
    'Judged elsewhere, and left out of the published shares: “Price”: 60 %.',
  ]);
  expect(rows(...given)).toEqual([
    ['Location', '40 %\n“Place”: 16 %', '40 %', 'agrees'],
    ['Operator', '60 %\n“Operator”: 24 %', '60 %', 'agrees'],
  ]);
});

test('N4 N4.1 N5 a disagreement names each section, with both figures', () => {
  expect(sentences([criterion('Place', 1), criterion('Operator', 2)], ['dl', 'op'])).toEqual([
    'The weights used are not those that the notice publishes for LOT-0001: Location counts 40 % and was published with 33.3333 % and Operator counts 60 % and was published with 66.6667 %.',
  ]);
  expect(sentences([criterion('Operator', 2)], ['op'])).toEqual([
    'The weights used are not those that the notice publishes for LOT-0001: Location counts 40 % and was not published and Operator counts 60 % and was published with 100 %.',
  ]);
  const order = [
    [criterion('Place', 1, 'ord-imp'), criterion('Operator', 2, 'ord-imp')],
    ['dl', 'op'],
  ] as const;
  expect(sentences(...order)[0]).toContain('Location, published in place 1, stands in another order and Operator, published in place 2');
  expect(rows(...order)[0]).toEqual([
    'Location',
    'place 1 in order of importance\n“Place”: place 1 in order of importance',
    '40 %',
    'differs',
  ]);
});

test('N6 what cannot be said has its reason; what is not matched yet says so', () => {
  const said = (second: AwardCriterion) => sentences([criterion('Place', 40), second], ['dl', 'op'], [50, 50]);
  const cannot = 'Whether the weights used are those that the notice publishes for LOT-0001 cannot be said.';
  expect(said(criterion('Operator', null))).toEqual([cannot, 'A criterion that stands for a section has no published weight.']);
  expect(said(criterion('Operator', 60, 'poi-exa'))[1]).toMatch(/units that do not add up/);
  expect(said(criterion('Operator', 60, 'per-mid'))[1]).toMatch(/the middle of a range/);
  expect(sentences([criterion('Quality', 100)], [null])).toEqual(['No criterion stands for a section yet. Choose below which does.']);
  expect(sentences([], [])).toEqual(['The notice publishes no award criteria for LOT-0001.']);
  expect(rows([criterion('Place', 40), criterion('', null)], ['dl', 'op'])).toEqual([
    ['Location', '“Place”: 40 %', '40 %', 'cannot be said'],
    ['Operator', '“criterion 2”: no weight published', '60 %', 'cannot be said'],
  ]);
});

test('N2 every kind of weight has its words, and a formula is told', () => {
  const figures = WEIGHT_KINDS.map((kind) =>
    plain(
      rows([criterion('A', 5, kind)], ['dl'])[0]?.[1]
        ?.split('\n')
        .at(-1) ?? '',
    ),
  );
  expect(figures).toEqual([
    '“A”: 5 %',
    '“A”: 5 %, the middle of a range',
    '“A”: 5',
    '“A”: 5, the middle of a range',
    '“A”: 5 points',
    '“A”: 5 points, the middle of a range',
    '“A”: place 5 in order of importance',
  ]);
  const comparison = compared([criterion('Place', 40), criterion('Operator', 60)], ['dl', 'op']);
  const told = noticeSentences({ ...comparison, lot: { ...comparison.lot, formula: { en: 'a + b' } } }, WORDS);
  expect(told).toContain('The notice also publishes a formula, which is not compared: a + b');
});

test('the blocks of a report say the same as the rows and sentences, and nothing more where nothing is matched', () => {
  const comparison = compared([criterion('Place', 40), criterion('Operator', 60)], ['dl', 'op'], [45, 55]);
  const texts = noticeBlocks(comparison, WORDS).flatMap(textsOf).join('\n');
  for (const sentence of noticeSentences(comparison, WORDS)) expect(texts).toContain(sentence);
  for (const { section, published, used, outcome } of noticeRows(comparison, WORDS))
    for (const cell of [section, published, used, outcome]) expect(texts).toContain(cell);
  expect(noticeBlocks(compared([criterion('Quality', 100)], [null]), WORDS)).toHaveLength(1);
});
