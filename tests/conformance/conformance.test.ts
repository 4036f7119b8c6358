/** The claim that every report makes of itself, judged from outside. Needs veraPDF: `npm run test:conformance` fetches it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORTS } from './reports.ts';
import { type Finding, FLAVOURS, type Flavour, judge } from './verapdf.ts';

const jar = process.env.VERAPDF ?? '';
const folder = process.env.VERAPDF_FILES ?? mkdtempSync(join(tmpdir(), 'soundings-conformance-'));
const fileOf = (name: string): string => join(folder, `${name}.pdf`);
const found = new Map<Flavour, ReadonlyMap<string, readonly Finding[]>>();

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of REPORTS) writeFileSync(fileOf(name), await bytes());
  for (const flavour of FLAVOURS)
    found.set(
      flavour,
      judge(
        jar,
        flavour,
        REPORTS.map(({ name }) => fileOf(name)),
      ),
    );
}, 600_000);
afterAll(() => {
  console.log(`veraPDF: ${REPORTS.length} files by ${FLAVOURS.length} standards (${FLAVOURS.join(', ')})`);
  if (!process.env.VERAPDF_FILES) rmSync(folder, { recursive: true });
});

describe.each(FLAVOURS)('%s', (flavour) => {
  test.each(REPORTS.map(({ name }) => name))('%s keeps every rule', (name) => {
    expect(found.get(flavour)?.get(fileOf(name))).toEqual([]);
  });
});
