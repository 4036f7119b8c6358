/** What is read in a contract notice, and what of one is refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readNotice } from '../../../src/core/notice/read.ts';
import noticeWords from '../../../src/i18n/en/notice.json?messages';
import { sayProblem } from '../../../src/i18n/problem-words.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { extension, lot, NAMESPACES, notice, parameter, percent, SMALL } from './notices.ts';

const t = translator('en', noticeWords);

function read(xml: string) {
  const outcome = readNotice(xml);
  if (!outcome.ok) throw new Error(outcome.problems.map((one) => sayProblem(t, one)).join('\n'));
  return outcome.value;
}
const refusals = (xml: string): readonly string[] => {
  const outcome = readNotice(xml);
  return outcome.ok ? [] : outcome.problems.map((one) => sayProblem(t, one));
};

test('N2 the notice of the example: numbers, languages, lots, criteria in two languages, weights', () => {
  const found = read(readFileSync('questionnaires/examples/kreekmonde/notice.xml', 'utf8'));
  expect({ ...found, lots: [] }).toEqual({
    id: '0e0f1a2b-0014-4c00-8d00-20260bad5eed',
    version: '01',
    publication: '00000000-2026',
    languages: ['nl', 'en'],
    lots: [],
  });
  expect(found.lots.map(({ id, title }) => ({ id, title }))).toEqual([
    { id: 'LOT-0001', title: { nl: 'Platform en exploitatie, acht jaar', en: 'Platform and operation, eight years' } },
  ]);
  expect(found.lots[0]?.criteria.map(({ type, name, weight }) => [type, name.nl, name.en, weight?.number, weight?.kind])).toEqual([
    ['price', 'Prijs', 'Price', 60, 'per-exa'],
    ['quality', 'Risico: welke informatie wordt verzameld', 'Risk: information collated', 8, 'per-exa'],
    ['quality', 'Risico: plaats van de gegevens', 'Risk: data location', 8, 'per-exa'],
    ['quality', 'Risico: de exploitant', 'Risk: operator', 12, 'per-exa'],
    ['quality', 'Risico: inbouw van de software', 'Risk: software integration', 12, 'per-exa'],
  ]);
});

describe('N2 the weight of a criterion', () => {
  const weight = (parameters: string) => read(notice(lot('LOT-0001', [{ parameters }]))).lots[0]?.criteria[0]?.weight;
  test.each([
    ['none', '', null],
    ['percentage', parameter('per-exa', '30'), { number: 30, kind: 'per-exa' }],
    ['with decimals', parameter('per-exa', '33.34'), { number: 33.34, kind: 'per-exa' }],
    ['with a sign and spaces', parameter('per-exa', '\n +30.0 '), { number: 30, kind: 'per-exa' }],
    ['decimal', parameter('dec-exa', '.3'), { number: 0.3, kind: 'dec-exa' }],
    ['points', parameter('poi-exa', '300'), { number: 300, kind: 'poi-exa' }],
    ['middle of a range', parameter('per-mid', '25'), { number: 25, kind: 'per-mid' }],
    ['order', parameter('ord-imp', '2'), { number: 2, kind: 'ord-imp' }],
    ['a code without the name of its list', parameter('per-exa', '40', null), { number: 40, kind: 'per-exa' }],
    ['a fixed total', parameter('total', '100000', 'number-fixed'), null],
    ['a threshold', parameter('min-score', '50', 'number-threshold'), null],
    [
      'all three',
      parameter('min-score', '50', 'number-threshold') + parameter('per-exa', '20') + parameter('total', '9', 'number-fixed'),
      { number: 20, kind: 'per-exa' },
    ],
    ['a code alone', parameter('per-exa'), null],
    ['withheld by its code', parameter('unpublished', '-1'), null],
    ['withheld by its number', parameter('per-exa', '-1'), null],
    ['another code without a list', parameter('total', '7', null), null],
  ])('%s', (_, parameters, expected) => {
    expect(weight(parameters)).toEqual(expected);
  });
});

test('N1 namespaces count, prefixes do not; groups of lots are read, parts and what stands elsewhere are not', () => {
  const plain = lot('LOT-0001', [percent('Risk', 40)]) + lot('GLO-0001', [percent('Risk', 50)], 'LotsGroup') + lot('PAR-0001', [], 'Part');
  const found = read(notice(plain));
  expect(found.lots.map(({ id }) => id)).toEqual(['LOT-0001', 'GLO-0001']);
  const other = notice(plain)
    .replaceAll('cac:', 'a:')
    .replaceAll('xmlns:cac=', 'xmlns:a=')
    .replaceAll('cbc:', 'b:')
    .replaceAll('xmlns:cbc=', 'xmlns:b=');
  expect(read(other)).toEqual(found);
  const strange = notice(plain).replace('CommonAggregateComponents-2', 'CommonAggregateComponents-1');
  expect(refusals(strange)).toEqual([expect.stringContaining('this notice has no lots')]);
  const deeper = notice(`<cac:Other>${lot('LOT-0009', [percent('Risk', 1)])}</cac:Other>${plain}`);
  expect(read(deeper)).toEqual(found);
});

test('N2 names: by language, the first of two, without spaces around, none where none is given; unknown types and languages', () => {
  const names =
    '<cbc:Name languageID="FRA"> Risque\n  du  vendeur </cbc:Name><cbc:Name languageID="ENG">Risk</cbc:Name><cbc:Name languageID="ENG">Other</cbc:Name><cbc:Name languageID="ISL">Áhætta</cbc:Name><cbc:Name>?</cbc:Name><cbc:Name languageID="__proto__">!</cbc:Name>';
  const xml = notice(lot('LOT-0001', [percent('Risk', 40, 'something')])).replace('<cbc:Name languageID="ENG">Risk</cbc:Name>', names);
  const [criterion] = read(xml).lots[0]?.criteria ?? [];
  expect(criterion).toMatchObject({ type: null, name: { fr: 'Risque du vendeur', en: 'Risk', isl: 'Áhætta', und: '?' } });
  expect(read(xml.replace(names, '')).lots[0]?.criteria[0]).toMatchObject({ name: {}, description: { en: 'About Risk' } });
});

test('N2 a formula is kept beside the weights', () => {
  const xml = SMALL.replace(
    '<cac:AwardingCriterion>',
    '<cac:AwardingCriterion><cbc:CalculationExpression languageID="ENG">a + b</cbc:CalculationExpression>',
  );
  expect(read(xml).lots[0]?.formula).toEqual({ en: 'a + b' });
});

const AWARD = '<ContractAwardNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2"/>';

test.each<[what: string, xml: string, sentence: string | RegExp]>([
  ['another kind of notice', AWARD, /^Line 1, column 1: expected a contract notice .*ContractAwardNotice-2\}ContractAwardNotice"\.$/],
  ['the right name without its namespace', '<ContractNotice/>', 'found "ContractNotice"'],
  [
    'another name in the right namespace',
    '<Notice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"/>',
    'ContractNotice-2}Notice"',
  ],
  ['a page', '<!-- a -->\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', /^Line 2, column 1: expected a contract notice/],
  ['no lots', notice(''), /^Line 2, column 1: this notice has no lots\.$/],
  ['parts alone', notice(lot('PAR-0001', [], 'Part')), 'this notice has no lots'],
  ['lots without criteria', notice(`\n${lot('LOT-0001', [])}`), /^Line 3, column 1: no lot of this notice has award criteria\.$/],
  ['a lot without an identifier', notice(lot(' ', [percent('Risk', 1)])), 'expected the identifier of the lot (BT-137)'],
  [
    'a lot twice',
    notice(`${lot('LOT-0001', [percent('Risk', 1)])}\n${lot('LOT-0001', [])}`),
    /^Line 3, column 1: the lot "LOT-0001" stands twice/,
  ],
  ['two weights', notice(lot('LOT-0001', [{ parameters: parameter('per-exa', '1') + parameter('poi-exa', '2') }])), 'a second weight'],
  ['an unknown kind of weight', notice(lot('LOT-0001', [{ parameters: parameter('per-cent', '1') }])), 'found "per-cent"'],
  ['a number in words', notice(lot('LOT-0001', [percent('Risk', 'forty')])), 'found "forty"'],
  ['a number with a comma', notice(lot('LOT-0001', [percent('Risk', '33,3')])), 'found "33,3"'],
  ['a number in hexadecimal', notice(lot('LOT-0001', [percent('Risk', '0x10')])), 'found "0x10"'],
  ['a number with an exponent', notice(lot('LOT-0001', [percent('Risk', '1e3')])), 'found "1e3"'],
  ['a negative number', notice(lot('LOT-0001', [percent('Risk', '-2')])), 'found "-2"'],
  ['an enormous number', notice(lot('LOT-0001', [percent('Risk', '9'.repeat(400))])), 'expected a number from 0 to 1,000,000'],
  ['no number', notice(lot('LOT-0001', [percent('Risk', '')])), 'found ""'],
])('N1 N2 %s: refused', (_, xml, sentence) => {
  const found = refusals(xml);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^Line \d+, column \d+: /);
  expect(found[0]).toEqual(typeof sentence === 'string' ? expect.stringContaining(sentence) : expect.stringMatching(sentence));
});

test('N1 every fault of a notice is named, each with its place', () => {
  const xml = notice(`${lot('LOT-0001', [percent('Risk', 'x'), { parameters: parameter('per', '1') }])}\n${lot('', [])}`);
  expect(refusals(xml)).toEqual([
    expect.stringMatching(/^Line 2, .*found "x"/),
    expect.stringMatching(/^Line 2, .*found "per"/),
    expect.stringMatching(/^Line 3, .*BT-137/),
  ]);
});

test('N1 the extension is found where eForms puts it, and a weight outside of it is none', () => {
  const wrapped = extension(parameter('per-exa', '40'));
  const xml = `<ContractNotice ${NAMESPACES}>${lot('LOT-0001', [{ parameters: parameter('per-exa', '40') }])}</ContractNotice>`;
  expect(read(xml).lots[0]?.criteria[0]?.weight?.number).toBe(40);
  expect(read(xml.replace(wrapped, parameter('per-exa', '40'))).lots[0]?.criteria[0]?.weight).toBeNull();
});
