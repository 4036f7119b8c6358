/** The browser loses what it keeps: noticed, said, and brought back from the second copy. */
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { type App, openApp } from './support/app.ts';
import { barriers } from './support/axe.ts';
import { goTo, heading, openExample, saved } from './support/walk.ts';

const HOLDINGS = 's/ic/ic-holdings';
const radio = (page: Page, option: string) => page.locator(`#ic-02 input[value="${option}"]`);
const notice = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text });

interface Left {
  readonly profile: string;
  readonly at: string;
}

/** The profile that every test begins with a copy of. */
let first: Left | null = null;
afterAll(() => first && rm(first.profile, { recursive: true, force: true }));

/** A profile with two assessments, an answer given last in one of them; the browser is closed. */
async function profileWithAnswers(): Promise<Left> {
  if (!first) {
    const made = await makeProfile();
    first = { ...made, profile: await mkdtemp(join(tmpdir(), 'soundings-')) };
    await cp(made.profile, first.profile, { recursive: true });
  }
  // It goes with the browser that opens it.
  const profile = await mkdtemp(join(tmpdir(), 'soundings-'));
  await cp(first.profile, profile, { recursive: true });
  return { profile, at: first.at };
}

async function makeProfile(): Promise<Left> {
  const app = await openApp();
  await openExample(app.page, 'bidderA');
  await app.page.goto(app.address);
  const at = `#/a/${await openExample(app.page, 'bidderB')}/${HOLDINGS}`;
  await goTo(app.page, at);
  await radio(app.page, 'aggd').check();
  await saved(app.page);
  await copied(app.page);
  await app.close();
  return { profile: app.profile, at };
}

/** Waits until the second copy holds as many lines of histories as the database, and the mark is made. */
async function copied(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('soundings', { create: true });
        const texts: string[] = [];
        for await (const file of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values())
          texts.push(await (await file.getFile()).text());
        return texts.some((text) => text.includes('aggd')) && localStorage.getItem('soundings-mark') !== null;
      }),
    )
    .toBe(true);
  // localStorage goes to the disk when the browser likes.
  await page.waitForTimeout(300);
}

/** Folders of the profile that hold the database, and the private files. */
const databaseOf = (profile: string) => join(profile, 'Default', 'IndexedDB');
const privateFilesOf = (profile: string) => join(profile, 'Default', 'File System');

/** Flips a byte at every so many of each file of the database. */
async function damage(profile: string, step: number): Promise<number> {
  let flipped = 0;
  const folders = (await readdir(databaseOf(profile))).filter((name) => name.endsWith('.leveldb'));
  for (const folder of folders) {
    for (const name of await readdir(join(databaseOf(profile), folder))) {
      if (!/\.(log|ldb)$/.test(name)) continue;
      const path = join(databaseOf(profile), folder, name);
      const bytes = await readFile(path);
      for (let at = Math.floor(step / 2); at < bytes.length; at += step) {
        bytes[at] = (bytes[at] ?? 0) ^ 0x55;
        flipped += 1;
      }
      await writeFile(path, bytes);
    }
  }
  return flipped;
}

async function expectAllThere(app: App, at: string): Promise<void> {
  await app.page.goto(app.address);
  for (const name of ['Scheldewaard PortData, offer', 'Meridian Cargo Cloud, offer']) await app.page.getByText(name).waitFor();
  await goTo(app.page, at);
  await expect.poll(() => radio(app.page, 'aggd').isChecked()).toBe(true);
}

describe('a database that is gone', () => {
  test('deleted: said on the first page, brought back whole, until it is read', async () => {
    const { profile, at } = await profileWithAnswers();
    await rm(databaseOf(profile), { recursive: true });
    const app = await openApp({ profile });
    await notice(app.page, 'This browser had lost what was kept here. It was brought back from the second copy: 2 assessments').waitFor();
    expect(await barriers(app.page)).toEqual([]);
    await expectAllThere(app, at);
    await app.page.reload();
    await notice(app.page, 'had lost').getByRole('button', { name: 'I have read this' }).click();
    await expect.poll(() => notice(app.page, 'had lost').count()).toBe(0);
    await app.page.reload();
    await heading(app.page).waitFor();
    await app.page.waitForTimeout(1500);
    expect(await notice(app.page, 'had lost').count()).toBe(0);
    expect(app.troubles).toEqual([]);
  });

  test('every page says so, a question too', async () => {
    const { profile, at } = await profileWithAnswers();
    await rm(databaseOf(profile), { recursive: true });
    const app = await openApp({ profile, at });
    await expect.poll(() => radio(app.page, 'aggd').isChecked()).toBe(true);
    await notice(app.page, 'had lost').waitFor();
  });

  test('and the second copy with it: what there was is said', async () => {
    const { profile } = await profileWithAnswers();
    await rm(databaseOf(profile), { recursive: true });
    await rm(privateFilesOf(profile), { recursive: true });
    const app = await openApp({ profile });
    await notice(app.page, 'This browser has lost what was kept here, 2 assessments, and the second copy with it').waitFor();
  });

  test.each([64, 4096])('damaged, a byte in %i: brought back', async (step) => {
    const { profile, at } = await profileWithAnswers();
    const flipped = await damage(profile, step);
    expect(flipped).toBeGreaterThan(0);
    const app = await openApp({ profile });
    await notice(app.page, 'had lost').waitFor();
    await expectAllThere(app, at);
  });
});

test('a log that ends in the middle of a record, as a power cut leaves it, and no second copy yet: all is there at the next start and at the one after', async () => {
  const { profile, at } = await profileWithAnswers();
  await rm(privateFilesOf(profile), { recursive: true });
  const [folder = ''] = (await readdir(databaseOf(profile))).filter((name) => name.endsWith('.leveldb'));
  const [log = ''] = (await readdir(join(databaseOf(profile), folder))).filter((name) => name.endsWith('.log'));
  // The head of a record of ten bytes, and none of them: checksum, length, kind.
  await appendFile(join(databaseOf(profile), folder, log), Buffer.from([1, 2, 3, 4, 10, 0, 1]));
  const first = await openApp({ profile });
  await expectAllThere(first, at);
  await copied(first.page);
  await first.close();
  // Here Chromium takes the record, and what it wrote behind it, for damage.
  const second = await openApp({ profile });
  await notice(second.page, 'had lost').waitFor();
  await expectAllThere(second, at);
});

test('damaged, and neither second copy nor mark is there, as when the power fails soon after the first start: what the browser says is said on', async () => {
  const { profile } = await profileWithAnswers();
  await damage(profile, 64);
  await rm(privateFilesOf(profile), { recursive: true });
  await rm(join(profile, 'Default', 'Local Storage'), { recursive: true });
  const app = await openApp({ profile });
  await notice(app.page, 'This browser has lost what was kept here, how much of it is not known').waitFor();
});

describe('a second copy that is gone', () => {
  test('is said and made again', async () => {
    const { profile, at } = await profileWithAnswers();
    await rm(privateFilesOf(profile), { recursive: true });
    const app = await openApp({ profile });
    await app.page.getByRole('status').filter({ hasText: 'The second copy of what is kept here was gone. It was made again' }).waitFor();
    await copied(app.page);
    await expectAllThere(app, at);
  });
});

test('a new browser says nothing of all that', async () => {
  const app = await openApp();
  await heading(app.page).waitFor();
  await app.page.waitForTimeout(1500);
  expect(await app.page.getByRole('alert').count()).toBe(0);
  expect(app.troubles).toEqual([]);
});
