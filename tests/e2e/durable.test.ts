/**
 * What is shown as saved is there: after kill -9 at any moment, without room, on a full disk. `npm run test:long` gives each more rounds.
 */
import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded, newFolder } from './support/files.ts';
import { kill } from './support/kill.ts';
import { goTo, openExample, saved } from './support/walk.ts';

const count = (variable: string, otherwise: number) => Number(process.env[variable] ?? otherwise);
const KILLS = count('KILL_ROUNDS', 2);
const QUOTA = count('QUOTA_POINTS', 2);
const DISK = count('DISK_ROUNDS', 1);

const HOLDINGS = 's/ic/ic-holdings';
const OPTIONS = ['pub', 'aggm', 'aggd', 'mbl', 'hbl', 'item'] as const;
const option = (n: number): string => OPTIONS[n % OPTIONS.length] ?? '';
const radio = (page: Page, value: string) => page.locator(`#ic-02 input[value="${value}"]`);
const given = (page: Page) => page.locator('input[name="ic-02"]:checked').getAttribute('value');
const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'not saved' });

/** Numbers that look like chance and are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A profile with a copy of bidder B; the browser is closed. */
async function begun(profile?: string): Promise<{ readonly profile: string; readonly at: string }> {
  const app = await openApp(profile === undefined ? {} : { profile });
  const at = `#/a/${await openExample(app.page, 'bidderB')}/${HOLDINGS}`;
  await goTo(app.page, at);
  await radio(app.page, 'aggd').check();
  await saved(app.page);
  await app.close();
  return { profile: app.profile, at };
}

/** The answers to the question on what is held, of the file that the page gives out. */
async function exported(page: Page): Promise<readonly string[]> {
  const file = await downloaded(page, () => failure(page).getByRole('button', { name: 'Download the file instead' }).click());
  const { history } = JSON.parse(await readFile(file, 'utf8')) as { history: { question?: string; answer?: { value?: string } }[] };
  return history.flatMap(({ question, answer }) => (question === 'ic-02' ? [String(answer?.value)] : []));
}

describe('kill -9', () => {
  test(
    `${KILLS} times in one profile: no answer that was shown as saved is lost`,
    async () => {
      const chance = numbers(5);
      const { profile, at } = await begun();
      let shown = 'aggd';
      let asked = 'aggd';
      let acknowledged = 0;
      let lost = 0;
      let noticed = 0;
      for (let round = 0; round < KILLS; round += 1) {
        const { page, context } = await openApp({ profile, at });
        await page.locator('#ic-02').waitFor();
        const found = await given(page);
        // What was on its way may be there or not.
        if (found !== shown && found !== asked) lost += 1;
        if ((await page.getByRole('alert').filter({ hasText: 'had lost' }).count()) > 0) noticed += 1;
        shown = found ?? '';
        const dead = new Promise<void>((done) => setTimeout(done, 300 + chance() * 2500)).then(() => kill(context, profile));
        try {
          for (;;) {
            asked = option(OPTIONS.indexOf(shown as (typeof OPTIONS)[number]) + 1);
            await radio(page, asked).click();
            await saved(page);
            shown = asked;
            acknowledged += 1;
          }
        } catch {
          // The browser is gone.
        }
        await dead;
      }
      console.log(
        `kill -9: ${KILLS} rounds, ${acknowledged} answers shown as saved, ${lost} lost, ${noticed} losses of the database noticed`,
      );
      expect(lost).toBe(0);
      expect(acknowledged).toBeGreaterThan(0);
    },
    60_000 + KILLS * 20_000,
  );
});

describe('without room', () => {
  test(
    `at each of ${QUOTA} saves: said within 5 s, the file to be had, and saved without a reload when there is room`,
    async () => {
      const { profile, at } = await begun();
      let slowest = 0;
      for (let point = 0; point < QUOTA; point += 1) {
        // A browser of its own: one goes by the room it knew of for a while.
        const { page, context, address, close } = await openApp({ profile, at: 'icon.svg' });
        const session = await context.newCDPSession(page);
        const origin = new URL(address).origin;
        await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
        await page.goto(address + at);
        await page.locator('#ic-02').waitFor();
        expect(await given(page)).toBe(point === 0 ? 'aggd' : option(point - 1));
        const start = Date.now();
        await radio(page, option(point)).click();
        await failure(page).waitFor();
        slowest = Math.max(slowest, Date.now() - start);
        expect((await exported(page)).at(-1)).toBe(option(point));
        await session.send('Storage.overrideQuotaForOrigin', { origin });
        await failure(page).getByRole('button', { name: 'Try again' }).click();
        await saved(page);
        expect(await failure(page).count()).toBe(0);
        await close();
      }
      console.log(`quota: used up at ${QUOTA} saves, each said, none lost; the slowest word came after ${slowest} ms`);
      expect(slowest).toBeLessThan(5500);
    },
    60_000 + QUOTA * 15_000,
  );
});

/** A disk of its own, in memory; null where only root may have one and nobody is. */
async function smallDisk(): Promise<{ readonly folder: string; readonly end: () => void } | null> {
  const folder = await newFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return { folder, end: () => execFileSync('umount', ['-l', folder]) };
}

/** Fills what is left of a disk. @returns the file that does */
async function fill(folder: string): Promise<string> {
  const file = join(folder, 'filler');
  try {
    await writeFile(file, Buffer.alloc(130 * 2 ** 20, 1));
  } catch {
    // It is full, which is what was wanted.
  }
  return file;
}

describe('a full disk', () => {
  test(
    `${DISK} times: said within 5 s or not at all, nothing lost that was shown as saved, and saved when there is room`,
    async ({ skip }) => {
      const disk = await smallDisk();
      if (!disk) return skip('only root may make a small disk');
      try {
        const profile = join(disk.folder, 'profile');
        const { at } = await begun(profile);
        const { page } = await openApp({ profile, at });
        await page.locator('#ic-02').waitFor();
        let said = 0;
        let slowest = 0;
        for (let round = 0; round < DISK; round += 1) {
          const filler = await fill(disk.folder);
          let start = 0;
          // Room that the database had laid by may last for some answers.
          for (let n = 0; n < 12 && (await failure(page).count()) === 0; n += 1) {
            start = Date.now();
            await radio(page, option(round + n)).click();
            await Promise.race([saved(page), failure(page).waitFor()]).catch(() => undefined);
          }
          const asked = await given(page);
          if ((await failure(page).count()) > 0) {
            said += 1;
            slowest = Math.max(slowest, Date.now() - start);
            expect((await exported(page)).at(-1)).toBe(asked);
          }
          await rm(filler);
          if ((await failure(page).count()) > 0) await failure(page).getByRole('button', { name: 'Try again' }).click();
          await saved(page);
          await page.reload();
          await expect.poll(() => given(page), { timeout: 15_000 }).toBe(asked);
        }
        console.log(`full disk: ${DISK} rounds, ${said} said so, 0 lost; the slowest word came after ${slowest} ms`);
        expect(slowest).toBeLessThan(7000);
      } finally {
        disk.end();
      }
    },
    90_000 + DISK * 40_000,
  );
});
