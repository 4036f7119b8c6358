/** Final, superseded, redacted, and the register: from the example of a finished assessment to its disposal. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { barriers } from './support/axe.ts';
import { downloaded, newFile } from './support/files.ts';
import { readPdf } from './support/pdf.ts';
import { tabThrough } from './support/tabbing.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, heading, openExample, saved } from './support/walk.ts';

const idOf = (page: Page): string => /#\/a\/([^/]+)/.exec(page.url())?.[1] ?? '';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const PEOPLE = { preparer: 'Petra Prepares', reviewer: 'Rik Reviews', approver: 'Anna Approves' } as const;

/** Fills in the form by which the open assessment becomes final, and sends it. */
async function makeFinal(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'Make it final' }).click();
  await page.getByLabel('Number').fill(number);
  await page.getByLabel('Retention class').fill('Procurement, 10 years');
  await page.getByLabel('To be disposed of from').fill('2099-12-31');
  for (const [role, name] of Object.entries(PEOPLE)) {
    await page.locator(`#final-${role}-name`).fill(name);
    await page.locator(`#final-${role}-declares [value="none"]`).check();
  }
  await page.getByRole('button', { name: 'Make it final' }).click();
  await heading(page)
    .filter({ hasText: `Final, no. ${number}` })
    .waitFor();
}

/** An example without some of its answers, as a file. @returns its id, shown at its result */
async function openUnfinished(page: Page): Promise<string> {
  const example = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8'));
  const history = example.history.filter(({ question = '' }: { question?: string }) => !question.startsWith('si-0'));
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await newFile('unfinished.json', JSON.stringify({ ...example, history })));
  await page.waitForURL(/#\/a\//);
  const id = idOf(page);
  await goTo(page, `#/a/${id}/result`);
  return id;
}

const report = async (page: Page): Promise<string> =>
  downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());

/** A PDF with every compressed stream in it opened, as text of one byte a character. */
function opened(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: begin }) => {
    try {
      return inflateSync(pdf.subarray(index + begin.length), { finishFlush: 2 }).toString('utf8');
    } catch {
      return '';
    }
  });
  return [text, Buffer.from(pdf).toString('utf8'), ...streams].join('\n');
}

test('what stands in the way is listed, each with its question', async () => {
  const { page, troubles } = await openApp();
  const id = await openUnfinished(page);
  await page.getByRole('link', { name: 'Make it final' }).click();
  await heading(page)
    .filter({ hasText: /^(One|\d+) questions? stands? in the way$/ })
    .waitFor();
  expect(await page.getByRole('button', { name: 'Make it final' }).count()).toBe(0);
  const first = page.getByRole('main').getByRole('listitem').first();
  expect(await first.innerText()).toMatch(/Not yet answered/);
  await first.getByRole('link').click();
  await page.waitForURL(new RegExp(`/a/${id}/s/`));
  expect(troubles).toEqual([]);
});

test('three different people are asked for, with the same words at the field and above', async () => {
  const { page } = await openApp();
  await openExample(page, 'bidderB');
  await page.getByRole('link', { name: 'Make it final' }).click();
  await page.getByRole('button', { name: 'Make it final' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'need your attention' });
  expect(await summary.innerText()).toMatch(
    /Enter the number\s+Enter the retention class[\s\S]*Enter the name[\s\S]*Choose what is declared/,
  );
  await page.getByLabel('Number').fill('1');
  await page.getByLabel('Retention class').fill('1');
  await page.getByLabel('To be disposed of from').fill('1999-01-01');
  for (const role of Object.keys(PEOPLE)) {
    await page.locator(`#final-${role}-name`).fill('Same Person');
    await page.locator(`#final-${role}-declares [value="some"]`).check();
    await page.locator(`#final-${role}-interest`).fill('A cousin works there.');
  }
  await page.getByRole('button', { name: 'Make it final' }).click();
  expect(await summary.innerText()).toMatch(
    /Expected a day of disposal on or after[\s\S]*"Same Person" stands here twice[\s\S]*"Same Person" stands here twice/,
  );
  expect(await heading(page).innerText()).toBe('Make it final');
});

test('F1 to F5, W1 to W4: finalised, read-only, a new version with its changes, a redacted variant, the register and disposal', async () => {
  const app = await openApp();
  const { page, troubles } = app;
  const first = await openExample(page, 'bidderB');
  await makeFinal(page, '2026/17');
  const full = await finalIsReadOnly(page, first);
  await goesOn(page, first);
  await redacts(page, first, full);
  await registers(page, first);
  expect(troubles).toEqual([]);
}, 180_000);

/** Final everywhere, nothing can be changed. @returns text of its report */
async function finalIsReadOnly(page: Page, id: string): Promise<string> {
  await goTo(page, `#/a/${id}/result`);
  await page.getByText('Final, no. 2026/17').waitFor();
  expect(await page.getByRole('button', { name: 'Set another rating' }).count()).toBe(0);
  const pdf = await readPdf(await report(page));
  expect(pdf?.pages.every((text) => text.includes('Final · no. 2026/17'))).toBe(true);
  expect(pdf?.text).toMatch(/Prepared by Petra Prepares Declares that there is none\./);

  await goTo(page, `#/a/${id}`);
  await page.getByText('Final, no. 2026/17').waitFor();
  expect(await page.getByRole('button', { name: /Undo|Change the facts|Redo/ }).count()).toBe(0);
  await goTo(page, `#/a/${id}/check`);
  await page.getByText('Final, no. 2026/17').waitFor();
  expect(await page.getByRole('link', { name: /^Change/ }).count()).toBe(0);
  await goTo(page, `#/a/${id}/s/dl/dl-servers`);
  await page.getByText('Final, no. 2026/17').waitFor();
  expect(await page.locator('main :is(input, textarea, select)').count()).toBe(0);
  // Undo by keyboard takes nothing back either.
  await page.keyboard.press('Control+z');
  await goTo(page, '#/');
  const item = page.getByRole('listitem').filter({ hasText: 'Final, no. 2026/17' });
  expect(await item.innerText()).toMatch(/Final, no\. 2026\/17, \d+ \w+ \d{4}/);
  expect(await item.getByRole('button', { name: /^(Rename|Duplicate)/ }).count()).toBe(0);
  return pdf?.text ?? '';
}

/** A new version, one answer changed, what changed on the screen and on paper; the first one is superseded. */
async function goesOn(page: Page, first: string): Promise<void> {
  await goTo(page, `#/a/${first}/result`);
  await page.getByRole('button', { name: 'Make a new version' }).click();
  await page.waitForURL((url) => !url.hash.includes(first));
  const second = idOf(page);
  await page.getByText('New version, in place of no. 2026/17').waitFor();
  expect(await page.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true');
  await goTo(page, `#/a/${second}/s/dl/dl-servers`);
  await page.locator('#dl-07').getByRole('radio', { name: 'No: the data is only ever decrypted under the buyer’s control' }).check();
  await saved(page);
  await goTo(page, `#/a/${second}/final/changes`);
  expect(await heading(page).innerText()).toBe('What changed since no. 2026/17');
  const text = await page.getByRole('main').innerText();
  expect(text).toContain('One answer has changed, and no fact about the assessment.');
  expect(text).toMatch(/Before: High[\s\S]*Now: Low/);
  expect(text).toMatch(/DL-07[\s\S]*from[\s\S]*to[\s\S]*only ever decrypted under the buyer’s control/);

  await goTo(page, `#/a/${second}/result`);
  await makeFinal(page, '2026/18');
  await goTo(page, `#/a/${second}/result`);
  const pdf = await readPdf(await report(page));
  expect(pdf?.text).toMatch(/What changed since no\. 2026\/17[\s\S]*Rating High[\s\S]*Low/);
  await goTo(page, `#/a/${first}/result`);
  await page.getByRole('link', { name: /^Superseded by no\. 2026\/18/ }).waitFor();
  const old = await readPdf(await report(page));
  expect(old?.pages.every((one) => one.includes('Superseded by no. 2026/18'))).toBe(true);
  await goTo(page, '#/');
  await page.getByText(/Final, no\. 2026\/17, superseded by no\. 2026\/18/).waitFor();
}

/** What is ticked is in no byte of the file, and what still stands elsewhere is told first. */
async function redacts(page: Page, id: string, full: string): Promise<void> {
  const assessment = JSON.parse(
    await readFile(
      await downloaded(page, async () => {
        await goTo(page, `#/a/${id}/final`);
        await page.getByRole('button', { name: 'Download the assessment' }).click();
      }),
      'utf8',
    ),
  );
  const answer = assessment.history.find((entry: { question?: string }) => entry.question === 'dl-07').answer;
  const secrets = [...Object.values(PEOPLE), answer.evidence.title, ...(answer.note ? [answer.note] : [])];
  // What is looked for is really in the full one.
  for (const secret of secrets) expect(full.replace(/\s+/g, ' ')).toContain(secret.replace(/\s+/g, ' '));
  await page.getByRole('link', { name: 'Make a redacted variant' }).click();
  await page.getByLabel('Every name of a person, and what the three declare').check();
  await page
    .getByText(/nothing withheld/)
    .nth(2)
    .click();
  await page.getByLabel('Answer and all that belongs to it: DL-07').check();
  // The same documents show other answers, so their titles stand there too until they are withheld as well.
  const remains = page.getByText('What is withheld still stands elsewhere');
  await remains.waitFor();
  await page.getByRole('button', { name: 'Make the redacted report (PDF)' }).click();
  await page.getByRole('alert').filter({ hasText: 'What is withheld still stands elsewhere' }).waitFor();
  await page.getByRole('button', { name: /^Withhold it/ }).click();
  while ((await remains.count()) > 0 && (await page.getByRole('button', { name: /^Withhold it/ }).count()) > 0)
    await page.getByRole('button', { name: /^Withhold it/ }).click();
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Make the redacted report (PDF)' }).click());
  const bytes = await readFile(file);
  const inside = opened(bytes);
  expect(inside).toContain('soundings-redacted/1');
  expect(secrets.filter((secret) => inside.includes(secret))).toEqual([]);
  const pdf = await readPdf(file);
  expect(secrets.filter((secret) => pdf?.text.includes(secret))).toEqual([]);
  expect(pdf?.pages.every((text) => text.includes('Redacted · from final no. 2026/17'))).toBe(true);
  expect(pdf?.text).toContain('Withheld: Business secret');
  expect(pdf?.text).toContain('It cannot be reckoned again from what is here');
  await page.getByText('entered in the register').first().waitFor();
}

/** Each report is there with its hashes; disposal asks, deletes, and keeps who, when and the hashes. */
async function registers(page: Page, id: string): Promise<void> {
  await goTo(page, `#/a/${id}/result`);
  const pdf = sha256(await readFile(await report(page)));
  await page.getByRole('banner').getByRole('link', { name: 'Register' }).click();
  await heading(page).filter({ hasText: 'Register' }).waitFor();
  const lines = page.getByRole('main').getByRole('listitem');
  await lines.filter({ hasText: pdf }).waitFor();
  // The first before and after it was superseded, the second, and the variant; the last one again is the same file.
  expect(await lines.count()).toBe(4);
  expect(await lines.allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/Redacted, from no\. 2026\/17[\s\S]*Procurement, 10 years/)]),
  );
  const csv = await readFile(await downloaded(page, () => page.getByRole('button', { name: 'Download as CSV' }).click()), 'utf8');
  expect(csv.split('\r\n').filter(Boolean)).toHaveLength(5);
  expect(csv).toContain(pdf);
  const json = JSON.parse(
    await readFile(await downloaded(page, () => page.getByRole('button', { name: 'Download as JSON' }).click()), 'utf8'),
  );
  expect(json.map((line: { pdf: string }) => line.pdf)).toContain(pdf);

  await lines
    .filter({ hasText: pdf })
    .getByRole('button', { name: /^Dispose of/ })
    .click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.innerText()).toMatch(
    /It is to be kept until 31 December 2099\.[\s\S]*3 lines of this register keep nothing but the hashes/,
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await lines.filter({ has: page.getByRole('heading', { name: 'Disposed of' }) }).count()).toBe(0);
  await lines
    .filter({ hasText: pdf })
    .getByRole('button', { name: /^Dispose of/ })
    .click();
  await dialog.getByLabel('Your name').fill('');
  await dialog.getByRole('button', { name: 'Dispose of it' }).click();
  await dialog.getByText('Enter your name').waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByLabel('Your name').fill('Otto Ordner');
  await dialog.getByRole('button', { name: 'Dispose of it' }).click();
  await page.getByText('is disposed of.').waitFor();
  expect(await lines.filter({ has: page.getByRole('heading', { name: 'Disposed of' }) }).count()).toBe(3);
  expect(await lines.filter({ hasText: pdf }).innerText()).not.toMatch(/2026\/17|Procurement/);
  expect(await lines.filter({ hasText: pdf }).innerText()).toContain('Otto Ordner');
  await goTo(page, `#/a/${id}`);
  await page
    .getByText('There is no assessment')
    .or(page.getByRole('heading', { level: 1 }))
    .first()
    .waitFor();
  expect(await page.getByText('Final, no. 2026/17').count()).toBe(0);
}

test('F2 a final file stays final where it is opened; one with something behind it is refused, with its place', async () => {
  const { page } = await openApp();
  const id = await openExample(page, 'bidderA');
  await makeFinal(page, '7');
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click());
  const assessment = JSON.parse(await readFile(file, 'utf8'));
  const other = await openApp();
  const tampered = { ...assessment, history: [...assessment.history, { ...assessment.history[0], id: 'entry-put-in' }] };
  await other.page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await newFile('tampered.json', JSON.stringify(tampered)));
  const refusal = other.page.getByRole('alert').filter({ hasText: 'was not taken in' });
  expect(await refusal.innerText()).toMatch(new RegExp(`/history/${assessment.history.length}[\\s\\S]*final as no\\. 7`));
  await other.page.locator('input[type="file"]').first().setInputFiles(file);
  await other.page.waitForURL(new RegExp(`/a/${id}$`));
  await other.page.getByText('Final, no. 7').waitFor();
});

test('the pages are open to all, in every view', async () => {
  const app = await openApp();
  const { page } = app;
  const unfinished = await openUnfinished(page);
  await goTo(page, '#/');
  const first = await openExample(page, 'bidderB');
  for (const id of [unfinished, first]) expect(await faultsInEveryView(app, { before: () => goTo(page, `#/a/${id}/final`) })).toEqual([]);
  await goTo(page, `#/a/${first}/result`);
  await makeFinal(page, '2026/17');
  await goTo(page, `#/a/${first}/result`);
  await report(page);
  await page.getByRole('button', { name: 'Make a new version' }).click();
  await page.waitForURL((url) => !url.hash.includes(first));
  const second = idOf(page);
  await goTo(page, `#/a/${second}/s/dl/dl-servers`);
  await page.locator('#dl-07').getByRole('radio').last().check();
  await saved(page);
  for (const route of [
    `#/a/${first}`,
    `#/a/${first}/final`,
    `#/a/${first}/final/redact`,
    `#/a/${first}/s/dl/dl-servers`,
    `#/a/${second}`,
    `#/a/${second}/final/changes`,
    '#/register',
    '#/',
  ])
    expect(await faultsInEveryView(app, { before: () => goTo(page, route) }), route).toEqual([]);
  for (const route of [`#/a/${first}/final/redact`, '#/register']) {
    await goTo(page, route);
    expect((await tabThrough(page)).faults, route).toEqual([]);
  }
}, 180_000);
