/** What was entered stays, whatever happens to the page, the window, the browser or the disk. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded } from './support/files.ts';
import { kill } from './support/kill.ts';
import { goTo, heading, openExample, saved, saveState } from './support/walk.ts';

const HOLDINGS = 's/ic/ic-holdings';

/** Opens a copy of bidder B at the page on what is held. @returns the address of that page, below the app's */
async function atHoldings(page: Page): Promise<string> {
  const id = await openExample(page, 'bidderB');
  const at = `#/a/${id}/${HOLDINGS}`;
  await goTo(page, at);
  await page.locator('#ic-02').waitFor();
  return at;
}

const radio = (page: Page, question: string, option: string) => page.locator(`#${question} input[value="${option}"]`);

describe('in the middle of typing', () => {
  test('reload, back and forward lose nothing', async () => {
    const { page, troubles } = await openApp();
    const at = await atHoldings(page);
    const share = page.locator('#ic-03--typed');
    await share.fill('41');
    await page.reload();
    await expect.poll(() => share.inputValue()).toBe('41');

    await share.fill('42');
    await page.goBack();
    await page.waitForURL(/\/result$/);
    await page.goForward();
    await expect.poll(() => share.inputValue()).toBe('42');

    await page.locator('#ic-03 summary', { hasText: 'Reference, file and note' }).click();
    await page.locator('#ic-03--note').pressSequentially('Counted by hand, twi');
    await page.getByRole('link', { name: 'Check the answers' }).click();
    await page.getByText('Counted by hand, twi').waitFor();
    await page.goBack();
    await page.waitForURL((url) => url.hash === at);
    await expect.poll(() => page.locator('#ic-03--note').inputValue()).toBe('Counted by hand, twi');
    expect(troubles).toEqual([]);
  });

  test('what is no answer yet stays in its field and leaves the answer as it was', async () => {
    const { page, troubles } = await openApp();
    const at = await atHoldings(page);
    const share = page.locator('#ic-03--typed');
    await share.fill('about 12');
    await page.reload();
    await expect.poll(() => share.inputValue()).toBe('about 12');
    await page.goto(page.url().replace(HOLDINGS, 'check'));
    await heading(page).waitFor();
    await page.getByText('96 percent').waitFor();
    await page.goBack();
    await page.waitForURL((url) => url.hash === at);
    await expect.poll(() => share.inputValue()).toBe('about 12');
    await page.getByRole('button', { name: 'Continue' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'One thing needs your attention' });
    expect(await summary.innerText()).toContain('Expected a number in digits, such as 12. Found "about 12".');
    expect(troubles).toEqual([]);
  });
});

describe('what came in a file and is not usual', () => {
  test('a question that is not scored and could not be found out stays so when its page is walked through', async () => {
    const { page, troubles } = await openApp();
    const id = await openExample(page, 'replay');
    await goTo(page, `#/a/${id}/s/pr/profile`);
    await page.locator('#pr-03--note').focus();
    await page.keyboard.press('Tab');
    expect(await radio(page, 'pr-03', 'state:unknown').isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Check the answers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Check the answers' }).waitFor();
    const profile = page.getByRole('region', { name: 'Profile: what is assessed' });
    expect(await profile.innerText()).toMatch(/One thing could not be found out\s+How important is the service to the buyer\?/);
    expect(troubles).toEqual([]);
  });
});

describe('a second window on the same assessment', () => {
  test('shows what the first one answers, and keeps the edits of both', async () => {
    const { page: first, context, address, troubles } = await openApp();
    const at = await atHoldings(first);
    const second = await context.newPage();
    await second.goto(address + at);
    await radio(second, 'ic-04', 'day').waitFor();

    await radio(first, 'ic-02', 'aggd').check();
    await expect.poll(() => radio(second, 'ic-02', 'aggd').isChecked()).toBe(true);
    // At once, from both sides.
    await Promise.all([
      radio(first, 'ic-04', 'day').check(),
      second.locator('#ic-03--typed').fill('17'),
      radio(second, 'ic-02', 'aggm').check(),
    ]);
    for (const page of [first, second]) {
      await expect.poll(() => radio(page, 'ic-04', 'day').isChecked()).toBe(true);
      await expect.poll(() => page.locator('#ic-03--typed').inputValue()).toBe('17');
      await expect.poll(() => radio(page, 'ic-02', 'aggm').isChecked()).toBe(true);
      await saved(page);
    }
    const figures = await Promise.all([first, second].map((page) => page.locator('output').innerText()));
    expect(figures[0]).toBe(figures[1]);

    await first.reload();
    await expect.poll(() => radio(first, 'ic-04', 'day').isChecked()).toBe(true);
    expect(await first.locator('#ic-03--typed').inputValue()).toBe('17');
    expect(await radio(first, 'ic-02', 'aggm').isChecked()).toBe(true);
    expect(troubles).toEqual([]);
  });

  test('does not write over what is being typed in the first', async () => {
    const { page: first, context, address } = await openApp();
    const at = await atHoldings(first);
    const second = await context.newPage();
    await second.goto(address + at);
    await radio(second, 'ic-04', 'day').waitFor();
    await first.bringToFront();
    await first.locator('#ic-03--typed').fill('5');
    await radio(second, 'ic-04', 'month').check();
    await first.locator('#ic-03--typed').press('End');
    await first.keyboard.type('5');
    await expect.poll(() => radio(first, 'ic-04', 'month').isChecked()).toBe(true);
    expect(await first.locator('#ic-03--typed').inputValue()).toBe('55');
    await expect.poll(() => second.locator('#ic-03--typed').inputValue()).toBe('55');
  });
});

describe('"Saved"', () => {
  test('holds: what was answered is there after the browser was killed right behind it, ten times', async () => {
    const options = ['pub', 'aggm', 'aggd', 'mbl', 'hbl', 'item'];
    const app = await openApp();
    const at = await atHoldings(app.page);
    const { profile } = app;
    await app.close();
    for (let round = 0; round < 10; round += 1) {
      const { page, context } = await openApp({ profile, at });
      const before = options[(round + 4) % options.length] ?? '';
      await expect.poll(() => radio(page, 'ic-02', before).isChecked(), { message: `round ${round}` }).toBe(true);
      await radio(page, 'ic-02', options[(round + 5) % options.length] ?? '').click();
      await saved(page);
      await kill(context, profile);
    }
    const { page } = await openApp({ profile, at });
    await expect.poll(() => radio(page, 'ic-02', options[14 % options.length] ?? '').isChecked()).toBe(true);
  }, 180_000);

  test('is said only once the disk has it', async () => {
    const { page, context, address, troubles } = await openApp();
    await atHoldings(page);
    const other = await context.newPage();
    await other.goto(address);
    // Keeps every write waiting, as a slow disk does.
    await other.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('soundings');
        request.onsuccess = () => done(request.result);
      });
      const store = db.transaction(['assessments', 'entries'], 'readwrite').objectStore('entries');
      const until = Date.now() + 2500;
      const hold = () => {
        if (Date.now() < until) store.count().onsuccess = hold;
        else db.close();
      };
      hold();
    });
    const start = Date.now();
    await radio(page, 'ic-02', 'aggd').click();
    const states: string[] = [];
    while (Date.now() - start < 1500) states.push(await saveState(page).innerText());
    expect(new Set(states)).toEqual(new Set(['Saving…']));
    await saved(page);
    expect(Date.now() - start).toBeGreaterThan(2000);
    expect(troubles).toEqual([]);
  });
});

describe('a full disk', () => {
  test('is said plainly, keeps the answer in sight and in the file, and is over by itself when there is room', async () => {
    const before = await openApp();
    const at = await atHoldings(before.page);
    await before.close();
    const { page, context, address } = await openApp({ profile: before.profile, at: 'icon.svg' });
    const session = await context.newCDPSession(page);
    const origin = new URL(address).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await page.goto(address + at);
    await radio(page, 'ic-02', 'aggd').click();

    const failure = page.getByRole('alert').filter({ hasText: 'not saved' });
    await failure.waitFor();
    expect(await failure.innerText()).toContain(
      'Your last changes are not saved: this device gives the browser no more room. They are still on this screen.',
    );
    expect(await radio(page, 'ic-02', 'aggd').isChecked()).toBe(true);
    const file = await downloaded(page, () => failure.getByRole('button', { name: 'Download the file instead' }).click());
    const { history } = JSON.parse(await readFile(file, 'utf8'));
    expect(history.at(-1)).toMatchObject({ kind: 'answer', question: 'ic-02', answer: { value: 'aggd' } });

    await failure.getByRole('button', { name: 'Try again' }).click();
    await failure.waitFor();
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await saved(page);
    expect(await failure.count()).toBe(0);
    await page.reload();
    await expect.poll(() => radio(page, 'ic-02', 'aggd').isChecked()).toBe(true);
  });
});
