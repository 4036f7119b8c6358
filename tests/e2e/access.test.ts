/** Nobody is kept out: no barrier that axe finds, no sideways scroll, and every control within reach of Tab, on every page. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { type App, openApp, VIEWS } from './support/app.ts';
import { newFile } from './support/files.ts';
import { ownQuestionnaire } from './support/questionnaire.ts';
import { counted, faultsInEveryView } from './support/views.ts';
import { EXAMPLES, goTo, openExample } from './support/walk.ts';

let pages = 0;

afterAll(() => {
  console.info(
    `${pages} pages in ${VIEWS.length} views each: axe and the width were asked ${counted.views} times; Tab reached ${counted.controls} controls.`,
  );
});

/** Holds the page that is shown against axe, its window and the Tab key in every view. */
async function isOpenToAll(app: App, name: string): Promise<void> {
  pages += 1;
  expect(await faultsInEveryView(app, { byTab: true }), name).toEqual([]);
}

const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Opens everything on the page that opens in place. */
async function unfold(page: Page): Promise<void> {
  for (;;) {
    const closed = page.locator('main details:not([open]) > summary').first();
    if ((await closed.count()) === 0) return;
    await closed.click();
  }
}

describe('every page is open to all', () => {
  test('home, empty and full, and the way to rename and to delete', async () => {
    const app = await openApp();
    const { page } = app;
    await page.getByText('There are none on this device yet.').waitFor();
    await isOpenToAll(app, 'home, empty');
    for (const example of Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[]) {
      await openExample(page, example);
      await goTo(page, '#/');
      await page
        .getByRole('button', { name: /^Delete/ })
        .first()
        .waitFor();
    }
    await page
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click();
    await page.getByText(/^Bin \(/).click();
    await isOpenToAll(app, 'home, full');
    await page
      .getByRole('button', { name: /^Rename/ })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel('New name').fill('');
    await page.keyboard.press('Enter');
    await page.getByText('Enter a name').waitFor();
    await isOpenToAll(app, 'dialog that renames');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Delete for good/ }).click();
    await isOpenToAll(app, 'dialog that deletes');
    await page.keyboard.press('Escape');
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles(await newFile('broken.json', '{ "format":'));
    await page.getByRole('alert').waitFor();
    await isOpenToAll(app, 'home, with a refused file');
    expect(app.troubles).toEqual([]);
  }, 240_000);

  test('start page, with and without errors, and questionnaires', async () => {
    const app = await openApp({ at: '#/new' });
    const { page } = app;
    await page.getByLabel('Vendor', { exact: true }).waitFor();
    await isOpenToAll(app, 'start');
    await page.getByRole('button', { name: 'Continue to the questions' }).click();
    expect(await page.getByRole('alert').getByRole('listitem').allInnerTexts()).toEqual([
      'Enter the vendor',
      'Enter your name or your role',
      'Choose what the result is for',
    ]);
    await isOpenToAll(app, 'start, with errors');
    await goTo(page, '#/questionnaires');
    await page.getByRole('heading', { level: 2, name: 'Facts about countries' }).waitFor();
    await isOpenToAll(app, 'questionnaires');
    await unfold(page);
    const { gates: _, ...incomplete } = ownQuestionnaire();
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles(await newFile('cranes.json', JSON.stringify(incomplete)));
    await page.getByRole('alert').waitFor();
    await isOpenToAll(app, 'questionnaires, unfolded, with a refused file');
    expect(app.troubles).toEqual([]);
  }, 240_000);

  test('every type of question, empty, answered and complained about', async () => {
    const app = await openApp({ at: '#/questionnaires' });
    const { page } = app;
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles(await newFile('cranes.json', JSON.stringify(ownQuestionnaire())));
    await page.getByRole('link', { name: 'Start an assessment with it', exact: true }).click();
    await page.getByLabel('Vendor', { exact: true }).fill('Hoist and Sons (fictional)');
    await page.getByLabel('Your name or role').fill('Harbour master');
    await page.getByRole('radio', { name: /Risk file/ }).check();
    await page.getByRole('button', { name: 'Continue to the questions' }).click();
    await page.getByRole('link', { name: 'The crane', exact: true }).click();
    await page.getByLabel('Find a country').waitFor();
    await isOpenToAll(app, 'questions of every type, empty');

    await page.locator('#c-single input[value="yes"]').check();
    await page.locator('#c-several input[value="boxes"]').check();
    for (const country of ['Belgium', 'Japan']) await page.locator('#c-countries').getByRole('checkbox', { name: country }).check();
    await page.locator('#c-number--typed').fill('1e9');
    await page.locator('#c-date--typed').fill('2020-02-29');
    await page.locator('#c-text--typed').fill('Long Ann');
    await page.locator('#c-long--typed').fill('It creaks.');
    await page.getByRole('button', { name: 'Add a row' }).click();
    await page.locator('[id="c-table--rows.0.weight"]').fill('heavy');
    await page
      .locator('main')
      .getByRole('group', { name: /^Evidence for/ })
      .first()
      .waitFor();
    await unfold(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').filter({ hasText: 'need your attention' }).waitFor();
    await isOpenToAll(app, 'questions of every type, answered and complained about');
    expect(app.troubles).toEqual([]);
  }, 240_000);

  test('task list, details, question pages of the shipped questionnaire, check and history', async () => {
    const app = await openApp();
    const { page } = app;
    const id = await openExample(page, 'replay');
    await goTo(page, `#/a/${id}`);
    await page.getByRole('heading', { level: 2, name: 'Sections' }).waitFor();
    await isOpenToAll(app, 'task list');
    await page.getByRole('button', { name: 'Change these details' }).click();
    await isOpenToAll(app, 'dialog with the details');
    await page.keyboard.press('Escape');
    for (const at of ['pr/profile', 'ic/ic-holdings', 'dl/dl-places', 'si/si-depth']) {
      await goTo(page, `#/a/${id}/s/${at}`);
      await page
        .locator(`fieldset[id^="${at.slice(0, 2)}-"]`)
        .first()
        .waitFor();
      await isOpenToAll(app, at);
    }
    await goTo(page, `#/a/${id}/check`);
    await h1(page, 'Check the answers');
    await isOpenToAll(app, 'check');
    const sections = page.locator('main h2');
    expect(await sections.count()).toBe(5);
    await goTo(page, `#/a/${id}/s/dl/dl-places`);
    await page.getByRole('main').getByRole('link', { name: 'Check the answers' }).click();
    await h1(page, 'Check the answers');
    expect(await sections.allInnerTexts()).toEqual(['Data location']);
    await isOpenToAll(app, 'check of a section');
    await page.getByRole('link', { name: 'Check all answers' }).click();
    await expect.poll(() => sections.count()).toBe(5);
    await page.getByRole('button', { name: 'Undo' }).click();
    await goTo(page, `#/a/${id}/history`);
    await h1(page, 'History');
    await isOpenToAll(app, 'history');
    await goTo(page, '#/a/nobody-knows-it');
    await h1(page, 'There is no such assessment here');
    await isOpenToAll(app, 'no such assessment');
    await goTo(page, '#/nowhere');
    await h1(page, 'There is no such page');
    await isOpenToAll(app, 'no such page');
    expect(app.troubles).toEqual([]);
  }, 300_000);

  test('the result of each example, the ten gates of the replay unfolded, and another rating', async () => {
    const app = await openApp();
    const { page } = app;
    for (const example of Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[]) {
      await openExample(page, example);
      await unfold(page);
      if (example === 'replay')
        expect(
          await page.getByRole('region', { name: '10 gates could apply' }).locator('details[open] > summary').count(),
        ).toBeGreaterThanOrEqual(10);
      await isOpenToAll(app, `result of ${EXAMPLES[example]}`);
      await goTo(page, '#/');
      await page.getByRole('button', { name: EXAMPLES.replay }).waitFor();
    }
    await openExample(page, 'bidderB');
    await page.getByRole('button', { name: 'Set another rating' }).click();
    await page.getByRole('button', { name: 'Set this rating' }).click();
    await page.getByRole('alert').waitFor();
    await isOpenToAll(app, 'another rating, with errors');
    await page.getByRole('radio', { name: 'Critical' }).check();
    await page.getByLabel('Reason').fill('The port has no other way out.');
    await page.getByLabel('Your name').fill('Harbour master');
    await page.getByRole('button', { name: 'Set this rating' }).click();
    await page.getByText(/Another rating was set: Critical\./).waitFor();
    await isOpenToAll(app, 'result with another rating');
    expect(app.troubles).toEqual([]);
  }, 300_000);

  test('a procedure from its beginning to its seal', async () => {
    const app = await openApp({ at: '#/p/new' });
    const { page } = app;
    await page.getByRole('button', { name: 'Add a lot' }).click();
    await page.getByRole('button', { name: 'Continue to the criteria' }).click();
    await page.getByRole('alert').waitFor();
    await isOpenToAll(app, 'new procedure, with errors');
    await page.getByLabel('Number of the procedure').fill('ZV-2026-7');
    await page.getByLabel('Subject').fill('Crane platform');
    await page.getByLabel('Authority that buys').fill('Port of Zandvliet (fictional)');
    await page.getByLabel('Lot 1', { exact: true }).fill('Quay cranes');
    await page.getByLabel('Your name or role').fill('Procurement officer');
    await page.getByRole('button', { name: 'Continue to the criteria' }).click();
    await h1(page, 'Set the criteria');
    await page.getByLabel('Data location', { exact: true }).fill('some');
    await page.getByRole('button', { name: 'Save the criteria' }).click();
    await page.getByRole('alert').waitFor();
    await isOpenToAll(app, 'criteria, with an error');
    await page.getByLabel('Data location', { exact: true }).fill('20');
    await page.getByRole('button', { name: 'Save the criteria' }).click();
    await h1(page, 'Crane platform');
    await unfold(page);
    await isOpenToAll(app, 'procedure, a draft');
    await page.getByRole('link', { name: 'Seal the criteria' }).click();
    await h1(page, 'Seal the criteria');
    await page.getByLabel('Your name or role').fill('');
    await page.getByRole('button', { name: 'Seal the criteria' }).click();
    await page.getByRole('alert').waitFor();
    await isOpenToAll(app, 'seal to be set, with an error');
    await page.getByLabel('Your name or role').fill('Head of procurement');
    await page.getByRole('button', { name: 'Seal the criteria' }).click();
    await h1(page, 'The seal of ZV-2026-7');
    await page.getByLabel('The other code').fill('12345');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByText(/^Not the same\./).waitFor();
    await isOpenToAll(app, 'seal, with another code');
    await goTo(page, '#/p/nobody-knows-it');
    await h1(page, 'There is no such procedure here');
    await isOpenToAll(app, 'no such procedure');
    expect(app.troubles).toEqual([]);
  }, 300_000);

  test('a procedure with bids, a refused file and a deviation, its comparison, and one of its bids', async () => {
    const app = await openApp();
    const { page } = app;
    await page.getByRole('button', { name: 'Open an example with six bids' }).click();
    await page.getByRole('region', { name: 'Side by side' }).getByRole('table').waitFor();
    await page.getByText(/^[\d,]+ draws with seed \d+\./).waitFor();
    await isOpenToAll(app, 'comparison of a procedure');
    await goTo(page, '#/p/example-kreekmonde');
    await page.getByRole('button', { name: 'Remove Bid F' }).click();
    await page.getByRole('button', { name: 'Remove the bid' }).click();
    await page.getByText('Enter the reason').waitFor();
    await isOpenToAll(app, 'dialog that removes a bid, with an error');
    await page.getByLabel('Reason').fill('Withdrawn.');
    await page.getByRole('button', { name: 'Remove the bid' }).click();
    await page.getByText('Bid F is no longer a bid of this procedure.').waitFor();
    const other = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8'));
    const files = [await newFile('other.json', JSON.stringify(other)), await newFile('broken.json', '{ "format":')];
    await page.locator('main input[type="file"][multiple]').setInputFiles(files);
    await page.getByText(/^“other\.json” was not taken in/).waitFor();
    await unfold(page);
    await isOpenToAll(app, 'procedure, with bids, refused files and a deviation');
    await page.getByRole('button', { name: 'Reveal the names' }).click();
    await isOpenToAll(app, 'dialog that reveals the names');
    await page.keyboard.press('Escape');
    await goTo(page, '#/p/example-kreekmonde/details');
    await h1(page, 'Details of the tender');
    await isOpenToAll(app, 'details of a tender');
    await goTo(page, '#/p/example-kreekmonde/criteria');
    await page.getByLabel('Data location', { exact: true }).fill('5');
    await page.getByRole('button', { name: 'Record this deviation' }).click();
    await page.getByRole('alert').waitFor();
    await isOpenToAll(app, 'criteria under seal, with an error and a change');
    await goTo(page, '#/a/example-kreekmonde-bid-a');
    await page.getByRole('region', { name: 'One deviation since the seal' }).waitFor();
    await isOpenToAll(app, 'task list of a bid');
    await goTo(page, '#/a/example-kreekmonde-bid-a/s/pr/profile');
    await page.locator('#pr-03').getByText('The authority answered this once').waitFor();
    await isOpenToAll(app, 'question that the authority answered');
    expect(app.troubles).toEqual([]);
  }, 400_000);
});

test('a long list of countries is one stop for Tab, and the arrows lead through it', async () => {
  const { page } = await openApp();
  const id = await openExample(page, 'bidderB');
  await goTo(page, `#/a/${id}/s/dl/dl-places`);
  const question = page.locator('#dl-01');
  const boxes = question.getByRole('group', { name: /^Countries/ }).getByRole('checkbox');
  await boxes.first().waitFor();
  expect(await boxes.count()).toBeGreaterThan(200);
  await question.getByRole('searchbox').focus();
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  // What is chosen is where the list is entered.
  expect(await focused()).toBe('DE');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('GH');
  await page.keyboard.press('Space');
  await expect.poll(() => question.getByRole('button', { name: 'Remove Ghana' }).count()).toBe(1);
  await page.keyboard.press('Home');
  expect(await focused()).toBe('AF');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('AF');
  await page.keyboard.press('End');
  expect(await focused()).toBe('ZW');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('fieldset[aria-label^="Countries"]'))).toBeNull();
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('ZW');
});
