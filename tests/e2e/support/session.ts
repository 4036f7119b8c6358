/** A session by script, act by act, each of which has something written to the disk. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { hashOf } from '../../../src/core/canonical.ts';
import type { Assessment } from '../../../src/core/format/assessment.ts';
import { BACKUP_FORMAT, type Backup } from '../../../src/core/format/backup.ts';
import { newFile } from './files.ts';
import { goTo, heading, openExample, saveState } from './walk.ts';

export interface Act {
  readonly name: string;
  /** Goes to where it is done, and fills in what is not saved yet. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** May be done again where it came to nothing. */
  readonly act: (page: Page) => Promise<unknown>;
  /** What is seen once it is done. Left out: an answer, which the open assessment saves by itself. */
  readonly done?: (page: Page) => Locator;
  /** Does it take records away? */
  readonly removes?: true;
}

/** Opens files at the first door. */
const door = (page: Page) => page.getByRole('region', { name: 'Open a file' }).locator('input[type="file"]');
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const title = (page: Page, text: string | RegExp) => heading(page).filter({ hasText: text });
const said = (page: Page, text: string | RegExp) => page.locator('main').getByText(text);
const home = (page: Page) => goTo(page, '#/');
const inProcedure = (page: Page, place = '') => goTo(page, `#/p/${/#\/p\/([^/]+)/.exec(page.url())?.[1]}${place}`);

/** Answers every question of one choice on some pages of the open assessment, each with another option than it has. */
async function answers(): Promise<readonly Act[]> {
  const { questionnaire } = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8')) as {
    questionnaire: { sections: { id: string; pages: { id: string; questions: { id: string; type: string; visible?: unknown }[] }[] }[] };
  };
  return questionnaire.sections.flatMap((section) =>
    section.pages.flatMap((page) =>
      page.questions
        .filter(({ type, visible }) => type === 'single' && visible === undefined)
        .map(({ id }) => ({
          name: `answer ${id}`,
          before: (on: Page) => goTo(on, `${ofAssessment(on)}/s/${section.id}/${page.id}`).then(() => on.locator(`#${id}`).waitFor()),
          act: (on: Page) => on.locator(`#${id} input[name="${id}"]:not(:checked)`).first().check(),
        })),
    ),
  );
}
const ofAssessment = (page: Page) => /#\/a\/[^/]+/.exec(page.url())?.[0] ?? '';

/** The acts, in the order in which they can be done. An answer is given by the open assessment, all else by a page. */
export async function script(): Promise<readonly Act[]> {
  const example = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8'));
  const questionnaire = JSON.stringify({ ...example.questionnaire, id: 'questionnaire-of-our-own' });
  const bid = JSON.stringify({ ...example, id: 'taken-in-from-a-file' });
  const backup = JSON.stringify(backupOf(example));
  const given = await answers();
  const holdings = (page: Page) => goTo(page, `${ofAssessment(page)}/s/ic/ic-holdings`);
  const note = (page: Page) => page.locator('#ic-03--note');
  return [
    {
      name: 'start an assessment',
      before: async (page) => {
        await goTo(page, '#/new');
        await page.getByLabel('Vendor', { exact: true }).fill('Haven Datawerken NV (fictional)');
        await page.getByLabel('Your name or role').fill('Procurement officer');
        await page.locator('input[name="purpose"][value="award"]').check();
      },
      act: press('Continue to the questions'),
      done: (page) => title(page, 'Haven Datawerken'),
    },
    ...given.slice(0, 6),
    {
      name: 'take in a file',
      before: home,
      act: async (page) => door(page).setInputFiles(await newFile('bid.json', bid)),
      done: (page) => title(page, 'Meridian'),
    },
    ...given,
    {
      name: 'a number',
      before: holdings,
      act: async (page) => {
        await page.locator('#ic-03--typed').fill(String(1 + (Date.now() % 90)));
        await page.keyboard.press('Tab');
      },
    },
    {
      name: 'a note of 4,000 letters',
      before: async (page) => {
        if (!(await note(page).isVisible())) await page.locator('#ic-03 summary', { hasText: 'Reference, file and note' }).click();
      },
      act: async (page) => {
        await note(page).fill(`${Date.now()} `.repeat(280));
        await page.keyboard.press('Tab');
      },
    },
    { name: 'undo', act: press('Undo') },
    { name: 'redo', act: press('Redo') },
    {
      name: 'rename',
      before: home,
      act: async (page) => {
        await press(/^Rename “Haven/)(page);
        await page.getByLabel('New name').fill('Haven, second offer');
        await press('Save the name')(page);
      },
      done: (page) => page.getByRole('link', { name: 'Haven, second offer', exact: true }),
    },
    { name: 'duplicate', before: home, act: press('Duplicate “Haven, second offer”'), done: (page) => said(page, 'was made.') },
    { name: 'delete', before: home, act: press('Delete “Haven, second offer”'), done: (page) => said(page, 'is in the bin.') },
    {
      name: 'bring back',
      before: (page) => page.getByText(/^Bin \(/).click(),
      act: press('Put back “Haven, second offer”'),
      done: (page) => said(page, 'is back.'),
    },
    {
      name: 'load a questionnaire',
      before: home,
      act: async (page) => door(page).setInputFiles(await newFile('own.json', questionnaire)),
      done: (page) => said(page, 'is now among your questionnaires'),
    },
    {
      name: 'open an example',
      before: home,
      act: press('Bidder A: Scheldewaard PortData'),
      done: (page) => page.getByRole('button', { name: 'Download the report (PDF)' }),
    },
    {
      name: 'enter a report in the register',
      act: press('Download the report (PDF)'),
      done: (page) => said(page, 'handed to the browser to save'),
    },
    {
      name: 'begin a procedure',
      before: async (page) => {
        await home(page);
        await page.getByRole('link', { name: 'New procedure' }).click();
        await page.getByLabel('Number of the procedure').fill('ZV-2026-7');
        await page.getByLabel('Subject').fill('Crane platform');
        await page.getByLabel('Authority that buys').fill('Port of Zandvliet (fictional)');
        await page.getByLabel('Your name or role').fill('Procurement officer');
      },
      act: press('Continue to the criteria'),
      done: (page) => title(page, 'Set the criteria'),
    },
    {
      name: 'save the criteria',
      before: (page) => page.getByLabel('Data location', { exact: true }).fill('30'),
      act: press('Save the criteria'),
      done: (page) => title(page, 'Crane platform'),
    },
    {
      name: 'seal',
      before: (page) => page.getByRole('link', { name: 'Seal the criteria' }).click(),
      act: press('Seal the criteria'),
      done: (page) => title(page, 'The seal of ZV-2026-7'),
    },
    {
      name: 'a deviation',
      before: deviate,
      act: press('Record this deviation'),
      done: (page) => page.getByText('One deviation since the seal'),
    },
    { name: 'start a bid', before: inProcedure, act: press('Start a bid'), done: (page) => title(page, 'Bid A') },
    {
      name: 'reveal the names',
      before: (page) => page.getByRole('link', { name: /^Bid A of/ }).click(),
      act: async (page) => {
        await press('Reveal the names')(page);
        await page.getByRole('dialog').getByRole('button', { name: 'Reveal the names' }).click();
      },
      done: (page) => said(page, /^Revealed on /),
    },
    {
      name: 'remove a bid',
      act: async (page) => {
        await press(/^Remove (?!the)/)(page);
        await page.getByLabel('Reason').fill('Withdrawn by the bidder.');
        await press('Remove the bid')(page);
      },
      done: (page) => said(page, 'is no longer a bid of this procedure.'),
    },
    {
      name: 'take a bid in again',
      before: (page) => page.getByText('One bid was removed').click(),
      act: press(/^Take in again: /),
      done: (page) => page.getByRole('button', { name: /^Remove / }),
    },
    {
      name: 'make final',
      before: async (page) => {
        await home(page);
        await openExample(page, 'bidderB');
        await page.getByRole('link', { name: 'Make it final' }).click();
        await page.getByLabel('Number').fill('2026/17');
        await page.getByLabel('Retention class').fill('Procurement, 10 years');
        await page.getByLabel('To be disposed of from').fill('2099-12-31');
        for (const role of ['preparer', 'reviewer', 'approver']) {
          await page.locator(`#final-${role}-name`).fill(`The ${role}`);
          await page.locator(`#final-${role}-declares [value="none"]`).check();
        }
      },
      act: press('Make it final'),
      done: (page) => title(page, 'Final, no. 2026/17'),
    },
    { name: 'make a new version', act: press('Make a new version'), done: (page) => said(page, 'New version, in place of no. 2026/17') },
    {
      name: 'take in a backup',
      before: home,
      act: async (page) => door(page).setInputFiles(await newFile('all.json', backup)),
      done: (page) => said(page, 'The backup was taken in'),
    },
    {
      name: 'delete for good',
      removes: true,
      before: async (page) => {
        await press('Delete “Haven, second offer”')(page);
        await said(page, 'is in the bin.').waitFor();
        await page.getByText(/^Bin \(/).click();
      },
      act: async (page) => {
        await press('Delete for good: “Haven, second offer”')(page);
        await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
      },
      done: (page) => said(page, 'is gone for good'),
    },
  ];
}

/** A backup of one assessment, under another name. */
function backupOf({ questionnaire, policy, facts, created, history }: Assessment): Backup {
  const documents = [questionnaire, policy, facts];
  const [q = '', p = '', f = ''] = documents.map((one) => hashOf(one));
  return {
    format: BACKUP_FORMAT,
    made: '2026-05-02T10:00:00.000Z',
    documents,
    assessments: [{ id: 'out-of-a-backup', created, questionnaire: q, policy: p, facts: f, history }],
    procedures: [],
    questionnaires: [],
    register: [],
    settings: {},
  };
}

async function deviate(page: Page): Promise<void> {
  await inProcedure(page);
  await page.getByRole('link', { name: 'Change in spite of the seal' }).click();
  await page.getByLabel('Data location', { exact: true }).fill('20');
  await page.getByLabel('Reason for the change').fill('The notice named twenty.');
}

const REFUSED = /are not saved|was not done|could not be entered/;

/** What says that something was not saved. */
const refusal = (page: Page) => page.locator('[role="alert"], main').getByText(REFUSED).first();

/** Waits for what comes of an act. @returns whether it was done, and after how many milliseconds that, or the contrary, was said */
export async function outcome(page: Page, { act, done }: Act): Promise<{ readonly isDone: boolean; readonly ms: number }> {
  const start = Date.now();
  await act(page);
  const end = done?.(page) ?? saveState(page).filter({ hasText: /^Saved / });
  await end.or(refusal(page)).first().waitFor();
  return { isDone: (await refusal(page).count()) === 0, ms: Date.now() - start };
}
