/** Verifying in the browser: one report, a folder of many, offline; what is found in words, in a table and as CSV. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { sha256Hex } from '../../src/core/canonical.ts';
import { openApp } from './support/app.ts';
import { downloaded, newFile, newFolder } from './support/files.ts';
import { soundings } from './support/terminal.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, openExample } from './support/walk.ts';

let report: Buffer;
let changed: Buffer;
beforeAll(async () => {
  const file = await newFile('report.pdf', '');
  await soundings('report', 'questionnaires/examples/meridian.json', '--out', file);
  report = await readFile(file);
  changed = Buffer.from(report);
  changed.write('19', report.indexOf('recordSHA256>') + 20, 'latin1');
}, 90_000);

test('one report, without a network; then one that was changed', async () => {
  const { page, context, troubles } = await openApp();
  await page.getByRole('link', { name: 'Verify a report, or a folder of them' }).click();
  await page.getByRole('heading', { name: 'Verify reports', level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const folder = await newFolder();
  const file = join(folder, 'meridian.pdf');
  await writeFile(file, report);
  await page.getByLabel('Choose PDFs').setInputFiles(file);
  await page.getByRole('heading', { name: 'unchanged, not signed' }).waitFor();
  expect(await page.getByRole('row').last().innerText()).toContain(sha256Hex(report));
  await writeFile(file, changed);
  await page.getByLabel('Choose PDFs').setInputFiles(file);
  await page.getByRole('heading', { name: 'changed', exact: true }).waitFor();
  expect(await page.getByRole('row').last().innerText()).toContain('Metadata:');
  await context.setOffline(false);

  await page.getByText('SHA-256s that you know from elsewhere').click();
  await writeFile(file, report);
  await page.getByLabel('Choose PDFs').setInputFiles(file);
  await page.getByLabel('SHA-256s', { exact: true }).fill(sha256Hex(report).toUpperCase());
  await page.getByRole('button', { name: 'Use these' }).click();
  await page.getByText('It is on the list of known ones.').waitFor();
  expect(troubles).toEqual([]);
});

test('on a page by plain http: a report is made and verified, and of a signature it is said why nothing is said', async () => {
  const { page, troubles } = await openApp({ address: inject('address').replace('127.0.0.1', 'intranet.test'), at: '#/verify' });
  expect(await page.evaluate(() => [window.isSecureContext, crypto.subtle === undefined])).toEqual([false, true]);
  const folder = await newFolder();
  await writeFile(join(folder, 'signed.pdf'), await readFile('tests/golden/1.0.0/signed.pdf'));
  await page.getByLabel('Choose PDFs').setInputFiles(join(folder, 'signed.pdf'));
  await page.getByText('A browser checks signatures only on a page that comes by https').waitFor();
  await goTo(page, '/');
  await openExample(page, 'bidderA');
  const made = await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
  await goTo(page, '/verify');
  await page.getByLabel('Choose PDFs').setInputFiles(made);
  await page.getByRole('heading', { name: 'unchanged, not signed' }).waitFor();
  expect(await page.getByRole('row').last().innerText()).toContain(sha256Hex(await readFile(made)));
  // The browser says that it ignores this header on such a page.
  expect(troubles.filter((trouble) => !trouble.includes('Cross-Origin-Opener-Policy header has been ignored'))).toEqual([]);
});

test('a folder of three hundred: the page stays at hand, the table can be filtered, the verdicts are a CSV', async () => {
  const app = await openApp({ at: '#/verify' });
  const { page, troubles } = app;
  const folder = join(await newFolder(), 'archive');
  await mkdir(join(folder, '2026'), { recursive: true });
  const names = Array.from({ length: 300 }, (_, i) => `report-${String(i).padStart(3, '0')}.pdf`);
  await Promise.all(names.map((name, i) => writeFile(join(folder, '2026', name), i === 7 ? changed : i === 8 ? 'a letter' : report)));
  await writeFile(join(folder, 'notes.txt'), 'none of them');
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await page.getByRole('heading', { name: 'Checked' }).waitFor();
  // Stopped, it keeps what it found; given again, it begins anew.
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const stopped = await page.getByRole('heading', { name: 'Stopped' }).innerText();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(stopped);
  await page.waitForTimeout(500);
  expect(await page.getByRole('heading', { name: 'Stopped' }).innerText()).toBe(stopped);
  expect(await page.getByRole('progressbar').count()).toBe(0);
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await page.getByRole('heading', { name: 'Checked' }).waitFor();
  // While it works, the page answers.
  await page.getByLabel('Name contains').fill('008');
  await page.getByText('archive/2026/report-008.pdf').waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await page.getByLabel('Name contains').fill('');
  await page.getByRole('heading', { name: '298 of 300 are unchanged' }).waitFor({ timeout: 60_000 });
  await page.getByLabel('Show').selectOption({ label: 'changed (1)' });
  expect(await page.getByRole('row').last().innerText()).toContain('report-007.pdf');
  await page.getByLabel('Show').selectOption({ label: 'all (300)' });
  expect(await page.getByRole('row').count()).toBe(201);
  await page.getByRole('button', { name: 'Show 100 more of 300' }).click();
  expect(await page.getByRole('row').count()).toBe(301);

  const csv = await readFile(
    await downloaded(page, () => page.getByRole('button', { name: 'Download the verdicts (CSV)' }).click()),
    'utf8',
  );
  const lines = csv.trimEnd().split('\r\n');
  expect(lines).toHaveLength(301);
  expect(lines[8]).toMatch(/^"archive\/2026\/report-007\.pdf","changed","Metadata: /);
  expect(lines[9]).toMatch(/^"archive\/2026\/report-008\.pdf","not one of ours",/);

  await page.getByLabel('Name contains').fill('00');
  expect(await faultsInEveryView(app)).toEqual([]);
  expect(troubles).toEqual([]);
});

test('what is dropped: a file, and a folder with what is below it', async () => {
  const app = await openApp({ at: '#/verify' });
  const { page, context, troubles } = app;
  const folder = join(await newFolder(), 'archive');
  await mkdir(join(folder, '2025', 'december'), { recursive: true });
  await writeFile(join(folder, 'first.pdf'), report);
  await writeFile(join(folder, 'notes.txt'), 'none of them');
  await writeFile(join(folder, '2025', 'december', 'second.PDF'), changed);
  const zone = await page.getByRole('heading', { name: 'Which reports?' }).boundingBox();
  const devtools = await context.newCDPSession(page);
  const drop = async (path: string) => {
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: zone?.x ?? 0, y: zone?.y ?? 0, data });
    }
  };
  await drop(folder);
  await page.getByRole('heading', { name: '1 of 2 are unchanged' }).waitFor();
  expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([
    expect.stringContaining('archive/2025/december/second.PDF'),
    expect.stringContaining('archive/first.pdf'),
  ]);
  await drop(join(folder, '2025', 'december'));
  await page.getByRole('heading', { name: 'changed', exact: true }).waitFor();
  await mkdir(join(folder, 'empty'));
  await drop(join(folder, 'empty'));
  await page.getByText('There was no PDF in it.').waitFor();
  await drop(join(folder, 'first.pdf'));
  await page.getByRole('heading', { name: 'unchanged, not signed' }).waitFor();
  await page.getByText('SHA-256s that you know from elsewhere').click();
  expect(await faultsInEveryView(app)).toEqual([]);
  expect(troubles).toEqual([]);
});
