/** One assessment under a passphrase of its own, in a real browser: on the disk, across loads, windows, kills and idle hours. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type App, openApp } from './support/app.ts';
import { kill } from './support/kill.ts';
import { filesWith } from './support/profile.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, heading, openExample, saved } from './support/walk.ts';

const PASSPHRASE = 'sluice lantern ferry oak';
const LABEL = 'The second one';
/** The derivation takes a second of computing, and the machine may be busy. */
const PATIENCE = 60_000;
const HOLDINGS = 's/ic/ic-holdings';
const MINUTE = 60_000;
/** Stands in the one that is put under, and in nothing else. */
const WORD = 'PortData';

const radio = (page: Page, value: string) => page.locator(`#ic-02 input[value="${value}"]`);
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const field = (page: Page) => page.getByLabel('Passphrase', { exact: true });
/** The note beside the answer, opened. */
async function noteOf(page: Page): Promise<Locator> {
  const note = page.locator('#ic-02 textarea').first();
  await page
    .locator('#ic-02 details')
    .filter({ has: page.locator('textarea') })
    .locator('summary')
    .first()
    .click();
  return note;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function withExamples(): Promise<App & { readonly id: string; readonly other: string }> {
  const app = await openApp();
  app.context.setDefaultTimeout(PATIENCE);
  const other = await openExample(app.page, 'bidderB');
  await goTo(app.page, '#/');
  const id = await openExample(app.page, 'bidderA');
  return { ...app, id, other };
}

async function again(profile: string): Promise<App> {
  const app = await openApp({ profile });
  app.context.setDefaultTimeout(PATIENCE);
  return app;
}

async function fillIn(page: Page, id: string): Promise<void> {
  await goTo(page, `#/own/${id}`);
  await page.getByLabel('Label').fill(LABEL);
  await field(page).fill(PASSPHRASE);
  await page.getByLabel('Passphrase once more').fill(PASSPHRASE);
  await page.getByLabel('I have understood').check();
}

const put = (page: Page) => press(page, 'Put it under this passphrase');
/** The one that stays among the others. */
const others = (page: Page) => page.getByRole('link', { name: /^Meridian/ }).first();
const link = (page: Page) => page.getByRole('link', { name: `Open “${LABEL}”` });

async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await title(page, LABEL).waitFor();
  await field(page).fill(passphrase);
  await press(page, 'Unlock');
}

const everyView = async (app: App): Promise<void> => expect(await faultsInEveryView(app, { before: picture(app.page) })).toEqual([]);

let pictures = 0;
/** For whoever wants to look at them: `SHOTS` names a folder. */
const picture = (page: Page) => async (): Promise<void> => {
  pictures += 1;
  if (process.env.SHOTS)
    await page.screenshot({ path: join(process.env.SHOTS, `own-${String(pictures).padStart(2, '0')}.png`), fullPage: true });
};

describe('one assessment under a passphrase of its own', () => {
  test('put under, said before; opened after the browser was closed, answered, reported, taken out again', async () => {
    const app = await withExamples();
    const { page, id, other, profile } = app;
    await goTo(page, `#/a/${id}/${HOLDINGS}`);
    await radio(page, 'aggd').check();
    await saved(page);
    // Typed, and no answer yet.
    await (await noteOf(page)).fill('Gantry log of berth nine');
    expect(await filesWith(profile, WORD)).not.toEqual([]);

    await goTo(page, `#/own/${id}`);
    await page.getByText('A forgotten passphrase. Nobody can recover or reset it').waitFor();
    await put(page);
    await page.getByText('Expected at least 12 characters; found 0.').waitFor();
    await page.getByText('Tick this to go on.').waitFor();
    await everyView(app);
    await fillIn(page, id);
    await put(page);
    await link(page).waitFor();
    await everyView(app);
    for (const word of [WORD, 'Gantry log', id]) expect(await filesWith(profile, word), word).toEqual([]);
    expect(await page.getByRole('link', { name: WORD }).count()).toBe(0);
    await others(page).waitFor();
    await goTo(page, `#/a/${id}`);
    await page.getByRole('heading', { level: 1, name: /not|no/i }).waitFor();
    await app.close();

    const next = await again(profile);
    const { page: window } = next;
    await link(window).click();
    await unlock(window, 'not this one');
    await window.getByText('This is not the passphrase.').waitFor();
    await window.getByText('I have forgotten the passphrase').click();
    await everyView(next);
    await unlock(window);
    await window.getByRole('link', { name: WORD }).first().waitFor();
    await everyView(next);
    expect(await window.getByRole('button', { name: /^Take out/ }).count()).toBe(0);
    await goTo(window, '#/encryption');
    await everyView(next);
    expect(await window.getByRole('button', { name: 'Take the encryption away' }).count()).toBe(0);

    await goTo(window, `#/a/${id}/${HOLDINGS}`);
    expect(await (await noteOf(window)).inputValue()).toBe('Gantry log of berth nine');
    expect(await radio(window, 'aggd').isChecked()).toBe(true);
    await radio(window, 'aggm').check();
    await saved(window);
    expect(await window.title()).toBe('Soundings');
    await goTo(window, `#/a/${id}/result`);
    const coming = window.waitForEvent('download', { timeout: PATIENCE });
    await window.getByRole('button', { name: /PDF/ }).first().click();
    expect((await coming).suggestedFilename()).toMatch(/\.pdf$/);
    // Nothing of the others is here.
    await goTo(window, `#/a/${other}`);
    expect(await window.content()).not.toContain('Meridian');
    await window.waitForTimeout(1000);
    for (const word of [WORD, 'Gantry log', id]) expect(await filesWith(profile, word), word).toEqual([]);

    await press(window, 'Lock, and back to the others');
    await link(window).waitFor();
    await press(window, `Take out “${LABEL}”`);
    await field(window).fill('not this one');
    await press(window, 'Take it out');
    await window.getByText('This is not its passphrase.').waitFor();
    await everyView(next);
    await field(window).fill(PASSPHRASE);
    await press(window, 'Take it out');
    await window.getByText(`“${LABEL}” is among the others again.`).waitFor();
    await goTo(window, `#/a/${id}/${HOLDINGS}`);
    expect(await radio(window, 'aggm').isChecked()).toBe(true);
    expect(await window.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort())).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^soundings-[0-9a-f]{32}$/)]),
    );
    expect([...app.troubles, ...next.troubles]).toEqual([]);
  }, 400_000);

  test('locks by itself, and the others do not; a window that has it open keeps it from being taken out', async () => {
    const app = await withExamples();
    const { page, id, other, context, address } = app;
    await fillIn(page, id);
    await put(page);
    await link(page).waitFor();
    const inside = await context.newPage();
    await inside.goto(address);
    await link(inside).click();
    await inside.clock.install();
    await inside.reload();
    await unlock(inside);
    await goTo(inside, `#/a/${id}/${HOLDINGS}`);
    await radio(inside, 'aggd').check();
    await inside.clock.fastForward(16 * MINUTE);
    await title(inside, LABEL).waitFor();
    expect(await inside.content()).not.toContain(WORD);
    await goTo(page, `#/a/${other}/result`);
    await page.getByText('Meridian').first().waitFor();

    await goTo(page, '#/');
    await press(page, `Take out “${LABEL}”`);
    await field(page).fill(PASSPHRASE);
    await press(page, 'Take it out');
    await page.getByText('It is open in another window').waitFor();
    await press(page, 'Cancel');
    await unlock(inside);
    await expect.poll(() => radio(inside, 'aggd').isChecked(), { timeout: PATIENCE }).toBe(true);
    expect(app.troubles).toEqual([]);
  }, 300_000);

  test.each([
    ['its store is made', /^making$/],
    ['the line is written', /^kept$/],
  ])(
    'killed while it is put under, when %s: it is whole in one place, and in one alone',
    async (_, line) => {
      const app = await withExamples();
      await fillIn(app.page, app.id);
      await app.page.evaluate(() => {
        Object.assign(window, {
          lineNow: async () => {
            const request = indexedDB.open('soundings');
            const db = await new Promise<IDBDatabase>((resolve) => {
              request.onsuccess = () => resolve(request.result);
            });
            const all = db.transaction('settings').objectStore('settings').getAll(IDBKeyRange.bound('own ', 'own z'));
            const lines = await new Promise<readonly string[]>((resolve) => {
              all.onsuccess = () => resolve(all.result);
            });
            db.close();
            return lines.join();
          },
        });
      });
      await put(app.page);
      const now = () => app.page.evaluate(() => (window as unknown as { lineNow: () => Promise<string> }).lineNow());
      while (!line.test(await now())) await app.page.waitForTimeout(2);
      await kill(app.context, app.profile);
      const next = await again(app.profile);
      await heading(next.page).waitFor();
      await others(next.page).waitFor();
      const isHere = next.page.getByRole('link', { name: WORD }).first();
      await isHere.or(link(next.page)).first().waitFor();
      await next.page.waitForTimeout(1500);
      expect(Number(await isHere.isVisible()) + Number(await link(next.page).isVisible())).toBe(1);
      if (await link(next.page).isVisible()) {
        await expect.poll(() => filesWith(app.profile, WORD), { timeout: PATIENCE }).toEqual([]);
        await link(next.page).click();
        await unlock(next.page);
      }
      await goTo(next.page, `#/a/${app.id}/result`);
      await next.page.getByText(WORD).first().waitFor();
      expect(next.troubles).toEqual([]);
    },
    200_000,
  );

  test('the passphrase is forgotten: it can be erased, after that was said, and nothing else goes', async () => {
    const app = await withExamples();
    const { page, id } = app;
    await fillIn(page, id);
    await put(page);
    await link(page).click();
    await title(page, LABEL).waitFor();
    await page.getByText('I have forgotten the passphrase').click();
    await press(page, 'Erase it…');
    await everyView(app);
    await page.getByLabel('Yes, erase it').check();
    await press(page, 'Erase for good');
    await others(page).waitFor();
    await expect.poll(() => page.getByText(LABEL).count()).toBe(0);
    expect(app.troubles).toEqual([]);
  }, 200_000);

  test('a bid of a procedure stays with it: the page says so, and what to do instead', async () => {
    const app = await openApp();
    await press(app.page, 'Open an example with six bids');
    await app.page.waitForURL(/#\/p\//);
    await goTo(app.page, '#/own/example-kreekmonde-bid-a');
    await app.page.getByRole('heading', { name: /“.+” cannot have a passphrase of its own/, level: 1 }).waitFor();
    await app.page.getByText('It is a bid of a procedure.').waitFor();
    await everyView(app);
    expect(await field(app.page).count()).toBe(0);
  });
});
