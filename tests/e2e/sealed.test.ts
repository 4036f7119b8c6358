/** Files under a passphrase: out of one browser and into another; each thing that can be wrong with one is said as what it is. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, VIEWS } from './support/app.ts';
import { barriers, overflow } from './support/axe.ts';
import { downloaded } from './support/files.ts';
import { goTo, heading, openExample } from './support/walk.ts';

const PASSPHRASE = 'sluice lantern ferry oak';
/** The derivation takes a second of computing, and the machine may be busy. */
const PATIENCE = { timeout: 60_000 };

const dialog = (page: Page) => page.getByRole('dialog');
const input = (page: Page, region: string) => page.getByRole('region', { name: region }).locator('input[type="file"]');

async function handOut(page: Page): Promise<string> {
  const box = dialog(page);
  await box.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await box.getByLabel('Passphrase once more').fill(PASSPHRASE);
  const file = await downloaded(page, () => box.getByRole('button', { name: 'Encrypt and download' }).click());
  await box.getByText('was handed to your downloads').waitFor(PATIENCE);
  await box.getByRole('button', { name: 'Close' }).click();
  return file;
}

async function type(page: Page, passphrase: string): Promise<void> {
  await dialog(page).getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog(page).getByRole('button', { name: 'Open it' }).click();
}

describe('an encrypted file', () => {
  test('goes out under a passphrase and opens by it elsewhere; a wrong one, a flipped byte and a cut are told apart', async () => {
    const here = await openApp();
    here.context.setDefaultTimeout(PATIENCE.timeout);
    const id = await openExample(here.page, 'bidderA');
    await goTo(here.page, `#/a/${id}/result`);
    await here.page.getByRole('button', { name: 'Download encrypted' }).click();
    // What cannot be recovered is said before anything is typed.
    await dialog(here.page).getByText('Without the passphrase nobody can read this file, nor can we.').waitFor();
    await dialog(here.page).getByLabel('Passphrase', { exact: true }).fill('short');
    await dialog(here.page).getByLabel('Show what I type').check();
    expect(await dialog(here.page).getByLabel('Passphrase', { exact: true }).getAttribute('type')).toBe('text');
    await dialog(here.page).getByRole('button', { name: 'Encrypt and download' }).click();
    await dialog(here.page).getByText('Expected at least 12 characters; found 5.').waitFor();
    await dialog(here.page).getByText('The two differ.').waitFor();
    for (const view of VIEWS) {
      await here.show(view);
      expect(await barriers(here.page), JSON.stringify(view)).toEqual([]);
      expect(await overflow(here.page), JSON.stringify(view)).toBe(0);
    }
    const file = await handOut(here.page);
    expect(file).toMatch(/soundings-\d{4}-\d\d-\d\d\.encrypted$/);
    const bytes = await readFile(file);
    expect(bytes.toString('latin1')).not.toContain('Scheldewaard');

    const there = await openApp();
    there.context.setDefaultTimeout(PATIENCE.timeout);
    await heading(there.page).waitFor();
    await input(there.page, 'Open a file').setInputFiles(file);
    await type(there.page, 'not this one');
    await dialog(there.page).getByText('This is not the passphrase of the file.').waitFor();
    for (const view of VIEWS) {
      await there.show(view);
      expect(await barriers(there.page), JSON.stringify(view)).toEqual([]);
      expect(await overflow(there.page), JSON.stringify(view)).toBe(0);
    }
    await there.page.keyboard.press('Escape');
    await dialog(there.page).waitFor({ state: 'detached' });

    const flipped = Buffer.from(bytes);
    flipped[200] = (flipped[200] ?? 0) ^ 1;
    const wrongs: readonly [Buffer, string][] = [
      [flipped, 'The file is damaged'],
      [bytes.subarray(0, bytes.length - 7), 'The file is cut off'],
    ];
    for (const [wrong, sentence] of wrongs) {
      await input(there.page, 'Open a file').setInputFiles({ name: 'a.encrypted', mimeType: '', buffer: wrong });
      await type(there.page, PASSPHRASE);
      await there.page.getByRole('alert').getByText(sentence).waitFor();
      await there.page.getByText('There are none on this device yet').waitFor();
    }

    await input(there.page, 'Open a file').setInputFiles(file);
    await type(there.page, PASSPHRASE);
    await there.page.waitForURL(new RegExp(`#/a/${id}`));
    expect([...here.troubles, ...there.troubles]).toEqual([]);
  }, 240_000);

  test('holds a backup too', async () => {
    const here = await openApp();
    here.context.setDefaultTimeout(PATIENCE.timeout);
    await openExample(here.page, 'bidderA');
    await here.page.goto(here.address);
    await here.page.getByRole('button', { name: 'Download it encrypted' }).click();
    const file = await handOut(here.page);
    await here.page.getByText('Last backup: today.').waitFor();

    const there = await openApp();
    there.context.setDefaultTimeout(PATIENCE.timeout);
    await heading(there.page).waitFor();
    await input(there.page, 'Backup').setInputFiles(file);
    await type(there.page, PASSPHRASE);
    await there.page.getByText('The backup was taken in: one assessment').waitFor();
    expect([...here.troubles, ...there.troubles]).toEqual([]);
  }, 240_000);
});
