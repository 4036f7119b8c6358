/** Final, superseded and redacted on paper: rules F and W. */
import { describe, expect, test } from 'vitest';
import { canonicalJson, hashOf } from '../../src/core/canonical.ts';
import type { Withheld } from '../../src/core/format/redacted.ts';
import { redact } from '../../src/core/redaction/redact.ts';
import type { Document } from '../../src/report/blocks.ts';
import { reportDocument } from '../../src/report/document.ts';
import { attached } from '../../src/report/record/build.ts';
import { remade } from '../../src/report/record/document.ts';
import { parseRecord } from '../../src/report/record/read.ts';
import { redactedDocument } from '../../src/report/redacted/document.ts';
import { FIRST, final, grown, SECOND } from './final.ts';
import { answered, inputOf, RAISED } from './fixture.ts';
import { textsOf, under } from './text.ts';

const all = ({ blocks }: Document, heading?: string) => (heading ? under(blocks, heading) : blocks).flatMap(textsOf).join('\n');

describe('F on paper', () => {
  test('a final one says so on every page, with its number and day, and a draft stays a draft', () => {
    expect(reportDocument(FIRST).mark).toBe('Final · no. 2026/17 · 2 March 2026');
    expect(reportDocument(inputOf({ answers: RAISED })).mark).toBe('Draft');
    expect(
      reportDocument({ ...FIRST, edition: { supersededBy: { assessment: 'fixture-0002', number: '2026/18', day: '2026-04-01' } } }).mark,
    ).toBe('Superseded by no. 2026/18 of 1 April 2026 · this is no. 2026/17 of 2 March 2026');
  });

  test('R3 a final one that is not ratable says that too, and so does its redacted variant', () => {
    const answers = Object.fromEntries(Object.keys(RAISED).map((id) => [id, { state: 'unknown' as const }]));
    const open = grown(inputOf({ answers }), 'fixture-0001', final('1', '2026/17'));
    expect(reportDocument(open).mark).toBe('Final · no. 2026/17 · 2 March 2026 · not ratable');
    const redacted = redact(open.assessment, []);
    expect(redactedDocument({ redacted, language: 'en', appVersion: '0.0.0' }).mark).toBe(
      'Redacted · from final no. 2026/17 of 2 March 2026 · not ratable',
    );
  });

  test('it names the three people, what each declares, and how long it is kept', () => {
    const document = reportDocument(FIRST);
    expect(all(document, 'Signatures')).toMatch(
      /Prepared by[\s\S]*Ada Anders\nDeclares that there is none\.[\s\S]*Ben Bos\nDeclares: A cousin works there\./,
    );
    expect(all(document, 'Final')).toMatch(/2026\/17[\s\S]*Procurement, 10 years[\s\S]*31 December 2036/);
    expect(all(reportDocument(inputOf()), 'Signatures')).not.toContain('Declares');
  });

  test('F5 a version prints what changed: the rating, each answer on both sides, facts, and the hash of the one before', () => {
    const text = all(reportDocument(SECOND), 'What changed since no. 2026/17');
    expect(text).toMatch(/Rating\nHigh\n[^\n]*[\s\S]*?Set by hand: Low\. Reason: Seen on site\.\nModerate\n/);
    expect(text).toMatch(/Who holds the keys\?\nKEYS\nThe vendor\nContract[\s\S]*Note: Said on the phone\.\nThe buyer alone\nContract/);
    expect(text).toContain('Vendor\nExample Cargo\nExample Cargo Holding');
    expect(text).toContain(hashOf(FIRST.assessment));
    expect(text).toContain('One answer has changed since, and one fact about the assessment.');
    expect(all(reportDocument(FIRST))).not.toContain('What changed since');
    expect(text).not.toContain('made with other documents');
    const policy = { ...SECOND.assessment.policy, version: '9' };
    expect(all(reportDocument({ ...SECOND, assessment: { ...SECOND.assessment, policy } }))).toContain('made with other documents');
  });
});

const because = (what: Withheld['what'], of?: string): Withheld => ({
  what,
  ...(of === undefined ? {} : { of }),
  ground: `Ground of ${what}`,
});
const variant = (...withheld: Withheld[]) =>
  redactedDocument({ redacted: redact(FIRST.assessment, withheld), language: 'en', appVersion: '0.0.0' });

describe('W on paper', () => {
  const people = ['Ada Anders', 'Ben Bos', 'Cy Claes', 'A. Officer', 'A cousin'];
  const cases: readonly [string, Withheld, readonly string[], string][] = [
    ['W2 an answer', because('answer', 'keys'), ['Said on the phone.', '"value":"vendor"'], 'Withheld: Ground of answer'],
    ['W2 evidence', because('evidence', 'keys'), [], 'Withheld: Ground of evidence'],
    ['W2 a note', because('note', 'keys'), ['Said on the phone.'], 'Note withheld: Ground of note'],
    ['W2 a fact', because('detail', 'vendor'), ['Example Cargo'], 'Vendor\nWithheld'],
    ['W2 names', because('people'), people, 'Prepared by\n \nWithheld\nWithheld'],
    ['W2 a reason', because('override'), ['Seen on site.'], 'Withheld'],
    ['W3 scores', because('scores'), [], 'Score withheld'],
  ];
  test.each(cases)('%s is marked where it would stand, listed, and in no byte of record or page', (_, withheld, absent, mark) => {
    const document = variant(withheld);
    const { questionnaire: __, policy: ___, facts: ____, ...own } = JSON.parse(document.data).redacted;
    const bytes = [all(document), document.title, document.eyebrow, document.author, document.foot, canonicalJson(own)].join('\n');
    expect(absent.filter((text) => bytes.includes(text))).toEqual([]);
    expect(all(document)).toContain(mark);
    expect(all(document, 'What is withheld')).toContain(withheld.ground);
  });

  test('W4 it says on every page and first of all what it is, and the hash of the full one', () => {
    const document = variant(because('answer', 'keys'));
    expect(document.mark).toBe('Redacted · from final no. 2026/17 of 2 March 2026');
    expect(textsOf(document.blocks[0] as (typeof document.blocks)[number]).join('\n')).toMatch(
      /^This is a redacted variant of no\. 2026\/17 of 2 March 2026\. One thing is withheld[\s\S]*cannot be reckoned again[\s\S]*[0-9a-f]{64}$/,
    );
    expect(all(document)).toContain(hashOf(FIRST.assessment));
  });

  test('W3 the headline is that of the full one, with its figure only where scores are shown', () => {
    const text = all(variant(because('answer', 'keys')));
    expect(text).toContain('High');
    expect(text).not.toContain('Score withheld');
    expect(all(variant(because('answer', 'keys'), because('scores')), 'Sections')).toMatch(/Place[\s\S]*Withheld[\s\S]*All[\s\S]*Withheld/);
  });

  test('read from outside the record gives the same report; one that holds what it withholds is refused', () => {
    const document = variant(because('answer', 'keys'), because('people'), because('scores'));
    const parsed = parseRecord(document.data);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const again = remade(parsed.value);
    expect(attached(again.record).json === document.data).toBe(true);
    const { pageLabel: _, ...found } = again.document;
    const { pageLabel: __, ...expected } = document;
    expect(found).toEqual(expected);
    const forged = JSON.parse(document.data);
    forged.redacted.answers.keys.answer = answered('vendor');
    expect(parseRecord(canonicalJson(forged))).toMatchObject({
      ok: false,
      problems: [{ path: '/redacted/withheld/0', code: 'withheld-shown' }],
    });
  });

  test('a superseded variant says so', () => {
    const edition = { supersededBy: { assessment: 'fixture-0002', number: '2026/18', day: '2026-04-01' } };
    const redacted = redact(FIRST.assessment, [because('people')]);
    expect(redactedDocument({ redacted, language: 'en', appVersion: '0.0.0', edition }).mark).toContain(
      'superseded by no. 2026/18 of 1 April 2026',
    );
  });
});
