/** The claim that every report makes of itself, judged from outside. Needs veraPDF: `npm run test:conformance` fetches it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORTS } from './reports.ts';
import { type Finding, FLAVOURS, type Flavour, judge } from './verapdf.ts';

const jar = process.env.VERAPDF ?? '';
const folder = process.env.VERAPDF_FILES ?? mkdtempSync(join(tmpdir(), 'soundings-conformance-'));
const fileOf = (name: string): string => join(folder, `${name}.pdf`);
/** One that claims other parts of both standards than it was made by: the judge must not let everything pass. */
const BROKEN = 'broken';
const broken = (bytes: Uint8Array): Uint8Array => {
  const [before = '', after = '', ...others] = Buffer.from(bytes).toString('latin1').split('<pdfaid:part>3');
  expect(others).toEqual([]);
  return Buffer.from(`${before}<pdfaid:part>2${after.replace('<pdfuaid:part>1', '<pdfuaid:part>2')}`, 'latin1');
};
const found = new Map<Flavour, ReadonlyMap<string, readonly Finding[]>>();

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of REPORTS) writeFileSync(fileOf(name), await bytes());
  writeFileSync(fileOf(BROKEN), broken(readFileSync(fileOf(REPORTS[0]?.name ?? ''))));
  for (const flavour of FLAVOURS) found.set(flavour, judge(jar, flavour, [...REPORTS.map(({ name }) => name), BROKEN].map(fileOf)));
}, 600_000);
afterAll(() => {
  console.log(`veraPDF: ${REPORTS.length} files by ${FLAVOURS.length} standards (${FLAVOURS.join(', ')})`);
  if (!process.env.VERAPDF_FILES) rmSync(folder, { recursive: true });
});

describe.each(FLAVOURS)('%s', (flavour) => {
  test.each(REPORTS.map(({ name }) => name))('%s keeps every rule', (name) => {
    expect(found.get(flavour)?.get(fileOf(name))).toEqual([]);
  });

  test('a false claim is found', () => {
    const clauses = found
      .get(flavour)
      ?.get(fileOf(BROKEN))
      ?.map(({ clause }) => clause);
    expect(clauses).toEqual(flavour === '3a' ? ['6.6.4-2'] : ['5-2']);
  });
});
