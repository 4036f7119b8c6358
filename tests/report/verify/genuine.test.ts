/** Reports that were not changed: of every kind, of random assessments, read one after another as from a folder. */
import { expect, test } from 'vitest';
import { hashOf } from '../../../src/core/canonical.ts';
import type { Entry } from '../../../src/core/format/assessment.ts';
import { redact } from '../../../src/core/redaction/redact.ts';
import { comparisonDocument } from '../../../src/report/comparison/document.ts';
import { redactedDocument } from '../../../src/report/redacted/document.ts';
import { isGenuine } from '../../../src/report/verify/verdict.ts';
import { APP_VERSION } from '../../../src/report/version.ts';
import { comparing, examples } from '../comparison/bids.ts';
import { inputOf, RAISED } from '../fixture.ts';
import { REPORTS, randomReports, report } from './random.ts';
import { contentsOf, repacked, told, verifier, written } from './reports.ts';

const TIME = { timeout: 120_000 + REPORTS * 1000 };

test(`V2 ${REPORTS} reports of random assessments are unchanged`, TIME, async () => {
  const checked = verifier();
  const counts = new Map<string, number>();
  let bytes = 0;
  for await (const file of randomReports(REPORTS)) {
    bytes += file.length;
    const found = told(await checked.verify(file));
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  console.log(`Genuine reports: ${REPORTS} of random assessments, written twice to the byte, ${bytes} bytes`);
  expect([...counts]).toEqual([['unsigned · same · no-signature', REPORTS]]);
});

test('V3.1 a redacted report is unchanged, and its result is not shown by that', TIME, async () => {
  const { assessment } = inputOf({ answers: RAISED });
  const at = '2026-03-02T10:00:00.000Z';
  const people = {
    preparer: { name: 'Ada Anders', interest: null },
    reviewer: { name: 'Ben Bos', interest: null },
    approver: { name: 'Cy Claes', interest: null },
  };
  const final: Entry = {
    id: 'entry-final',
    at,
    by: 'Ada Anders',
    kind: 'final',
    number: '2026/17',
    day: '2026-03-02',
    ...people,
    retention: 'Ten years',
    disposal: '2036-12-31',
  };
  const whole = { ...assessment, history: [...assessment.history, final] };
  expect(told(await verifier().verify(await report(whole)))).toBe('unsigned · same · no-signature');
  const redacted = redact(whole, [{ what: 'people', ground: 'They are not asked.' }]);
  const [own, older] = [APP_VERSION, '0.9.0'].map((appVersion) => redactedDocument({ redacted, language: 'en', appVersion }));
  if (!own || !older) throw new Error('no report');
  const judged = await verifier().verify(await written(own));
  expect(told(judged)).toBe('unsigned · same · redacted · no-signature');
  expect(judged.reasons).toContainEqual({ code: 'redacted', of: hashOf(whole) });
  const reset = repacked(await written(older), contentsOf(1), (content) => `${content}\n`);
  expect(told(await verifier().verify(reset))).toBe('not-ours · version · redacted · pages-not-compared · no-signature');
});

test('V2 the report that compares bids', TIME, async () => {
  const judged = await verifier().verify(await written(comparisonDocument({ ...comparing(examples), appVersion: APP_VERSION })));
  expect([told(judged), isGenuine(judged)]).toEqual(['unsigned · same · no-signature', true]);
});
