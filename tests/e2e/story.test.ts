/** The walk of a newcomer, from the first look at an example to a report of their own. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import questionnaire from '../../questionnaires/logistics-platform/1.0.0.json';
import words from '../../src/i18n/en/report.json';
import { NAMES } from '../report/pdf/names.ts';
import { type App, openApp } from './support/app.ts';
import { downloaded, newFile, newFolder } from './support/files.ts';
import { judge } from './support/judges.ts';
import { choicesOf, choose, press, tabTo, tick, type, typeDay } from './support/keyboard.ts';
import { readPdf } from './support/pdf.ts';
import { soundings } from './support/terminal.ts';
import { goTo, heading, liveFigure, openExample, saved, saveState } from './support/walk.ts';

interface Named {
  readonly id: string;
  readonly title: { readonly en: string };
}
interface Section extends Named {
  readonly pages: readonly (Named & { readonly questions: readonly Question[] })[];
}
interface Question {
  readonly id: string;
  readonly type: string;
  readonly text: { readonly en: string };
}
const SECTIONS: readonly Section[] = questionnaire.sections;

const GATE = 'Can be compelled, can decrypt, sees single consignments';
const NOT_RATABLE = 'Not ratable – information missing';
const VENDOR = 'Haven Datawerken NV (fictional)';
const SCAN = 'a scan of the declaration';

test('a newcomer opens the examples, switches a gate off, fills an assessment by keyboard, comes back to it and takes the report along', async () => {
  const app = await openApp();
  await readsTheReplay(app.page);
  await app.page.getByRole('link', { name: 'Assessments' }).click();
  await switchesTheGateOff(app.page);
  expect(app.troubles).toEqual([]);
  await fillsByKeyboard(app);
}, 240_000);

/** "Not ratable", its range, why, the label, the denial, and what a plain sum would have said. */
async function readsTheReplay(page: Page): Promise<void> {
  await openExample(page, 'replay');
  expect(await heading(page).innerText()).toContain(NOT_RATABLE);
  const main = await page.getByRole('main').innerText();
  expect(main).toContain('21.2–95.5 of 100 by the weighted sum');
  expect(main).toContain('Low to Critical');
  expect(main).toMatch(/Only 20\s?% of the weight is answered, and at least \d+\s?% must be/);
  expect(main).toContain('Replay of public reporting of 5 October 2023. Not an assessment of the company. Cainiao denies wrongdoing.');
  expect(main).toContain('We strongly deny the allegations based on prior conjecture.');
  expect(main).toContain('10 gates could apply');
  const plain = page.getByRole('region', { name: 'What a simple tool would say' });
  expect(await plain.getByRole('row').allInnerTexts()).toEqual([
    expect.stringMatching(/Unknown counted as 0\s+14\.6, Low/),
    expect.stringMatching(/Unknown counted as 50\s+54\.7, High/),
    expect.stringMatching(/Unknown left out\s+72\.5, High/),
  ]);
}

/** High by a gate although the sum is moderate; its way out is the buyer's own keys; with that answer it goes. */
async function switchesTheGateOff(page: Page): Promise<void> {
  await openExample(page, 'bidderB');
  expect(await heading(page).innerText()).toContain('High');
  const main = page.getByRole('main');
  expect(await main.innerText()).toContain('The weighted sum alone says Moderate. One gate raises it to High');
  const gate = page.getByRole('article').filter({ hasText: GATE });
  expect(await gate.innerText()).toMatch(/Switched off by\s+Any one of three: keys that only the buyer holds/);

  await gate.getByRole('link', { name: /Could the vendor, its parent or its cloud provider get our data/ }).click();
  const question = page.locator('#dl-07');
  await question.waitFor();
  expect(await question.evaluate((element) => element === document.activeElement)).toBe(true);
  const live = page.getByRole('complementary', { name: /Result so far/ });
  expect(await liveFigure(page).innerText()).toBe('27.4');
  expect(await live.innerText()).toContain('High');
  expect(await live.innerText()).toContain(`One gate applies: ${GATE}`);

  await question.getByRole('radio', { name: 'No: the data is only ever decrypted under the buyer’s control' }).check();
  await expect.poll(() => liveFigure(page).innerText()).not.toBe('27.4');
  // In sight beside the question, wherever on the page that is.
  const box = await liveFigure(page).boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
  await expect.poll(() => live.innerText()).not.toContain(GATE);
  expect(await live.innerText()).not.toContain('High');
  await page
    .locator('#dl-06')
    .getByRole('radio', { name: /The keys exist only under the buyer’s control/ })
    .check();
  await expect.poll(() => liveFigure(page).innerText()).toBe('23.5');
  await saved(page);

  await live.getByRole('link', { name: 'See the whole result' }).click();
  await page.getByRole('heading', { level: 1, name: 'Low' }).waitFor();
  expect(await main.innerText()).toContain('No gate on the rating applies');
}

/** From the start page to the report without a mouse, with the browser closed half-way. */
async function fillsByKeyboard(app: App): Promise<void> {
  await beginsByKeyboard(app.page);
  for (const section of ['pr', 'ic']) await fillsSection(app.page, section);
  await opensSection(app.page, 'dl');
  await fillsPage(app.page, 'dl', 'dl-places');
  await saved(app.page);
  // From a page of questions, those of its section; from there, all.
  await showsAnswers(app.page);
  expect(await app.page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Data location']);
  await press(app.page, app.page.getByRole('link', { name: 'Check all answers' }));
  await app.page.getByRole('heading', { level: 2, name: 'Integration' }).waitFor();
  await app.page.getByText('Belgium').first().waitFor();
  const before = await app.page.getByRole('main').innerText();
  expect(before).toContain(VENDOR);
  expect(app.troubles).toEqual([]);
  await app.close();

  const again = await openApp({ profile: app.profile });
  const { page } = again;
  await press(page, page.getByRole('link', { name: VENDOR, exact: true }));
  await page.getByRole('heading', { level: 2, name: 'Sections' }).waitFor();
  expect(await page.getByRole('main').innerText()).toMatch(/Profile: what is assessed\s+Completed/);
  await showsAnswers(page);
  // The names of countries come a moment after their codes.
  await expect.poll(() => page.getByRole('main').innerText()).toBe(before);
  await press(page, page.getByRole('link', { name: /All sections/ }));

  for (const section of ['dl', 'op', 'si']) await fillsSection(page, section);
  await showsAnswers(page);
  const shown = await page.getByRole('main').innerText();
  expect(shown).not.toContain('not yet answered');
  expect(shown).toContain('Signed declaration · page 1 · 10 October 2026 · declaration.txt');
  await press(page, page.getByRole('link', { name: 'See the result' }));
  await page.getByRole('heading', { level: 1, name: NOT_RATABLE }).waitFor();

  const report = page.getByRole('button', { name: 'Download the report (PDF)' });
  await tabTo(page, report);
  const file = await downloaded(page, () => page.keyboard.press('Enter'));
  expect(again.troubles).toEqual([]);
  await readsTheReport(file, await page.getByRole('main').innerText());
}

async function beginsByKeyboard(page: Page): Promise<void> {
  await goTo(page, '#/');
  await press(page, page.getByRole('link', { name: 'Start an assessment' }));
  await page.waitForURL(/#\/new$/);
  await type(page, page.getByLabel('Vendor', { exact: true }), VENDOR);
  await type(page, page.getByLabel('Authority that buys (optional)'), 'Port of Zandvliet (fictional)');
  await type(page, page.getByLabel('Your name or role'), 'Procurement officer');
  await choose(page, page.locator('input[name="purpose"]'), 'award');
  await press(page, page.getByRole('button', { name: 'Continue to the questions' }));
  await page.waitForURL(/#\/a\/[^/]+$/);
}

const sectionOf = (id: string) => {
  const section = SECTIONS.find((one) => one.id === id);
  if (!section) throw new Error(`the questionnaire has no section ${id}`);
  return section;
};

async function opensSection(page: Page, id: string): Promise<void> {
  await press(page, page.getByRole('link', { name: sectionOf(id).title.en, exact: true }));
  await page.waitForURL(/\/s\//);
}

/** From the task list through the open pages of a section, and back to the task list by its own Continue. */
async function fillsSection(page: Page, id: string): Promise<void> {
  await opensSection(page, id);
  for (const { id: pageId } of sectionOf(id).pages) {
    if (new URL(page.url()).hash.endsWith(`/s/${id}/${pageId}`)) await fillsPage(page, id, pageId);
  }
  await page.getByRole('heading', { level: 2, name: 'Sections' }).waitFor();
}

/** Answers what a question is known about, and says of the others that it could not be found out; then goes on. */
async function fillsPage(page: Page, section: string, pageId: string): Promise<void> {
  const found = sectionOf(section).pages.find((one) => one.id === pageId);
  if (!found) throw new Error(`section ${section} has no page ${pageId}`);
  await page.getByRole('heading', { level: 1, name: found.title.en }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  for (const { id, type: kind } of found.questions) {
    if ((await page.locator(`#${id}`).count()) === 0) continue;
    const answer = ANSWERS[id];
    if (answer) await answer(page);
    else if (kind === 'several' || kind === 'countries') await tick(page, page.locator(`#${id} input[value="state:unknown"]`));
    else await choose(page, choicesOf(page, id), 'state:unknown');
  }
  const left = page.url();
  await press(page, page.getByRole('button', { name: 'Continue' }));
  await page.waitForURL((url) => url.href !== left);
}

const addCountry = async (page: Page, question: string, name: string) => {
  await type(page, page.locator(`#${question}`).getByRole('searchbox'), name);
  await page.keyboard.press('Enter');
};

/** What is known, typed in as each type of question wants it. */
const ANSWERS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'pr-01': async (page) => {
    await type(page, page.locator('[id="pr-01--rows.0.company"]'), VENDOR);
    await tabTo(page, page.locator('[id="pr-01--rows.0.country"]'));
    await page.keyboard.type('Belgium');
    await press(page, page.locator('#pr-01').getByRole('button', { name: 'Add another row' }));
    await type(page, page.locator('[id="pr-01--rows.1.company"]'), 'Haven Hosting BV (fictional)');
  },
  'pr-02': async (page) => {
    for (const option of ['pcs', 'tnt']) await tick(page, page.locator(`#pr-02 input[value="${option}"]`));
  },
  'pr-03': (page) => choose(page, choicesOf(page, 'pr-03'), 'crit'),
  'pr-04': async (page) => {
    await typeDay(page, page.locator('#pr-04--typed'), '2026-10-10');
    await choose(page, page.locator('input[name="pr-04--grade"]'), 'e2');
    await type(page, page.locator('#pr-04--title'), 'Signed declaration');
    await typeDay(page, page.locator('#pr-04--date'), '2026-10-10');
    await press(page, page.locator('#pr-04 summary', { hasText: 'Reference, file and note' }));
    const scan = await newFile('declaration.txt', SCAN);
    // Listened for well before: the browser is told to hand the chooser over, which takes it a moment.
    page.once('filechooser', (chooser) => void chooser.setFiles(scan));
    await type(page, page.locator('#pr-04--reference'), 'page 1');
    await press(page, page.locator('#pr-04 input[type="file"]'));
    await page.locator('#pr-04 code', { hasText: createHash('sha256').update(SCAN).digest('hex') }).waitFor();
    await type(page, page.locator('#pr-04--note'), 'Stands for twelve months.');
  },
  'ic-01': async (page) => {
    for (const option of ['moves', 'party']) await tick(page, page.locator(`#ic-01 input[value="${option}"]`));
    await tick(page, page.locator('input[name="ic-01--incomplete"]'));
  },
  'ic-02': async (page) => {
    await choose(page, choicesOf(page, 'ic-02'), 'hbl');
    await choose(page, page.locator('input[name="ic-02--grade"]'), 'e2');
  },
  'ic-03': (page) => type(page, page.locator('#ic-03--typed'), '40'),
  'ic-05': (page) => choose(page, choicesOf(page, 'ic-05'), 'unlimited'),
  'dl-01': async (page) => {
    await addCountry(page, 'dl-01', 'Germ');
    await addCountry(page, 'dl-01', 'Belg');
  },
  'dl-07': async (page) => {
    await choose(page, choicesOf(page, 'dl-07'), 'yes');
    await choose(page, page.locator('input[name="dl-07--grade"]'), 'e2');
  },
  'op-03': async (page) => {
    await press(page, page.locator('#op-03 [data-add]'));
    await type(page, page.locator('[id="op-03--rows.0.holder"]'), 'Haven Holding NV (fictional)');
    await type(page, page.locator('[id="op-03--rows.0.share"]'), '62.5');
    await tabTo(page, page.locator('[id="op-03--rows.0.known"]'));
    await page.keyboard.type('Completely');
  },
  'op-07': async (page) => {
    await choose(page, choicesOf(page, 'op-07'), 'exec');
    await choose(page, page.locator('input[name="op-07--grade"]'), 'e2');
  },
  'op-11': (page) => addCountry(page, 'op-11', 'Belg'),
};

/** Goes to the page that shows every answer. */
async function showsAnswers(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: 'Check the answers' }));
  await page.getByRole('heading', { level: 1, name: 'Check the answers' }).waitFor();
}

/** Everything that a report must say, for somebody who has nothing but the report. */
async function readsTheReport(file: string, screen: string): Promise<void> {
  const pdf = await readPdf(file);
  if (pdf === undefined) return;
  const { pages, text } = pdf;
  const range = /[\d.]+–[\d.]+ of 100 by the weighted sum, higher is worse\./.exec(screen)?.[0];
  expect(range).toBeDefined();
  expect(pages.length).toBeGreaterThan(10);
  expect(pages[0]).toContain(NOT_RATABLE);
  expect(pages[0]).toContain(range);
  expect(pages[0]).toContain(VENDOR);
  expect(pages[0]).toContain('Port of Zandvliet (fictional)');
  pages.forEach((page, index) => {
    expect(page).toContain(words['report.draft']);
    expect(page).toContain(`${index + 1} of ${pages.length}`);
  });
  expect(text).toContain(`Applies: ${GATE}`);
  expect(text).toContain(words['report.missing.title']);
  expect(text).toContain(`To ${VENDOR}`);
  for (const title of ['a', 'b', 'c', 'd', 'e', 'f'] as const) expect(text).toContain(words[`report.annex.${title}`]);
  for (const { title } of SECTIONS) expect(text).toContain(title.en);
  for (const said of [
    'Signed declaration',
    'page 1',
    'Stands for twelve months.',
    'declaration.txt',
    'Haven Holding NV (fictional)',
    '62.5',
  ])
    expect(text).toContain(said);
  for (const { text: question } of SECTIONS.flatMap((section) => section.pages.flatMap((page) => page.questions)))
    expect(text, question.en).toContain(question.en);
}

/** The assessment of an example, with a note in every script. */
async function inEveryScript(): Promise<string> {
  const assessment = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8'));
  const [first] = assessment.history;
  const answer = assessment.history.find((entry: { readonly kind: string }) => entry.kind === 'answer');
  const more = [
    { ...first, id: 'entry-9001', detail: 'vendor', value: `${NAMES['simplified Chinese']} / ${NAMES['Hebrew with a Latin end']}` },
    { ...first, id: 'entry-9003', detail: 'register', value: 'HRB 17 \u202e)lanif(' },
    { ...answer, id: 'entry-9002', answer: { ...answer.answer, note: Object.values(NAMES).join('\n') } },
  ].map((entry) => ({ ...entry, at: '2026-11-24T09:30:00.000Z' }));
  return JSON.stringify({ ...assessment, history: [...assessment.history, ...more] });
}

describe('the report of the browser', () => {
  test('has the same bytes as the one that the terminal writes for the downloaded assessment', async () => {
    const { page, troubles } = await openApp();
    await openExample(page, 'bidderB');
    const assessment = await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click());
    const report = await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
    const out = `${await newFolder()}/report.pdf`;
    expect(await soundings('report', assessment, '--out', out)).toEqual({ status: 0, stdout: '', stderr: '' });
    const [here, there] = [await readFile(report), await readFile(out)];
    expect(here.length).toBeGreaterThan(50_000);
    expect(here.equals(there)).toBe(true);
    expect(await saveState(page).innerText()).not.toContain('Saving');
    expect(troubles).toEqual([]);
  });

  test('so it is with names in every script; their fonts are fetched in slices, from here, and only now', async () => {
    const { page, troubles } = await openApp();
    const fonts: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('.woff')) fonts.push(request.url());
    });
    const file = await newFile('names.json', await inEveryScript());
    await page.locator('section[aria-labelledby="open-file"] input[type="file"]').setInputFiles(file);
    await page.waitForURL(/#\/a\/[^/]+$/);
    await goTo(page, `${new URL(page.url()).hash}/result`);
    expect(fonts).toEqual([]);
    const report = await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
    expect(fonts.length).toBeGreaterThan(10);
    expect(fonts.length).toBeLessThan(60);
    expect(new Set(fonts.map((url) => new URL(url).origin))).toEqual(new Set([new URL(page.url()).origin]));
    const out = `${await newFolder()}/report.pdf`;
    expect(await soundings('report', file, '--out', out)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await readFile(report)).equals(await readFile(out))).toBe(true);
    const text = (await judge('mutool', ['draw', '-F', 'text', out]))?.replace(/\s/g, '');
    // What turns the direction is named, on paper and on the screen.
    expect(text ?? 'HRB17[U+202E]').toContain('HRB17[U+202E]');
    await goTo(page, new URL(page.url()).hash.replace(/result$/, 'history'));
    expect(await page.getByRole('main').innerText()).toContain('HRB 17 [U+202E])lanif(');
    for (const name of Object.values(NAMES)) expect(text ?? name.replace(/\s/g, '')).toContain(name.replace(/\s/g, ''));
    expect(troubles).toEqual([]);
  });
});
