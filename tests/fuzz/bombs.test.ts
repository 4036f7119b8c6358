/** Small files that would come to much, and large ones: refused in less than two seconds with a sentence, and memory stays sane. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fontsOf } from '../../src/cli/fonts.ts';
import { fold } from '../../src/core/history.ts';
import { readNotice } from '../../src/core/notice/read.ts';
import { parseAssessment, parseProcedure, parseQuestionnaire } from '../../src/core/parse.ts';
import type { Outcome, Problem } from '../../src/core/problems.ts';
import noticeWords from '../../src/i18n/en/notice.json?messages';
import problemWords from '../../src/i18n/en/problems.json?messages';
import { sayProblemAt } from '../../src/i18n/problem-words.ts';
import { translator } from '../../src/i18n/translator.ts';
import { Verifier } from '../../src/report/verify/verify.ts';
import { readText } from '../../src/store/files.ts';
import { NAMESPACES } from '../core/notice/notices.ts';
import { inputOf, RAISED } from '../report/fixture.ts';
import { documentWith, written } from '../report/verify/reports.ts';

const t = translator('en', { ...problemWords, ...noticeWords });
const MOST_MS = 2000;
const MOST_MB = 500;

const { assessment } = inputOf({ answers: RAISED });
const { questionnaire } = assessment;
const asked = questionnaire.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));
const [first] = assessment.history;
const [section] = questionnaire.sections;
const [gate] = questionnaire.gates;
if (!first || !section || !gate) throw new Error('the fixture has them');

const whole = (changes: object) => JSON.stringify({ ...assessment, ...changes });
const asking = (changes: object) => JSON.stringify({ ...questionnaire, ...changes });
const times = <T>(count: number, make: (i: number) => T): readonly T[] => Array.from({ length: count }, (_, i) => make(i));
const entries = (count: number, make: (i: number) => object = () => ({})) =>
  times(count, (i) => ({ ...first, id: `entry-${String(i).padStart(7, '0')}`, ...make(i) }));
const following = (...places: readonly number[]) => ({ after: places.map((place) => `entry-${String(place).padStart(7, '0')}`) });

type Parse = (text: string) => Outcome<unknown>;
type Bomb = readonly [name: string, parse: Parse, text: () => string, codes: string];

/** As the app reads them: `size`, or what the parser says first. */
const BOMBS: readonly Bomb[] = [
  ['a text of 50 MB', parseAssessment, () => whole({ id: 'x'.repeat(50_000_000) }), 'file-too-large'],
  ['a text of 19 MB', parseAssessment, () => whole({ id: 'x'.repeat(19_000_000) }), 'shape'],
  ['a text of 19 MB, all escaped', parseAssessment, () => `{"id":"${'\\u0041'.repeat(3_100_000)}"}`, 'format'],
  ['200,000 levels of lists', parseAssessment, () => '['.repeat(200_000) + ']'.repeat(200_000), 'json-too-deep'],
  ['200,000 levels of objects', parseAssessment, () => '{"a":'.repeat(200_000), 'json-too-deep'],
  ['a million answers', parseAssessment, () => whole({ history: entries(1_000_000) }), 'file-too-large'],
  ['a million answers of nothing', parseAssessment, () => whole({ history: times(1_000_000, () => 0) }), 'shape'],
  ['nine million zeros', parseAssessment, () => `[${'0,'.repeat(9_000_000)}0]`, 'json-too-many'],
  ['a million keys', parseAssessment, () => `{${times(1_000_000, (i) => `"k${i}":0`).join(',')}}`, 'json-too-many-keys'],
  [
    '100,000 keys nobody knows',
    parseAssessment,
    () => whole({ policy: { ...assessment.policy, parameters: times(100_000, () => ({})) } }),
    'shape',
  ],
  [
    'ten thousand sections',
    parseQuestionnaire,
    () => asking({ sections: times(10_000, (i) => ({ ...section, id: `s${i}` })) }),
    'questionnaire-too-large',
  ],
  [
    'ten thousand gates',
    parseQuestionnaire,
    () => asking({ gates: times(10_000, (i) => ({ ...gate, id: `g${i}` })) }),
    'questionnaire-too-large',
  ],
  [
    'answers of 499 lines that each saw all others',
    parseAssessment,
    () =>
      whole({ history: entries(20_000, (i) => (i > 19_500 ? following(...times(400, (n) => i - 1 - n)) : i > 0 ? following(i - 1) : {})) }),
    'history-beside',
  ],
  [
    'questions asked twice, ten thousand times',
    parseProcedure,
    () => `{"format":"soundings-procedure/1","history":[${'{},'.repeat(100_000)}{}]}`,
    'shape-missing',
  ],
];

const XML: readonly (readonly [name: string, text: () => string, code: string])[] = [
  [
    'a document type that doubles',
    () => `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>`,
    'xml-doctype',
  ],
  ['200,000 levels', () => '<x>'.repeat(200_000), 'xml-too-deep'],
  ['two million elements', () => `<x>${'<y/>'.repeat(2_000_000)}</x>`, 'xml-too-many'],
  ['800,000 attributes', () => `<x ${times(800_000, (i) => `a${i}=""`).join(' ')}/>`, 'xml-too-many'],
  ['19 MB of text', () => `<x>${'x'.repeat(19_000_000)}</x>`, 'xml-too-large'],
  [
    '100,000 lots without a number',
    () => `<ContractNotice ${NAMESPACES}>${'<cac:ProcurementProjectLot/>\n'.repeat(100_000)}</ContractNotice>`,
    'notice-lot-id',
  ],
];

/** What it took of the processor, by the clock at most, and of memory. */
async function measured<T>(work: () => T | Promise<T>): Promise<{ readonly value: T; readonly ms: number; readonly mb: number }> {
  globalThis.gc?.();
  const memory = process.memoryUsage().rss;
  const before = process.cpuUsage();
  const began = performance.now();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: Math.min(performance.now() - began, (user + system) / 1000), mb: (process.memoryUsage().rss - memory) / 1e6 };
}

function saying(name: string, ms: number, mb: number, problems: readonly Problem[]): void {
  const [one] = problems;
  console.log(`${name}: ${Math.round(ms)} ms, ${Math.round(mb)} MB: ${one ? sayProblemAt(t, one).slice(0, 120) : '–'}`);
  expect(ms, name).toBeLessThan(MOST_MS);
  expect(mb, name).toBeLessThan(MOST_MB);
}

describe('bombs', () => {
  test.each(BOMBS)('%s', { timeout: 60_000 }, async (name, parse, text, code) => {
    const file = new Blob([text()]);
    const { value, ms, mb } = await measured(async () => {
      const read = await readText(file);
      return read.ok ? parse(read.value) : read;
    });
    if (value.ok) throw new Error('taken in');
    saying(name, ms, mb, value.problems);
    expect(value.problems[0]?.code).toBe(code);
    expect(value.problems.length).toBeLessThanOrEqual(1000);
  });

  test.each(XML)('notice: %s', { timeout: 60_000 }, async (name, text, code) => {
    const xml = text();
    const { value, ms, mb } = await measured(() => readNotice(xml));
    if (value.ok) throw new Error('taken in');
    saying(name, ms, mb, value.problems);
    expect(value.problems[0]?.code).toBe(code);
  });

  test('gates that look at each other twice, thirty times over, are read at once', async () => {
    const doubling = times(60, (i) => ({
      ...gate,
      id: `g${i}`,
      when:
        i === 0
          ? gate.when
          : {
              op: 'any',
              of: [
                { op: 'gate', gate: `g${i - 1}` },
                { op: 'gate', gate: `g${i - 1}` },
              ],
            },
    }));
    const text = asking({ gates: doubling });
    const { value, ms, mb } = await measured(() => parseQuestionnaire(text));
    saying('gates of gates', ms, mb, value.ok ? [] : value.problems);
    expect(value.ok).toBe(true);
  });

  test('as many as may be are read', { timeout: 60_000 }, async () => {
    const text = whole({ history: entries(100_000) });
    const { value, ms } = await measured(() => parseAssessment(text));
    console.log(`100,000 entries, ${Math.round(text.length / 1e6)} MB: ${Math.round(ms)} ms`);
    expect(value.ok).toBe(true);
    expect(asked.length).toBeGreaterThan(3);
  });

  test('as many lines of evaluators as may be are read and folded', { timeout: 60_000 }, async () => {
    // A long line that nobody else saw, and at its end many that each follow it and one another.
    const line = (i: number) => (i === 0 ? {} : i < 5000 || i % 10 > 0 ? following(i - 1) : following(i - 1, i - 10));
    const text = whole({ history: entries(9900, line) });
    const { value, ms, mb } = await measured(() => {
      const parsed = parseAssessment(text);
      if (parsed.ok) fold(parsed.value.history);
      return parsed;
    });
    saying('9,900 entries, 490 lines', ms, mb, value.ok ? [] : value.problems);
    expect(value.ok).toBe(true);
  });

  test('reports: data that unpack to gigabytes, and ten thousand pages of somebody else', { timeout: 60_000 }, async () => {
    const document = documentWith({ answers: RAISED });
    const report = Buffer.from(await written(document)).toString('latin1');
    const packed = deflateSync(Buffer.alloc(1_000_000_000)).toString('latin1');
    const claiming = (size: number) =>
      report.replace(
        /\/Params <<\/Size \d+ ([^\n]*)>>\n\/Length \d+\n\/Filter \/FlateDecode\n>>\nstream\n[\s\S]*?\nendstream\n/,
        (_, rest: string) =>
          `/Params <</Size ${size} ${rest}>>\n/Length ${packed.length}\n/Filter /FlateDecode\n>>\nstream\n${packed}\nendstream\n`,
      );
    const page = '1 0 obj\n<</Type /Page>>\nendobj\n';
    const files = {
      'a gigabyte that says it is small': claiming(1000),
      'a gigabyte that says so': claiming(999_999_999),
      'a gigabyte that says it is 60 MB': claiming(60_000_000),
      'ten thousand pages': `%PDF-1.7\n${page.repeat(10_000)}`,
    };
    for (const [name, file] of Object.entries(files)) {
      const bytes = new Uint8Array(Buffer.from(file, 'latin1'));
      const verifier = new Verifier({ fonts: fontsOf, signatureIn: async () => 'none' });
      const { value, ms, mb } = await measured(() => verifier.verify(bytes));
      saying(name, ms, mb, []);
      expect(['changed', 'not-ours'], name).toContain(value.verdict);
    }
  });
});
