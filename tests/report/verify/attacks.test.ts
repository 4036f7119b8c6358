/** Ways in which signed and archived PDFs were changed unseen elsewhere: each is found here, and named for what it is. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { canonicalJson, sha256Hex } from '../../../src/core/canonical.ts';
import type { AssessmentRecord } from '../../../src/report/record/record.ts';
import { inflated } from '../../../src/report/verify/bytes.ts';
import { knownHashes } from '../../../src/report/verify/known.ts';
import { isGenuine } from '../../../src/report/verify/verdict.ts';
import { answered, RAISED } from '../fixture.ts';
import { carrying, contentOf, contentsOf, documentWith, edited, objectOf, repacked, told, verified, verifier, written } from './reports.ts';

const TIME = { timeout: 120_000 };

const document = documentWith({ answers: RAISED });
const report = await written(document);
const better = documentWith({ answers: { ...RAISED, keys: answered('buyer') } });
const betterReport = await written(better);

const append = (bytes: Uint8Array, text: string): Uint8Array => edited(bytes, (all) => all + text);
const insertedBefore = (place: string, text: string): Uint8Array => edited(report, (all) => all.replace(place, () => text + place));
const END = '\nstartxref\n';
const page = objectOf(report, 3);
const isPacked = (dictionary: string): boolean => dictionary.includes('/ObjStm');
const isRecord = (dictionary: string): boolean => dictionary.includes('/EmbeddedFile');
/** Hides everything behind a rectangle, or shows something of another's. */
const cover = (content: string): string => `${content}\nq 1 g 0 0 600 850 re f Q`;

describe('what is put behind or into a file', TIME, () => {
  test.each<readonly [string, Uint8Array, RegExp]>([
    [
      'V4.1 an incremental update with another first page',
      append(report, `${page.replace('/Tabs /S', '/Tabs /R')}xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1>>${END}9\n%%EOF\n`),
      /^changed · after \d+$/,
    ],
    ['V4.1 a hidden layer, as an update', append(report, '700 0 obj\n<</Type /OCG /Name (Draft)>>\nendobj\n'), /^changed · after \d+$/],
    [
      'V4.5 a second table of references within',
      insertedBefore(`${END.slice(1)}`, 'xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9 /Root 3 0 R>>\n'),
      /^changed · frame$/,
    ],
    [
      'V4.5 a second stream of references within',
      insertedBefore(`${END.slice(1)}`, '900 0 obj\n<</Type /XRef /Size 9>>\nstream\n\nendstream\nendobj\n'),
      /^changed · (frame · )?strange$/,
    ],
    [
      'V4.5 an object that stands twice, the other behind',
      insertedBefore(END.slice(1), page.replace('/Tabs /S', '/Tabs /R')),
      /^changed · (frame · )?twice$/,
    ],
    [
      'V4.5 an object that stands twice, the other in front',
      edited(report, (all) => all.replace(page, () => page.replace('/Tabs /S', '/Tabs /R') + page)),
      /^changed · page 1 · twice$/,
    ],
    [
      'V4.4 a hidden layer, in the page',
      repacked(report, contentsOf(1), (content) => `/OC /Hidden BDC\n${content}\nEMC`),
      /^changed · page 1$/,
    ],
    ['V4.4 something drawn over page 2', repacked(report, contentsOf(2), cover), /^changed · page 2$/],
    ['V4.4 a note on the first page', edited(report, (all) => all.replace('/Tabs /S', '/Annots [3 0 R]\n/Tabs /S')), /^changed · page 1$/],
    [
      'V4.4 a note on the second page',
      repacked(report, isPacked, (content) => content.replace('/Tabs /S', '/Tabs /R')),
      /^changed · page 2$/,
    ],
    [
      'V4 script in the catalog',
      edited(report, (all) => all.replace('/PageLayout', '/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>\n/PageLayout')),
      /^changed · frame$/,
    ],
    [
      'V4 bookmarks with other words',
      repacked(report, isPacked, (content) => content.replace(/\/Title \(.(?=.*\) \/Parent)/, '/Title (X')),
      /^changed · bookmarks$/,
    ],
    ['V4 another text read aloud', repacked(report, isPacked, (content) => content.replace(/\/Alt\(./, '/Alt(X')), /^changed · structure$/],
    ['V4 another title in the metadata', edited(report, (all) => all.replace(/Example Cargo/, 'Exemple Cargo')), /^changed · metadata$/],
  ])('%s', async (_, bytes, expected) => {
    expect(told(await verified(bytes))).toMatch(expected);
  });
});

describe('data and pages that disagree', TIME, () => {
  test('V4.4 pages swapped between two reports', async () => {
    const swapped = (pages: readonly number[]) =>
      pages.reduce((bytes, one) => repacked(bytes, contentsOf(one), () => contentOf(betterReport, contentsOf(one))), report);
    expect(told(await verified(swapped([1])))).toBe('changed · page 1');
    expect(told(await verified(swapped([1, 2, 3])))).toBe('changed · page 1,2,3');
  });

  test('V4.2 another record under the old hashes', async () => {
    expect(told(await verified(repacked(report, isRecord, (json) => json.replace('A. Officer', 'B. Officer'))))).toBe('changed · data');
    expect(told(await verified(repacked(report, isRecord, (json) => `${json} `)))).toBe('changed · data-unreadable');
  });

  test('V4.4 another record with its hashes reckoned anew, beside the old pages', async () => {
    const found = told(await verified(await written({ ...document, data: better.data, dataHash: better.dataHash })));
    expect(found).toMatch(/^changed · page 1,2/);
    const notes = await carrying(document, ({ assessment }) => {
      for (const entry of assessment.history as unknown as { by: string }[]) entry.by = 'B. Officer';
    });
    expect(told(await verified(notes))).toMatch(/^changed · page [\d,]+/);
  });

  test('V4.3 a result that does not follow, its hashes reckoned anew', async () => {
    const coverage = await carrying(document, (record) => Object.assign(record.result, { coverage: 0 }));
    expect(told(await verified(coverage))).toBe('changed · result /result/coverage');
    const low = await carrying(document, (record) => Object.assign(record.result, { headline: { kind: 'band', band: 'low' } }));
    expect(told(await verified(low))).toBe('changed · result /result/headline/band');
  });

  test('V4.5 a renamed attachment', async () => {
    const renamed = repacked(report, isPacked, (content) => content.replace('(soundings-record.json)', '(soundings-other0.json)'));
    expect(told(await verified(renamed))).toBe('changed · attachment');
    const described = repacked(report, isPacked, (content) => content.replace('/AFRelationship /Source', '/AFRelationship /Data  '));
    expect(told(await verified(described))).toBe('changed · attachment');
  });

  test('V4.5 the same record, packed in another way', async () => {
    expect(told(await verified(edited(report, (all) => all.replace('/ModDate (D:2026', '/ModDate (D:2025'))))).toMatch(
      /^changed · attachment/,
    );
  });

  test('V4.2 a record that is none, that is refused, or of which no report can be made', async () => {
    const cases = {
      no: '{}',
      text: 'not JSON',
      twice: document.data.replace('{"app"', '{"app":{"version":"1"},"app"'),
      more: document.data.replace('{"app"', '{"aaa":1,"app"'),
      spaced: document.data.replace('{"app"', '{ "app"'),
      deep: '['.repeat(200_000) + ']'.repeat(200_000),
    };
    const found: Record<string, string> = {};
    for (const [name, data] of Object.entries(cases))
      found[name] = told(await verified(await written({ ...document, data, dataHash: sha256Hex(data) })));
    expect(found).toEqual({
      no: 'not-ours · other-form',
      text: expect.stringMatching(/^changed · data-refused/),
      twice: expect.stringMatching(/^changed · data-refused/),
      more: 'changed · data-refused /aaa',
      spaced: 'changed · data-refused ',
      deep: expect.stringMatching(/^changed · data-refused/),
    });
  });

  test('V4.2 no record at all', async () => {
    expect(told(await verified(edited(report, (all) => all.replace('/Type /EmbeddedFile', '/Type /EmbeddedFilo'))))).toBe(
      'changed · no-data',
    );
  });

  test('V8 a stream that grows without end is left', async () => {
    const bomb = repacked(report, isRecord, () => ' '.repeat(200_000_000));
    expect(told(await verified(bomb))).toBe('changed · data-unreadable');
    const stream = new Uint8Array(deflateSync(Buffer.alloc(200_000_000)));
    const taken = vi.spyOn(stream, 'subarray');
    expect(inflated(stream, 1000)).toBeNull();
    // Of a stream of three pieces, one is enough to see that it is too long.
    expect([stream.length > 128 * 1024, taken.mock.calls.length]).toEqual([true, 1]);
  });
});

describe('what only somebody else can decide', TIME, () => {
  const data = (bytes: Uint8Array): Promise<string | undefined> => verified(bytes).then((judged) => judged.data);

  test('V3 other data, made anew with the app, is a genuine report of other data', async () => {
    expect(told(await verified(betterReport))).toBe('unsigned · same · no-signature');
    expect(await data(betterReport)).not.toBe(await data(report));
  });

  test('V7 a list tells which of the two is meant: by file, and by record', async () => {
    for (const hash of [sha256Hex(report), document.dataHash]) {
      const known = knownHashes(`${hash.toUpperCase()}  report.pdf\n`) ?? new Set();
      const [first, second] = [await verified(report, known), await verified(betterReport, known)];
      expect([told(first), isGenuine(first)]).toEqual(['unsigned · same · no-signature · listed', true]);
      expect([told(second), isGenuine(second)]).toEqual(['unsigned · same · no-signature · not-listed', false]);
    }
    expect(knownHashes('no hash in here')).toBeNull();
    const [colons = ''] = [...'ab'.repeat(32)].join('').match(/../g)?.join(':').split(' ') ?? [];
    expect([...(knownHashes(`SHA256 Fingerprint=${colons}`) ?? [])]).toEqual(['ab'.repeat(32)]);
    const groups = Array(16).fill('ABAB');
    expect([...(knownHashes(`${groups.slice(0, 8).join(' ')}\n${groups.slice(8).join(' ')}`) ?? [])]).toEqual(['ab'.repeat(32)]);
  });

  test('V7 of a file that was changed the list says nothing', async () => {
    const changed = append(report, ' ');
    const judged = await verified(changed, new Set([sha256Hex(changed), document.dataHash]));
    expect([told(judged), isGenuine(judged)]).toEqual(['changed · after 1', false]);
  });

  test('V2 V2.1 a signature that holds, by a known and by an unknown key; one that does not; something behind one', async () => {
    const signed = append(report, 'a signature');
    const key = 'ab'.repeat(32);
    const by = { by: 'Port of Scheldewaard', at: '2026-11-26T14:00:00Z', key };
    const judge = (known: ReadonlySet<string>, what: typeof by | 'broken' | 'followed') =>
      verifier(known, async (_, unsigned) => (unsigned === report.length ? what : 'none')).verify(signed);
    expect(told(await judge(new Set([key]), by))).toMatch(/^signed-known · same · signed/);
    expect(told(await judge(new Set(['cd'.repeat(32)]), by))).toMatch(/^signed-unknown · same · signed/);
    expect(told(await judge(new Set([key]), 'broken'))).toBe('changed · signature');
    expect(told(await judge(new Set([key]), 'followed'))).toBe('changed · after-signature');
  });
});

describe('V6 what is none of ours', () => {
  test.each<readonly [string, Uint8Array]>([
    ['text', new TextEncoder().encode('Dear Sir or Madam,')],
    ['another PDF', new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n')],
    ['fifty megabytes of zeros', new Uint8Array(50_000_000)],
  ])('V6 %s', async (_, bytes) => {
    expect(told(await verified(bytes))).toBe('not-ours · none-of-ours');
  });

  test('V6 a record of a form to come', async () => {
    const later = canonicalJson({ ...(JSON.parse(document.data) as AssessmentRecord), format: 'soundings-record/2' });
    expect(told(await verified(await written({ ...document, data: later, dataHash: sha256Hex(later) })))).toBe('not-ours · other-form');
  });
});
