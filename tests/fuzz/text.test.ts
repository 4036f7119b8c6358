/** Every kind of trick in every field that takes text: what is stored is what is printed, or its hidden parts are named, or the field is refused. */
import { describe, expect, test, vi } from 'vitest';
import { fontsOf } from '../../src/cli/fonts.ts';
import { type Assessment, DETAILS } from '../../src/core/format/assessment.ts';
import { parseAssessment, parseProcedure } from '../../src/core/parse.ts';
import { sayProblemAt } from '../../src/i18n/problem-words.ts';
import { type Messages, translator } from '../../src/i18n/translator.ts';
import { visible } from '../../src/report/pdf/visible.ts';
import { writePdf } from '../../src/report/pdf/write.ts';
import { csvOf } from '../../src/report/tables/csv.ts';
import { sheetOf, text as textCell } from '../../src/report/tables/sheet.ts';
import { isTakenForMore } from '../../src/report/tables/taken.ts';
import { FINAL } from '../core/support/editions.ts';
import { inputOf, RAISED, type Setup } from '../report/fixture.ts';
import { ask, judged, withoutSpace } from '../report/pdf/judges.ts';
import { documentWith } from '../report/verify/reports.ts';
import { procedureOf } from './targets.ts';

const WORDS = import.meta.glob<Messages>('../../src/i18n/en/*.json', { query: '?messages', import: 'default', eager: true });
const t = translator('en', Object.assign({}, ...Object.values(WORDS)));

const TRICKS: readonly (readonly [name: string, text: string])[] = [
  ['a turned name', 'evil\u202egpj.exe\u202c'],
  ['isolates and marks', '\u2066a\u2067b\u2069\u200e\u200f\u061c'],
  ['nothing to see', 'pay\u200bpal\u2060\u00ad\ufeff'],
  ['NUL', 'a\u0000b'],
  ['controls', 'a\u0007\u001b[31mred\u007f\u0085b'],
  ['noncharacters', '\uffff\ufffe\ufdd0'],
  ['tags', 'x\u{e0041}\u{e007f}'],
  ['a flood of accents', `Z${'\u0301'.repeat(200)}`],
  ['a formula', '=HYPERLINK("https://example.org";"Click")'],
  ['a formula after a space', ' @SUM(1+1)'],
  ['a formula of another width', '\uff1dcmd|calc'],
  ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script>&amp;&#x202e;'],
  ['the end of an object', 'endstream endobj 1 0 obj << /JS (x) >> (unbalanced \\'],
  ['a template', '#{7*7} {{7*7}} %s %n {vendor, select, other {x}}'],
  ['an address', 'javascript:alert(1) data:text/html,x https://example.org/a?b#c'],
  ['line ends of every kind', 'one\r\ntwo\rthree\u2028four\u2029five\tsix'],
  ['spaces of every kind', 'a\u00a0b\u2003c\u3000d'],
  ['look-alikes', 'Аpple ѕcope ϲase'],
  ['names of JavaScript', '__proto__ constructor toString'],
  ['a key of words', 'report.title problem.shape'],
  ['a word without end', 'W'.repeat(190)],
  ['Chinese and Japanese', '港口ターミナル'],
  ['a picture', '🚢👩\u200d💻'],
];

const FIELDS = ['note', 'title', 'reference', 'file', 'value', 'reason', ...DETAILS] as const;
type Field = (typeof FIELDS)[number];

/** Where each field can be found again. */
const marked = (field: Field, trick: string): string => `Mk${FIELDS.indexOf(field) + 10} ${trick} Ke`;

function setup(texts: (field: Field) => string): Setup {
  const keys = RAISED.keys;
  if (keys?.state !== 'answered') throw new Error('the fixture answers it');
  return {
    answers: {
      ...RAISED,
      keys: {
        ...keys,
        note: texts('note'),
        evidence: {
          grade: 'e2',
          title: texts('title'),
          reference: texts('reference'),
          file: { name: texts('file'), sha256: 'a'.repeat(64) },
        },
      },
      remark: { state: 'answered', value: texts('value') },
    },
    details: Object.fromEntries(DETAILS.map((detail) => [detail, texts(detail)])),
    override: { band: 'critical', reason: texts('reason') },
  };
}

vi.setConfig({ testTimeout: 60_000 });

describe('hostile text', () => {
  judged(['pdftotext', 'qpdf'], 'is printed as it is stored, or with what is hidden in it named, or the place is told', async () => {
    const counts = { printed: 0, 'not in a report': 0, refused: 0 };
    for (const [name, trick] of TRICKS) {
      const whole = setup((field) => marked(field, trick));
      const { assessment } = inputOf(whole);
      for (const field of FIELDS)
        expect(JSON.stringify(assessment), `${name} in ${field}, stored`).toContain(JSON.stringify(marked(field, trick)).slice(1, -1));
      const document = documentWith(whole);
      const outcome = writePdf(document, await fontsOf(document));
      if (!outcome.ok) {
        counts.refused += FIELDS.length;
        for (const problem of outcome.problems) expect(sayProblemAt(t, problem), name).toMatch(/U\+[0-9A-F]{4}/);
        continue;
      }
      const text = withoutSpace(ask('pdftotext', ['-raw', '-enc', 'UTF-8', 'FILE', '-'], outcome.value));
      expect(ask('qpdf', ['--json', '--json-key=qpdf', 'FILE'], outcome.value), name).not.toMatch(
        /"\/(?:JS|JavaScript|OpenAction|AA|Launch)"/,
      );
      for (const field of FIELDS) {
        const said = withoutSpace(visible(marked(field, trick)));
        if (!text.includes(said.slice(0, 4))) counts['not in a report'] += 1;
        else {
          counts.printed += 1;
          expect(
            text.includes(said),
            `${name} in ${field}, printed: ${text.slice(text.indexOf(said.slice(0, 4)), text.indexOf(said.slice(0, 4)) + said.length + 20)}`,
          ).toBe(true);
        }
      }
    }
    console.log(`hostile text: ${TRICKS.length} tricks in ${FIELDS.length} fields: ${JSON.stringify(counts)}`);
    expect(counts.printed).toBeGreaterThan(200);
  });

  test.each(TRICKS)('%s in a table of values comes back as it was', (_, trick) => {
    const sheet = sheetOf<string>('x', [{ head: 'a', width: 10, cell: (one) => textCell(one) }], [trick]);
    const [, field = ''] = /\r\n"([\s\S]*)"\r\n$/.exec(csvOf(sheet)) ?? [];
    const read = field.replaceAll('""', '"');
    expect(isTakenForMore(read), 'no formula').toBe(false);
    expect(read.replace(/^'/, '')).toBe(visible(trick));
  });

  test('a word of a million letters is refused with its place, in each field', () => {
    const { assessment } = inputOf(setup((field) => marked(field, '')));
    const mega = 'W'.repeat(1_000_000);
    for (const field of FIELDS) {
      const text = JSON.stringify(assessment).replace(JSON.stringify(marked(field, '')).slice(1, -1), () => mega);
      const outcome = parseAssessment(text);
      expect(outcome.ok ? 'taken in' : outcome.problems.map(({ path }) => path).join(), field).toMatch(/^\/history\/\d+\//);
    }
  });

  test.each(TRICKS)('%s in every text of a procedure is stored as it is', (_, trick) => {
    const procedure = procedureOf(FINAL as Assessment);
    const hostile = {
      ...procedure,
      history: procedure.history.map((entry) => {
        if (entry.kind === 'detail' && entry.detail !== 'number') return { ...entry, value: trick, by: trick };
        if (entry.kind === 'lots') return { ...entry, lots: entry.lots.map((lot) => ({ ...lot, title: trick })) };
        if (entry.kind === 'bid') return { ...entry, label: trick };
        return entry.kind === 'leave' ? { ...entry, reason: trick } : entry;
      }),
    };
    const outcome = parseProcedure(JSON.stringify(hostile));
    expect(outcome.ok ? outcome.value : outcome.problems).toEqual(hostile);
  });
});
