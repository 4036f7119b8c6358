/** What the result page offers where the law, not the score, decides. */
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { goTo, heading, openExample, saved } from './support/walk.ts';

const BID_WITH_STOP = 'questionnaires/examples/kreekmonde/bids/bid-f.json';

test('R5 over a stop no rating is offered, and one set before it can only be withdrawn', async () => {
  const { page, troubles } = await openApp();
  await page.locator('section[aria-labelledby="open-file"] input[type="file"]').setInputFiles(BID_WITH_STOP);
  await page.waitForURL(/#\/a\//);
  await goTo(page, `${new URL(page.url()).hash.split('/').slice(0, 3).join('/')}/result`);
  await page.getByRole('heading', { name: 'A stop in law applies' }).waitFor();
  expect(await page.getByRole('heading', { name: /gates? appl/ }).count()).toBe(0);
  expect(await page.getByRole('article').innerText()).toMatch(/What can be done\s+None by negotiation\./);
  await page.getByText('no rating can be set over it').waitFor();
  expect(await page.getByRole('button', { name: 'Set another rating' }).count()).toBe(0);

  await goTo(page, '#/');
  const id = await openExample(page, 'bidderB');
  await page.getByRole('button', { name: 'Set another rating' }).click();
  await page.getByRole('radio', { name: 'Low' }).check();
  await page.getByLabel('Reason').fill('The port has no other way out.');
  await page.getByLabel('Your name').fill('Harbour master');
  await page.getByRole('button', { name: 'Set this rating' }).click();
  await goTo(page, `#/a/${id}/s/op/op-record`);
  await page.getByRole('checkbox', { name: 'Under EU restrictive measures' }).check();
  await saved(page);
  await goTo(page, `#/a/${id}/result`);
  await heading(page).filter({ hasText: 'Stop' }).waitFor();
  await page.getByText(/Another rating was set: Low\./).waitFor();
  expect(await page.getByRole('button', { name: 'Change it' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await page.getByText(/Another rating was set/).waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
});

test('R4 where nothing can be rated, what to ask next comes first, and first of it what a stop waits for', async () => {
  const { page, troubles } = await openApp();
  const titles = () => page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
  await openExample(page, 'replay');
  expect((await titles())[0]).toBe('Ask next');
  const first = page.locator('section[aria-labelledby="result-next"] li').first();
  expect(await first.innerText()).toMatch(/^Is the operator or a parent on an official list\?\s+A stop in law waits for it\./);
  await first.getByRole('link').click();
  await page.waitForURL(/\/s\/op\/op-record$/);
  await page.getByRole('checkbox', { name: 'On none' }).check();
  await saved(page);
  await page.goBack();
  await first.filter({ hasText: 'A stop in law waits for it: the answer is shown too weakly' }).waitFor();

  await goTo(page, '#/');
  await openExample(page, 'bidderB');
  expect((await titles())[0]).toBe('A gate applies');
  expect(troubles).toEqual([]);
});

test('printed, every gate is open with its way out, and nothing is left to press', async () => {
  const { page, troubles } = await openApp();
  await openExample(page, 'replay');
  const exit = page.getByText('None by negotiation.');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await exit.isVisible()).toBe(true);
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  for (const name of ['Check the answers', 'Another rating', 'Sign the report'])
    expect(await page.getByText(name, { exact: true }).isVisible()).toBe(false);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await exit.waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
});
