/** An assessment on a newer version of its questionnaire: what carries over and what does not is said before anything is made. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Assessment, Entry } from '../../src/core/format/assessment.ts';
import type { Question, Questionnaire } from '../../src/core/format/questionnaire.ts';
import { openApp } from './support/app.ts';
import { barriers, overflow } from './support/axe.ts';
import { linesOf } from './support/evaluators.ts';
import { downloaded, newFile } from './support/files.ts';
import { tick } from './support/keyboard.ts';
import { ownQuestionnaire } from './support/questionnaire.ts';
import { tabThrough } from './support/tabbing.ts';
import { goTo, heading } from './support/walk.ts';

/** The next version: one question in other words, one gone, a range that got narrower. */
function nextVersion(): Questionnaire {
  const questionnaire = ownQuestionnaire();
  const changed = (question: Question): readonly Question[] => {
    switch (question.id) {
      case 'c-single':
        return [{ ...question, text: { en: 'Can it be moved from outside the fence?' } } as Question];
      case 'c-number':
        return [{ ...question, max: 100 } as Question];
      case 'c-date':
        return [];
      default:
        return [question];
    }
  };
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    pages: section.pages.map((page) => ({ ...page, questions: page.questions.flatMap(changed) })),
  }));
  return { ...questionnaire, version: '1.1.0', sections };
}

const HISTORY: readonly Entry[] = [
  { id: 'ada-title', at: '2026-11-24T08:00:00.000Z', by: 'Ada', kind: 'detail', detail: 'title', value: 'Crane 7' },
  ...linesOf('Ada', {
    'c-single': { state: 'answered', value: 'yes', evidence: { grade: 'shown', title: 'Manual' } },
    'c-several': { state: 'answered', value: ['boxes'], evidence: { grade: 'shown' } },
    'c-number': { state: 'answered', value: 150, evidence: { grade: 'shown' } },
    'c-date': { state: 'answered', value: '2020-01-01' },
    'c-text': { state: 'answered', value: 'Seven' },
  }),
];

/** Takes in the assessment, on the older version, and both versions of the questionnaire. */
async function openOld(page: Page, history = HISTORY): Promise<string> {
  const input = page.locator('input[type="file"]').first();
  const example = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8')) as Assessment;
  const file = {
    ...example,
    id: 'crane-0007',
    questionnaire: ownQuestionnaire(),
    policy: { ...example.policy, parameters: {} },
    history,
  };
  await input.setInputFiles(await newFile('next.json', JSON.stringify(nextVersion())));
  await page.getByText('next.json').waitFor();
  await input.setInputFiles(await newFile('crane.json', JSON.stringify(file)));
  await page.waitForURL(/#\/a\//);
  await page.getByRole('link', { name: 'See what would carry over' }).waitFor();
  return /#\/a\/([^/]+)/.exec(page.url())?.[1] ?? '';
}

test('M1 M2 M3 what carries over is listed with reasons; a person confirms what was reworded; the old one stays', async () => {
  const { page, troubles } = await openApp();
  const old = await openOld(page);
  await page.getByRole('link', { name: 'See what would carry over' }).click();
  await heading(page).filter({ hasText: 'carry over' }).waitFor();
  expect(await heading(page).innerText()).toBe('2 of 5 answers carry over to version 1.1.0; 1 needs to be looked at first, 2 stay behind');
  const region = (name: string) => page.getByRole('region', { name });
  expect(await region('To be looked at').innerText()).toMatch(
    /The question is worded otherwise\.\s+Before: Can it be moved from afar\?\s+Now: Can it be moved from outside the fence\?/,
  );
  expect(await region('What stays behind').innerText()).toMatch(
    /150 metres[\s\S]*outside of what the question accepts now[\s\S]*1 January 2020[\s\S]*not asked any more/,
  );
  await page.getByText('2 answers carry over', { exact: true }).click();
  await page.getByText('Boxes', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('button', { name: 'Enter your name' }).waitFor();
  await tick(page, page.getByRole('checkbox', { name: 'This answer holds: Can it be moved from afar?' }));
  await page.getByLabel('Your name').fill('Mo Moderator');
  await page.getByRole('button', { name: 'Make it' }).press('Enter');
  await page.waitForURL((url) => !url.hash.includes(old) && url.hash.startsWith('#/a/'));
  await heading(page).filter({ hasText: 'Crane 7, version 1.1.0' }).waitFor();
  expect(await page.getByRole('main').innerText()).toContain(`Moved from “Crane 7” (${old}), version 1.0.0 of the questionnaire`);

  const made = JSON.parse(
    await readFile(await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click()), 'utf8'),
  ) as Assessment;
  expect(made.questionnaire.version).toBe('1.1.0');
  const answers = made.history.flatMap((entry) => (entry.kind === 'answer' ? [entry] : []));
  expect(answers.map(({ question, by, at, reason }) => [question, by, at.slice(0, 10) === '2026-11-24', reason])).toEqual([
    ['c-several', 'Ada', true, undefined],
    ['c-text', 'Ada', true, undefined],
    [
      'c-single',
      'Mo Moderator',
      false,
      'Confirmed for version 1.1.0. Given by Ada on 24 November 2026 to version 1.0.0, where it was put otherwise.',
    ],
  ]);

  await goTo(page, `#/a/${old}/history`);
  expect(await page.getByRole('main').innerText()).not.toContain('Mo Moderator');
  expect(troubles).toEqual([]);
});

test('the title of a moved assessment is stored as it was: what is hidden in it is named on the screen alone', async () => {
  const { page, troubles } = await openApp();
  const title = 'Crane\u200b 7\u202e';
  const old = await openOld(
    page,
    HISTORY.map((entry) => (entry.kind === 'detail' ? { ...entry, value: title } : entry)),
  );
  await goTo(page, `#/a/${old}/move`);
  await page.getByRole('link', { name: 'Crane[U+200B] 7[U+202E]' }).waitFor();
  await page.getByLabel('Your name').fill('Mo Moderator');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.waitForURL((url) => !url.hash.includes(old) && url.hash.startsWith('#/a/'));
  await heading(page).filter({ hasText: 'Crane[U+200B] 7[U+202E], version 1.1.0' }).waitFor();
  const made = await readFile(await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click()), 'utf8');
  const details = (JSON.parse(made) as Assessment).history.flatMap((entry) =>
    entry.kind === 'detail' ? [[entry.detail, entry.value]] : [],
  );
  expect(details.slice(-2)).toEqual([
    ['title', `${title}, version 1.1.0`],
    ['origin', expect.stringContaining(`“${title}” (${old})`)],
  ]);
  expect(troubles).toEqual([]);
});

test('M1 nothing is made before it is said, and where there is no newer version the page says so', async () => {
  const { page, troubles } = await openApp();
  const old = await openOld(page);
  await goTo(page, `#/a/${old}/move`);
  await page.getByText('Nothing is made before you say so below').waitFor();
  await goTo(page, '#/');
  await page.getByRole('link', { name: 'Crane 7', exact: true }).waitFor();
  expect(await page.getByRole('link', { name: /^Crane 7/ }).count()).toBe(1);
  await page.getByRole('button', { name: 'Bidder B: Meridian Cargo Cloud', exact: true }).click();
  await page.waitForURL(/result$/);
  const example = /#\/a\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await goTo(page, `#/a/${example}`);
  expect(await page.getByRole('link', { name: 'See what would carry over' }).count()).toBe(0);
  await goTo(page, `#/a/${example}/move`);
  await page.getByRole('heading', { level: 1, name: 'There is no newer version of this questionnaire here' }).waitFor();
  expect(troubles).toEqual([]);
});

test('B4.1 after the seal a newer version is a deviation; a bid is moved to it by a person, and takes the place of the one before', async () => {
  const app = await openApp();
  const { page, troubles } = app;
  const input = page.locator('input[type="file"]').first();
  await input.setInputFiles(await newFile('own.json', JSON.stringify(ownQuestionnaire())));
  await page.getByText('own.json').waitFor();
  await page.getByRole('link', { name: 'New procedure' }).click();
  await page.getByLabel('Number of the procedure').fill('ZV-2026-9');
  await page.getByLabel('Subject').fill('Cranes');
  await page.getByLabel('Authority that buys').fill('Port of Zandvliet (fictional)');
  await page.getByLabel('Your name or role').fill('Harbour master');
  await page.getByRole('radio', { name: /^Cranes on the quay/ }).check();
  await page.getByRole('button', { name: 'Continue to the criteria' }).click();
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await page.getByRole('link', { name: 'Seal the criteria' }).click();
  await page.getByRole('button', { name: 'Seal the criteria' }).click();
  await heading(page).filter({ hasText: 'The seal of ZV-2026-9' }).waitFor();
  const procedure = /#\/p\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await goTo(page, `#/p/${procedure}`);
  // A bid with answers, as its evaluator would send it; the text is the buyer's to answer.
  await page.getByRole('button', { name: 'Start a bid' }).click();
  await heading(page).filter({ hasText: 'Bid A' }).waitFor();
  const begun = JSON.parse(
    await readFile(await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click()), 'utf8'),
  ) as Assessment;
  const answered = {
    ...begun,
    history: [...begun.history, ...HISTORY.filter((entry) => entry.kind === 'answer' && entry.question !== 'c-text')],
  };
  await goTo(page, `#/p/${procedure}`);
  const files = page.locator('main input[type="file"][multiple]');
  await files.setInputFiles(await newFile('bid.json', JSON.stringify(answered)));
  await page.getByText(/“bid\.json” is Bid A; 4 newer entries were added\./).waitFor();
  expect(await page.getByRole('link', { name: 'Change in spite of the seal' }).count()).toBe(1);

  await goTo(page, '#/questionnaires');
  await page
    .locator('main input[type="file"]')
    .first()
    .setInputFiles(await newFile('next.json', JSON.stringify(nextVersion())));
  await page.getByText('1.1.0').first().waitFor();
  await goTo(page, `#/p/${procedure}/criteria`);
  await page.getByRole('radio', { name: /version 1\.1\.0/ }).check();
  const changes = page.getByRole('region', { name: 'What this changes' });
  await changes.getByText('Can it be moved from outside the fence?').first().waitFor();
  await page.getByLabel('Reason for the change').fill('Clarification 4.');
  await page.getByRole('button', { name: 'Record this deviation' }).click();
  await page.getByRole('region', { name: 'One deviation since the seal' }).waitFor();

  await page.getByText('Made with another version of the questionnaire, and not compared until it is moved to version 1.1.0.').waitFor();
  await page.getByRole('link', { name: 'See what of Bid A would carry over' }).click();
  await heading(page).filter({ hasText: 'carry over to version 1.1.0' }).waitFor();
  await page.getByText(/The moved bid takes the place of this one there, under the next label/).waitFor();
  for (const width of [320, 1440]) {
    await app.show({ width, scheme: 'light' });
    expect(await barriers(page), `${width} px`).toEqual([]);
    expect(await overflow(page), `${width} px`).toBe(0);
  }
  await tick(page, page.getByRole('checkbox', { name: 'This answer holds: Can it be moved from afar?' }));
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('link', { name: 'Bid B of Cranes' }).waitFor();
  expect(await page.getByText('See what would carry over').count()).toBe(0);
  await goTo(page, `#/p/${procedure}`);
  await page.getByRole('link', { name: 'Bid B', exact: true }).waitFor();
  await page.getByText('One bid was removed').click();
  await page.getByText(/^Bid A: Moved to version 1\.1\.0 of the questionnaire, as Bid B\./).waitFor();
  expect(await page.getByText('not compared until it is moved').count()).toBe(0);
  // What it is made with is what the procedure asks, so its file joins again.
  const again = await downloaded(page, () => page.getByRole('button', { name: 'Download file of Bid B' }).click());
  await files.setInputFiles(again);
  await page.getByText(/is Bid B, and all of it was here already\./).waitFor();
  expect(troubles).toEqual([]);
}, 120_000);

test('moving is open to all', async () => {
  const app = await openApp();
  const old = await openOld(app.page);
  await goTo(app.page, `#/a/${old}/move`);
  await heading(app.page).filter({ hasText: 'carry over' }).waitFor();
  await app.page.getByText('2 answers carry over', { exact: true }).click();
  const faults: string[] = [];
  for (const width of [320, 1440])
    for (const scheme of ['light', 'dark'] as const) {
      await app.show({ width, scheme });
      faults.push(...(await barriers(app.page)).map((barrier) => `${width} px, ${scheme}: ${barrier}`));
      if ((await overflow(app.page)) > 0) faults.push(`${width} px: scrolls sideways`);
    }
  faults.push(...(await tabThrough(app.page)).faults);
  expect(faults).toEqual([]);
  expect(app.troubles).toEqual([]);
}, 120_000);
