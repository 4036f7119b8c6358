/** Reports of other versions of the app, and those of every release. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../src/core/canonical.ts';
import { signatureIn } from '../../../src/report/sign/read.ts';
import { isGenuine } from '../../../src/report/verify/verdict.ts';
import { APP_VERSION } from '../../../src/report/version.ts';
import { RAISED } from '../fixture.ts';
import { carrying, contentsOf, documentWith, edited, repacked, told, verified, verifier, written } from './reports.ts';

const older = documentWith({ answers: RAISED }, '0.9.0');
const report = await written(older);
/** As another version may set it. */
const reset = repacked(report, contentsOf(1), (content) => `${content}\n`);

describe('V5 another version', () => {
  test('V5 whose reports come out the same here are unchanged', async () => {
    expect(told(await verified(report))).toBe('unsigned · same · no-signature');
  });

  test('V5 whose pages are set in another way: the data are unchanged, and the pages were not compared', async () => {
    const judged = await verified(reset);
    expect(told(judged)).toBe('other-version · version · pages-not-compared · no-signature');
    expect(isGenuine(judged)).toBe(false);
    const known = await verified(reset, new Set([sha256Hex(reset)]));
    expect([told(known), isGenuine(known)]).toEqual(['other-version · version · pages-not-compared · no-signature · listed', true]);
    // The hash of its data does not vouch for its pages.
    expect(isGenuine(await verified(reset, new Set([older.dataHash])))).toBe(false);
  });

  test('V5 other rules of figures, by which the result is the same', async () => {
    const engine = await carrying(older, (record) => Object.assign(record, { engine: 'soundings-engine/0' }));
    expect(told(await verified(engine))).toBe('other-version · version · pages-not-compared · no-signature');
  });

  test('V5 a result that does not come out here is no such thing', async () => {
    const other = await carrying(older, (record) => Object.assign(record.result, { coverage: 0 }));
    expect(told(await verified(other))).toBe('changed · result /result/coverage · version');
  });

  test('V5 nor are data that are not those the file names, nor bytes before, behind or missing', async () => {
    const found = {
      data: repacked(
        reset,
        (dictionary) => dictionary.includes('/EmbeddedFile'),
        (json) => json.replace('A. Officer', 'B. Officer'),
      ),
      before: edited(reset, (text) => ` ${text}`),
      after: edited(reset, (text) => `${text} `),
      cut: reset.subarray(0, -1),
    };
    const said = await Promise.all(Object.values(found).map(async (bytes) => told(await verified(bytes))));
    expect(said).toEqual(['changed · data', 'changed · before 1', 'changed · after 1 · version', 'changed · cut-off · version']);
  });
});

/*
 * On a release: `npm run golden`, commit, tag `v<version>`; its folder is never touched again. Before that, whoever changes what a report
 * looks like makes the reports of the present version anew. Those of older versions must go on as `unchanged` or, where reports are now set
 * in another way, as of another version; if one is called changed, the change of the code is wrong.
 */
const AGAIN = 'where a report of the present version looks different on purpose, and it is not released: npm run golden';

describe('V9 golden reports', { timeout: 60_000 }, () => {
  const checked = verifier(undefined, signatureIn(crypto));
  const folder = 'tests/golden';
  const files = readdirSync(folder).flatMap((version) => readdirSync(`${folder}/${version}`).map((name) => [version, name] as const));

  test('V9 there are some of the present version', () => {
    expect(files.filter(([version]) => version === APP_VERSION).length).toBeGreaterThan(4);
  });

  test.each(files)('V9 of version %s: %s', async (version, name) => {
    const { verdict, reasons } = await checked.verify(new Uint8Array(readFileSync(`${folder}/${version}/${name}`)));
    const unchanged = name.startsWith('signed') ? 'signed-unknown' : 'unsigned';
    expect(version === APP_VERSION ? [unchanged] : [unchanged, 'other-version'], `${JSON.stringify(reasons)}; ${AGAIN}`).toContain(verdict);
  });
});
