/** Signing from the page of a result, with a key made there and with one of a file; other programs find the signature valid. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { readSignature, type SignatureFound } from '../../src/report/sign/read.ts';
import { Keys } from '../report/sign/openssl.ts';
import { openApp } from './support/app.ts';
import { downloaded } from './support/files.ts';
import { judge } from './support/judges.ts';
import { press } from './support/keyboard.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, openExample } from './support/walk.ts';

const keys = new Keys();
afterAll(() => keys.remove());

const signing = async (page: Page) => press(page, page.getByText('Sign the report', { exact: true }));
const card = (page: Page) => page.getByRole('region', { name: /^Key of / });
const sign = (page: Page) => downloaded(page, () => page.getByRole('button', { name: 'Sign and download (PDF)' }).click());

/** What a signed file says of itself to us, and to poppler. */
async function judged(file: string): Promise<SignatureFound & { readonly unsigned: Uint8Array }> {
  const bytes = new Uint8Array(await readFile(file));
  const unsigned = Buffer.from(bytes).indexOf('%%EOF\n') + '%%EOF\n'.length;
  const found = await readSignature(bytes, unsigned, crypto);
  if (typeof found === 'string') throw new Error(`no signature: ${found}`);
  const said = await judge('pdfsig', ['-nocert', file]);
  if (said !== undefined) {
    expect(said).toContain('Signature is Valid.');
    expect(said).toContain('Total document signed');
  }
  return { ...found, unsigned: bytes.subarray(0, unsigned) };
}

/** The fingerprint that the page shows, as digits. */
async function shown(page: Page): Promise<string> {
  const groups = await card(page).getByRole('listitem').allTextContents();
  return groups.join('').toLowerCase();
}

test('with a key made here, by keyboard; the key stays in this browser and cannot be taken out', async () => {
  const first = await openApp();
  const { page, profile } = first;
  const id = await openExample(page, 'bidderA');
  await signing(page);
  await page.getByLabel('A new key, made in this browser').check();
  await page.getByLabel('Name of the key’s owner').fill('');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await page.getByText('Give the name of the key’s owner.').waitFor();
  await page.getByLabel('Name of the key’s owner').fill('A. Person\u202e, Port');
  await press(page, page.getByRole('button', { name: 'Make the key' }));
  await card(page).getByText('Nobody: the key was made by its owner').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Key of A. Person[U+202E], Port');
  const fingerprint = await shown(page);
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);

  const file = await sign(page);
  expect(file).toMatch(/-signed\.pdf$/);
  await page.getByText(/-signed\.pdf is signed and handed to the browser to save\.$/).waitFor();
  const one = await judged(file);
  expect(one.fingerprint).toBe(fingerprint);
  expect(one.subject).toBe('A. Person\u202e, Port');
  const plain = await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
  expect(new Uint8Array(await readFile(plain))).toEqual(one.unsigned);

  // On paper there is the fingerprint and nothing else.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Print the fingerprint' }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('body').innerText();
  expect(paper.replaceAll(/\s/g, '').toLowerCase()).toContain(fingerprint);
  expect(paper.split('\n').filter((line) => line !== '').length).toBeLessThan(30);
  expect(await page.getByRole('button').count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect.poll(() => page.getByRole('heading', { name: 'A key that signs reports' }).count()).toBe(0);
  expect(first.troubles).toEqual([]);
  await first.close();

  const again = await openApp({ profile, at: `#/a/${id}/result` });
  await signing(again.page);
  await again.page.getByLabel(/^A\. Person\[U\+202E\], Port, made in this browser/).check();
  await again.page.getByRole('button', { name: 'Use this key' }).click();
  expect(await shown(again.page)).toBe(fingerprint);
  const two = await judged(await sign(again.page));
  expect({ ...two, at: one.at }).toEqual(one);
  const kept = await again.page.evaluate(async () => {
    const opened = indexedDB.open('soundings');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const all = opened.result.transaction('keys').objectStore('keys').getAll();
    await new Promise((done) => {
      all.onsuccess = done;
    });
    const [{ key }] = all.result;
    const given = await Promise.all(
      (['pkcs8', 'jwk'] as const).map((format) =>
        crypto.subtle.exportKey(format, key).then(
          () => 'given',
          (error: Error) => error.name,
        ),
      ),
    );
    opened.result.close();
    return { count: all.result.length, extractable: key.extractable, usages: key.usages, given };
  });
  expect(kept).toEqual({ count: 1, extractable: false, usages: ['sign'], given: ['InvalidAccessError', 'InvalidAccessError'] });

  const verified = async (verdict: string) => {
    await goTo(again.page, '#/verify');
    await again.page.getByLabel('Choose PDFs').setInputFiles(file);
    await again.page.getByRole('heading', { name: verdict }).waitFor({ timeout: 30_000 });
  };
  await verified('unchanged, signed by a known key');
  await goTo(again.page, `#/a/${id}/result`);
  await signing(again.page);
  await again.page.getByRole('button', { name: 'Use this key' }).click();
  await again.page.getByRole('button', { name: 'Delete this key' }).click();
  await again.page.getByRole('dialog').getByRole('button', { name: 'Delete this key' }).click();
  await again.page.getByLabel('A key file (.p12 or .pfx)').waitFor();
  expect(await again.page.getByLabel(/made in this browser/).count()).toBe(1);
  await verified('unchanged, signed by an unknown key');
  expect(again.troubles).toEqual([]);
});

test('on a page by plain http it says why not, and that the report is complete without', async () => {
  const { page, troubles } = await openApp();
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await page.reload();
  await openExample(page, 'bidderA');
  await signing(page);
  await page.getByText('This page came by plain http').waitFor();
  expect(await page.getByRole('button', { name: 'Use this key' }).count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('with a key file and its password, and each thing that can be wrong with them said', async () => {
  keys.make('Records office', 'rsa:2048');
  const good = keys.file('Records office', 'right');
  const app = await openApp();
  const { page, troubles } = app;
  await openExample(page, 'bidderB');
  await signing(page);
  await page.getByLabel('A key file (.p12 or .pfx)').check();
  await page.getByRole('button', { name: 'Use this key' }).click();
  await page.getByText('Choose the key file.').waitFor();
  const choose = async (name: string, bytes: Uint8Array, password: string) => {
    await page.getByLabel('Choose the key file').setInputFiles({ name, mimeType: 'application/x-pkcs12', buffer: Buffer.from(bytes) });
    await page.getByText(`Chosen: ${name}`).waitFor();
    await page.getByLabel('Password of the key file').fill(password);
    await page.getByRole('button', { name: 'Use this key' }).click();
  };
  await choose('wrong.p12', good, 'wrong');
  await page.getByText('The password does not open this key file.').waitFor();
  expect(await page.getByLabel('Password of the key file').inputValue()).toBe('');
  await choose('cut.p12', good.subarray(0, 300), 'right');
  await page.getByText('This is not a key file (PKCS#12), or it is damaged.').waitFor();
  await choose('certificates.p12', keys.file('Records office', 'right', '-nokeys'), 'right');
  await page.getByText('There is no key in this file, only certificates.').waitFor();
  expect(await faultsInEveryView(app)).toEqual([]);
  await choose('office.p12', good, 'right');
  await card(page).waitFor();
  expect(await shown(page)).toBe(keys.fingerprint('Records office'));
  expect(await page.getByRole('button', { name: 'Delete this key' }).count()).toBe(0);
  const { subject } = await judged(await sign(page));
  expect(subject).toBe('Records office, Port of Nowhere');
  expect(await faultsInEveryView(app)).toEqual([]);
  expect(troubles).toEqual([]);
});
