/**
 * What is shown as saved is there: after kill -9 at any moment, without room, on a full disk. `npm run test:long` gives each more rounds.
 */
import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/core/canonical.ts';
import type { Assessment } from '../../src/core/format/assessment.ts';
import { openApp } from './support/app.ts';
import { BACKEND, backendsIn } from './support/backend.ts';
import { numbers } from './support/chance.ts';
import { onDisk } from './support/database.ts';
import { downloaded, newFolder } from './support/files.ts';
import { kill } from './support/kill.ts';
import { type Act, outcome, script } from './support/session.ts';
import { goTo, heading, openExample, saved, saveState } from './support/walk.ts';

const count = (variable: string, otherwise: number) => Number(process.env[variable] ?? otherwise);
const KILLS = count('KILL_ROUNDS', 2);
const QUOTA = count('QUOTA_ACTS', 8);
const DISK = count('DISK_ACTS', 3);

const HOLDINGS = 's/ic/ic-holdings';
const OPTIONS = ['pub', 'aggm', 'aggd', 'mbl', 'hbl', 'item'] as const;
const option = (n: number): string => OPTIONS[n % OPTIONS.length] ?? '';
const radio = (page: Page, value: string) => page.locator(`#ic-02 input[value="${value}"]`);
const given = (page: Page) => page.locator('input[name="ic-02"]:checked').getAttribute('value');
const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'not saved' });

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

/** What the page gives out of an assessment that is not saved. */
async function fileOf(page: Page): Promise<Assessment> {
  const file = await downloaded(page, () => failure(page).getByRole('button', { name: 'Download the file instead' }).click());
  return JSON.parse(await readFile(file, 'utf8'));
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
        `kill -9 (${BACKEND}): ${KILLS} rounds, ${acknowledged} answers shown as saved, ${lost} lost, ${noticed} losses of the database noticed`,
      );
      expect(lost).toBe(0);
      expect(acknowledged).toBeGreaterThan(0);
      expect(await backendsIn(profile)).toEqual([BACKEND]);
    },
    60_000 + KILLS * 20_000,
  );
});

/** Uses up the room for what the browser keeps, and gives it back. */
interface Room {
  take(): Promise<unknown>;
  give(): Promise<unknown>;
}

interface Tally {
  /** Acts that were done while there was no room. */
  points: number;
  refused: number;
  /** Of those, how many were on the disk after all, whole. */
  late: number;
  /** At how many the browser deleted the database altogether. */
  gone: number;
  /** Files of unsaved answers that were compared with what lies on the disk before and after. */
  files: number;
  /** Most presses, with room, until an act that was refused was done. */
  presses: number;
  /** Done all the same: a write may find room in what the browser has already. */
  done: number;
  slowest: number;
}

/**
 * Walks through the script, doing each act first without room. It comes to nothing, and says so, and then what lies on the disk is what lay
 * there before; or it is done all the same. An answer that is not saved is in the file that the page gives out, and with room it is saved by
 * itself; every other act is done when it is asked for again, without loading the page. Where the browser deletes its database for want of
 * room, all of it is there again then.
 */
async function withoutRoom(page: Page, room: Room, most: number): Promise<Tally> {
  const tally: Tally = { points: 0, refused: 0, late: 0, gone: 0, files: 0, presses: 0, done: 0, slowest: 0 };
  for (const act of (await script()).slice(0, most)) {
    await act.before?.(page);
    const before = await onDisk(page);
    if (!before) throw new Error(`${act.name}: no database`);
    await room.take();
    const { isDone, ms } = await outcome(page, act);
    tally.points += 1;
    tally.slowest = Math.max(tally.slowest, ms);
    const file = isDone || act.done ? null : await fileOf(page);
    await room.give();
    if (isDone) {
      tally.done += 1;
      // Where it was saved once, and that is said, it is twice soon after there is room.
      await saveState(page).filter({ hasText: 'no second copy' }).waitFor({ state: 'detached' });
    } else {
      tally.refused += 1;
      const after = await onDisk(page);
      if (!after) tally.gone += 1;
      // A disk may do after the limit what it was given before: then all of the answer is there.
      else if (file && after.sha256 !== before.sha256) {
        tally.late += 1;
        expect(hashOf(after.assessment), `${act.name}: refused, and in part there`).toBe(hashOf(file));
      } else expect(after.sha256, `${act.name}: refused, and something was changed`).toBe(before.sha256);
      if (act.done) tally.presses = Math.max(tally.presses, await pressed(page, act, act.done(page)));
      else {
        // By itself: nobody presses anything.
        await saved(page);
        expect(await failure(page).count()).toBe(0);
      }
    }
    let later = await onDisk(page);
    if (!later) {
      // Saved in both places, and then deleted by the browser: it is there again for who asks next.
      tally.gone += 1;
      await page.reload();
      await heading(page).waitFor();
      later = await onDisk(page);
    }
    expect(later?.sha256, act.name).not.toBe(before.sha256);
    const lost = [...before.rows.keys()].filter((key) => !later?.rows.has(key));
    expect(act.removes ? [] : lost, act.name).toEqual([]);
    if (!file) continue;
    tally.files += 1;
    const earlier = file.history.slice(0, before.assessment?.history.length);
    expect(hashOf({ ...file, history: earlier }), act.name).toBe(hashOf(before.assessment));
    expect(earlier.length, act.name).toBeLessThan(file.history.length);
    expect(hashOf(later?.assessment), act.name).toBe(hashOf(file));
  }
  return tally;
}

/** Does it again, and again where the browser has not got over it yet. @returns how often */
async function pressed(page: Page, { act }: Act, done: Locator): Promise<number> {
  for (let presses = 1; ; presses += 1) {
    await act(page);
    const isDone = await done.waitFor({ timeout: 6000 }).then(
      () => true,
      () => false,
    );
    if (isDone) return presses;
    if (presses === 3) throw new Error(`not done with room: ${await page.locator('main').innerText()}`);
  }
}

const sentence = ({ points, refused, late, gone, files, presses, done, slowest }: Tally) =>
  `${points} acts without room: ${refused} refused, with the disk as it was before${late > 0 ? `, or after (${late})` : ''}` +
  `${gone > 0 ? `; ${gone} times the browser deleted the database, and all of it came back` : ''}; ${files} files of unsaved answers, each the same as what was ` +
  `saved later; at most ${presses} presses until the others were done; ${done} done all the same; 0 lost; the slowest word after ${slowest} ms`;

describe('without room', () => {
  test(
    `for each of ${QUOTA} acts of a session: said within 5 s, nothing changed, the file to be had, and saved without a reload when there is room`,
    async () => {
      const { page, context, address } = await openApp({ at: 'icon.svg' });
      const session = await context.newCDPSession(page);
      const { origin } = new URL(address);
      // The browser goes by the room it knew of until something asks for more than that.
      const [little, much] = [4_000_000, 5_000_000];
      const room: Room = {
        take: async () => {
          await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
          expect(await page.evaluate(fillScratch, much)).toBe('QuotaExceededError');
        },
        give: async () => {
          const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
          await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + little });
        },
      };
      await room.give();
      await page.goto(address);
      await page.evaluate(openScratch);
      const tally = await withoutRoom(page, room, QUOTA);
      console.log(`quota: ${sentence(tally)}`);
      expect(tally.refused).toBeGreaterThan(0);
      expect(tally.late).toBe(0);
      expect(tally.slowest).toBeLessThan(5000);
    },
    60_000 + QUOTA * 15_000,
  );
});

const openScratch = () =>
  new Promise<void>((done) => {
    const request = indexedDB.open('scratch', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('all');
    request.onsuccess = () => done();
  });

/** @returns what the browser says to so many more bytes, which cannot be packed smaller, in a database of the test's own */
const fillScratch = (size: number) =>
  new Promise<string>((done) => {
    const noise = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
    const request = indexedDB.open('scratch');
    request.onsuccess = () => {
      const tx = request.result.transaction('all', 'readwrite');
      tx.objectStore('all').put(noise, 'x');
      const end = () => {
        request.result.close();
        done(tx.error?.name ?? '');
      };
      tx.oncomplete = end;
      tx.onabort = end;
    };
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

const FILLER = 'filler';

/** Fills what is left of a disk. */
async function fill(folder: string): Promise<void> {
  await expect(writeFile(join(folder, FILLER), Buffer.alloc(130 * 2 ** 20, 1))).rejects.toThrow('ENOSPC');
}

describe('a full disk', () => {
  test(
    `for each of ${DISK} acts of a session: said within 5 s or done, nothing lost that was shown as saved, and saved when there is room`,
    async ({ skip }) => {
      const disk = await smallDisk();
      if (!disk) return skip('only root may make a small disk');
      try {
        const { page } = await openApp({ profile: join(disk.folder, 'profile') });
        await expect
          .poll(() => page.evaluate(async () => (await indexedDB.databases()).some(({ version = 0 }) => version > 1)), { timeout: 15_000 })
          .toBe(true);
        const tally = await withoutRoom(page, { take: () => fill(disk.folder), give: () => rm(join(disk.folder, FILLER)) }, DISK);
        console.log(`full disk: ${sentence(tally)}`);
        expect(tally.slowest).toBeLessThan(5000);
      } finally {
        disk.end();
      }
    },
    90_000 + DISK * 40_000,
  );
});
