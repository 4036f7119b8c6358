/** How a page of questions behaves under the hand, and what it says of the result meanwhile. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp, VIEWS } from './support/app.ts';
import { barriers, overflow } from './support/axe.ts';
import { goTo, openExample, saved } from './support/walk.ts';

const topOf = (one: Locator): Promise<number> => one.evaluate((element) => element.getBoundingClientRect().top);
const live = (page: Page): Locator => page.getByRole('complementary', { name: /Result so far/ });

describe('a page of questions', () => {
  test.each([390, 1440])('keeps what is answered where it is, %i wide', async (width) => {
    const { page, troubles } = await openApp({ view: { width, scheme: 'light' } });
    const id = await openExample(page, 'replay');
    await goTo(page, `#/a/${id}/s/si/si-exit`);
    for (const question of ['si-12', 'si-13']) {
      const radio = page.locator(`#${question} input[type="radio"]`).nth(2);
      await radio.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 200));
      const before = await topOf(radio);
      await radio.check();
      await page.locator(`#${question}--title`).waitFor();
      expect(Math.abs((await topOf(radio)) - before)).toBeLessThan(2);
    }
    await goTo(page, `#/a/${id}/s/ic/ic-holdings`);
    const number = page.locator('#ic-03--typed');
    await number.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 300));
    const before = await topOf(number);
    await number.pressSequentially('12');
    await page.locator('#ic-03--title').waitFor();
    expect(Math.abs((await topOf(number)) - before)).toBeLessThan(2);
    expect(troubles).toEqual([]);
  });

  test('leads from what is wrong to the question, its words in sight', async () => {
    const { page, troubles } = await openApp({ view: { width: 390, scheme: 'light' } });
    const id = await openExample(page, 'replay');
    await goTo(page, `#/a/${id}/s/ic/ic-holdings`);
    const number = page.locator('#ic-03--typed');
    await number.fill('many');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByRole('button').click();
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await topOf(page.locator('#ic-03--legend'))).toBeGreaterThanOrEqual(0);
    expect(troubles).toEqual([]);
  });

  test('says which answer was taken back or brought again, by button and by key, and leads to it', async () => {
    const app = await openApp();
    const { page, troubles } = app;
    const id = await openExample(page, 'bidderB');
    await goTo(page, `#/a/${id}/s/si/si-exit`);
    await page.locator('#si-14 input[type="radio"]').nth(2).check();
    await saved(page);
    await goTo(page, `#/a/${id}/s/ic/ic-holdings`);
    await page.getByRole('button', { name: 'Undo' }).click();
    const back = page.getByRole('link', { name: 'Taken back: SI-14' });
    await back.waitFor();
    for (const view of [...VIEWS, { width: 390, scheme: 'light' } as const]) {
      await app.show(view);
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
    await page.keyboard.press('Control+Shift+Z');
    await page.getByRole('link', { name: 'Brought back: SI-14' }).waitFor();
    await page.keyboard.press('Control+Z');
    await back.click();
    await page.waitForURL(/\/s\/si\/si-exit$/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('si-14');
    expect(troubles).toEqual([]);
  });
});

describe('the result so far', () => {
  test('is no rating and no figure under a stop, as on the result page', async () => {
    const app = await openApp();
    const { page, troubles } = app;
    const id = await openExample(page, 'bidderB');
    await goTo(page, `#/a/${id}/s/op/op-record`);
    await page.getByRole('checkbox', { name: 'Under EU restrictive measures' }).check();
    await live(page).getByText('It is a matter of law, not of score.').waitFor();
    for (const view of [...VIEWS, { width: 390, scheme: 'light' } as const]) {
      await app.show(view);
      const text = await live(page).innerText();
      expect(text).toContain('Stop');
      expect(text).toContain('No rating');
      expect(text).not.toContain('of 100');
      expect(await barriers(page)).toEqual([]);
    }
    expect(await live(page).locator('svg polygon').count()).toBe(1);
    await goTo(page, `#/a/${id}`);
    await page.getByText('Stop.', { exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  test('names a stop that is possible', async () => {
    const { page, troubles } = await openApp();
    const unclear = await openExample(page, 'replay');
    await goTo(page, `#/a/${unclear}/s/op/op-record`);
    await live(page)
      .getByText('From Low to Critical, or a stop in law, as far as it is known. Work with Critical, and settle the stop first.')
      .waitFor();
    await goTo(page, '#/');
    const id = await openExample(page, 'bidderB');
    await goTo(page, `#/a/${id}/s/op/op-record`);
    await page.locator('#op-09').getByRole('button', { name: 'Clear answer' }).click();
    await live(page).getByText('High at both ends, or a stop in law. Settle the stop first.').waitFor();
    expect(troubles).toEqual([]);
  });
});
