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
