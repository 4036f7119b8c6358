/** Everything in one file and back; a folder into which it goes by itself; a browser that has no place for a second copy. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded, newFile } from './support/files.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, heading, openExample, saved, saveState } from './support/walk.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'Backup' });

describe('a backup', () => {
  test('goes out of one browser and into another, whole; a damaged one is refused with place and reason', async () => {
    const here = await openApp();
    await openExample(here.page, 'bidderA');
    await here.page.goto(here.address);
    await panel(here.page).getByText('There is no backup yet').waitFor();
    expect(await faultsInEveryView(here)).toEqual([]);
    const file = await downloaded(here.page, () => panel(here.page).getByRole('button', { name: 'Download a backup' }).click());
    await panel(here.page).getByText('Last backup: today.').waitFor();

    const there = await openApp();
    await heading(there.page).waitFor();
    const text = await readFile(file, 'utf8');
    const input = panel(there.page).locator('input[type="file"]');
    await input.setInputFiles(await newFile('cut.json', text.replace('"state": "answered"', '"state": "perhaps"')));
    const refused = there.page.getByRole('alert').filter({ hasText: 'was not taken in, and nothing here has changed' });
    await refused.waitFor();
    expect(await refused.innerText()).toMatch(/\/assessments\/0\/history\/\d+/);
    await there.page.getByText('There are none on this device yet').waitFor();

    await input.setInputFiles(file);
    await panel(there.page).getByText('The backup was taken in: one assessment').waitFor();
    await there.page.getByRole('region', { name: 'Open a file' }).locator('input[type="file"]').setInputFiles(file);
    await there.page.getByRole('status').filter({ hasText: 'All of it was here already' }).waitFor();
    await there.page.getByText('Scheldewaard PortData, offer').waitFor();
    expect([...here.troubles, ...there.troubles]).toEqual([]);
  });

  test('goes into a folder by itself, and again after a change', async () => {
    const { page, context, address, troubles } = await openApp();
    // Nobody is there to pick one: a folder of the private files stands for it.
    await context.addInitScript(() => {
      Object.assign(window, {
        showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('share', { create: true }),
      });
    });
    const inFolder = () =>
      page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('share');
        const files: [string, string][] = [];
        for await (const file of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values())
          files.push([file.name, await (await file.getFile()).text()]);
        return files;
      });
    await page.goto(address);
    const id = await openExample(page, 'bidderB');
    await page.goto(address);
    await panel(page).getByRole('button', { name: 'Save into a folder by itself' }).click();
    await panel(page).getByText('A backup goes into the folder “share” by itself').waitFor();
    await expect
      .poll(async () => (await inFolder()).map(([name]) => name))
      .toEqual([expect.stringMatching(/^soundings-backup-[0-9a-f]{6}\.json$/)]);
    await goTo(page, `#/a/${id}/s/ic/ic-holdings`);
    await page.locator('#ic-03--typed').fill('43');
    await saved(page);
    await expect.poll(async () => (await inFolder()).map(([, text]) => text.includes('"value": 43')), { timeout: 15_000 }).toEqual([true]);
    await page.goto(address);
    await panel(page).getByText('Last backup: today.').waitFor();
    await panel(page).getByRole('button', { name: 'Stop' }).click();
    await panel(page).getByRole('button', { name: 'Save into a folder by itself' }).waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('a browser without private files', () => {
  test('saves, and says that there is no second copy and what that means', async () => {
    const { page, context, address } = await openApp({ at: 'icon.svg' });
    await context.addInitScript(() => {
      Object.defineProperty(navigator.storage, 'getDirectory', { value: undefined });
    });
    // A worker has its own; where none may be started, there is no second copy either.
    await context.addInitScript(() => {
      Object.assign(window, { Worker: undefined });
    });
    await page.goto(address);
    const id = await openExample(page, 'bidderB');
    await page.goto(address);
    await panel(page).getByText('This browser has no second copy of what is kept here').waitFor();
    await goTo(page, `#/a/${id}/s/ic/ic-holdings`);
    await page.locator('#ic-03--typed').fill('43');
    await expect.poll(() => saveState(page).innerText()).toMatch(/^Saved \d\d:\d\d · no second copy$/);
  });
});
