/** A link to a question ends at that question, whatever still arrives above it. */
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { openExample } from './support/walk.ts';

test('each link of the result leads to its question, heading in sight, also where evidence comes later', async () => {
  const { page, troubles } = await openApp();
  await openExample(page, 'bidderB');
  const result = page.url();
  const links = page.locator('main a[href*="/s/"]');
  await links.first().waitFor();
  const hidden: string[] = [];
  const count = await links.count();
  for (let i = 0; i < count; i += 1) {
    // From a fresh page: what comes later has not come before.
    await page.goto(result);
    await page.reload();
    await links.nth(i).click();
    await page.waitForURL(/\/s\//);
    const question = await page.evaluate(() => (history.state as { question: string }).question);
    const place = page.locator(`#${question}`);
    await place.getByText('Evidence', { exact: true }).waitFor();
    await page.waitForTimeout(500);
    const top = await place.evaluate((element) => element.getBoundingClientRect().top);
    if (top < 0 || top > 700) hidden.push(`${question} at ${top}`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(question);
  }
  console.log(`Links of the result: ${count} followed`);
  expect(count).toBeGreaterThan(5);
  expect(hidden).toEqual([]);
  expect(troubles).toEqual([]);
});
