/** Files go out whole and come in whole, or are refused with every reason and nothing is touched. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import shipped from '../../questionnaires/logistics-platform/1.0.0.json';
import { openApp } from './support/app.ts';
import { downloaded, newFile } from './support/files.ts';
import { ownQuestionnaire } from './support/questionnaire.ts';
import { EXAMPLES, goTo, openExample } from './support/walk.ts';

const TITLE = 'Meridian Cargo Cloud, offer of October 2026';

const assessments = (page: Page) => page.getByRole('region', { name: 'Your assessments' });
/** Titles of the assessments on the home page, the newest first. */
const titles = (page: Page) => assessments(page).getByRole('heading', { level: 3 }).allInnerTexts();

async function home(page: Page): Promise<void> {
  await goTo(page, '#/');
  await assessments(page).waitFor();
}

const openFile = (page: Page, file: string) => page.locator('section[aria-labelledby="open-file"] input[type="file"]').setInputFiles(file);

describe('an assessment', () => {
  test('goes out as a file, into the bin, back, away for good, and comes in whole from its file', async () => {
    const { page, troubles } = await openApp();
    const id = await openExample(page, 'bidderB');
    await home(page);
    const out = await downloaded(page, () => page.getByRole('button', { name: `Download file of “${TITLE}”` }).click());

    await page.getByRole('button', { name: `Delete “${TITLE}”` }).click();
    await page.getByText(`“${TITLE}” is in the bin.`).waitFor();
    // The sentence comes with the act, the list when it is read anew.
    await expect.poll(() => titles(page)).toEqual([]);
    await page.getByText('Bin (one assessment)').click();
    await page.getByRole('button', { name: `Put back “${TITLE}”` }).click();
    await expect.poll(() => titles(page)).toEqual([TITLE]);

    await page.getByRole('button', { name: `Delete “${TITLE}”` }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => titles(page)).toEqual([TITLE]);

    await page.getByRole('button', { name: `Delete “${TITLE}”` }).click();
    await page.getByText('Bin (one assessment)').click();
    await page.getByRole('button', { name: `Delete for good: “${TITLE}”` }).click();
    const dialog = page.getByRole('dialog', { name: `Delete “${TITLE}” for good?` });
    // Pressed without a look, it deletes nothing.
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByText('Bin (one assessment)').count()).toBe(1);
    await page.getByRole('button', { name: `Delete for good: “${TITLE}”` }).click();
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText(`“${TITLE}” is gone for good.`).waitFor();
    await expect.poll(() => page.getByText(/^Bin \(/).count()).toBe(0);
    await page.reload();
    await page.getByText('There are none on this device yet.').waitFor();
    await goTo(page, `#/a/${id}`);
    await page.getByRole('heading', { name: 'There is no such assessment here' }).waitFor();

    await home(page);
    await openFile(page, out);
    await page.waitForURL(new RegExp(`#/a/${id}$`));
    const again = await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click());
    expect(await readFile(again, 'utf8')).toBe(await readFile(out, 'utf8'));

    await home(page);
    await openFile(page, out);
    await page.getByText(`“${TITLE}” is already here, with everything that the file holds.`).waitFor();
    expect(await titles(page)).toEqual([TITLE]);
    expect(troubles).toEqual([]);
  });

  test('made with another questionnaire than the published one says so on its list and at its result, and is opened all the same', async () => {
    const { page, troubles } = await openApp();
    const assessment = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8'));
    const remark = page.getByText('The questionnaire says that it is logistics-platform 1.0.0, but it is not the published one');
    await openFile(page, await newFile('published.json', JSON.stringify(assessment)));
    await page.getByRole('heading', { name: 'Sections' }).waitFor();
    await goTo(page, `#/a/${assessment.id}/result`);
    expect(await remark.count()).toBe(0);

    assessment.id = 'altered-by-somebody';
    assessment.questionnaire.sections[1].weight = 99;
    await home(page);
    await openFile(page, await newFile('altered.json', JSON.stringify(assessment)));
    await page.waitForURL(/#\/a\/altered-by-somebody$/);
    await remark.waitFor();
    await goTo(page, '#/a/altered-by-somebody/result');
    await remark.waitFor();
    expect(troubles).toEqual([]);
  });

  test('can be duplicated and renamed, side by side with others', async () => {
    const { page, troubles } = await openApp();
    for (const example of ['bidderB', 'bidderA'] as const) {
      await openExample(page, example);
      await home(page);
    }
    await page.getByRole('button', { name: `Duplicate “${TITLE}”` }).click();
    await expect.poll(() => titles(page)).toContain(`${TITLE} (copy)`);
    await page.getByRole('button', { name: `Rename “${TITLE} (copy)”` }).click();
    const name = page.getByRole('dialog').getByLabel('New name');
    await name.fill('  ');
    await name.press('Enter');
    await page.getByText('Enter a name').waitFor();
    await name.fill('Second thoughts');
    await name.press('Enter');
    await expect.poll(() => titles(page)).toContain('Second thoughts');
    expect((await titles(page)).length).toBe(3);
    expect(await page.getByRole('link', { name: 'High: the result of “Second thoughts”' }).count()).toBe(1);

    // The copy goes its own way.
    await page.getByRole('link', { name: 'Second thoughts', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Second thoughts' }).waitFor();
    await goTo(page, `${new URL(page.url()).hash}/s/dl/dl-servers`);
    await page.locator('#dl-07 input[value="never"]').check();
    await home(page);
    await page
      .getByRole('link', { name: 'Moderate: the result of “Second thoughts”' })
      .or(page.getByRole('link', { name: 'Low: the result of “Second thoughts”' }))
      .waitFor();
    expect(await page.getByRole('link', { name: `High: the result of “${TITLE}”` }).count()).toBe(1);
    expect(troubles).toEqual([]);
  });
});

/** What refuses a file on the page. */
const refusal = (page: Page) => page.getByRole('alert');

describe('a file that is refused', () => {
  test('says where, what was expected and what was found, and leaves everything as it was', async () => {
    const { page, troubles } = await openApp();
    const id = await openExample(page, 'bidderB');
    await home(page);
    const before = await downloaded(page, () => page.getByRole('button', { name: `Download file of “${TITLE}”` }).click());
    const whole = JSON.parse(await readFile(before, 'utf8'));

    const broken = [
      {
        name: 'cut-short.json',
        text: (await readFile(before, 'utf8')).slice(0, 5000),
        says: ['The file', /Line \d+, column \d+: the file ends here and seems to be cut short\. Expected .+\./],
      },
      {
        name: 'empty.json',
        text: '',
        says: ['The file', /Line 1, column 1: the file ends here and seems to be cut short\. Expected a value\./],
      },
      {
        name: 'other.json',
        text: JSON.stringify({ format: 'soundings-jurisdictions/1' }),
        says: [/Expected a file of the format "soundings-assessment\/1"; found "soundings-jurisdictions\/1"\./],
      },
      {
        name: 'later.json',
        text: JSON.stringify({ ...whole, format: 'soundings-assessment/2' }),
        says: [/Expected a file of the format "soundings-assessment\/1"; found "soundings-assessment\/2"\./],
      },
      {
        name: 'strange-answer.json',
        text: JSON.stringify({
          ...whole,
          history: whole.history.map((entry: { question?: string }) =>
            entry.question === 'dl-07' ? { ...entry, answer: { state: 'answered', value: 'perhaps' } } : entry,
          ),
        }),
        says: [/\/history\/\d+\/answer\/value/, /Expected one of: .*never.*Found "perhaps"/],
      },
    ];
    for (const { name, text, says } of broken) {
      await openFile(page, await newFile(name, text));
      await refusal(page)
        .filter({ hasText: `“${name}” was not taken in, and nothing here has changed.` })
        .waitFor();
      const said = await refusal(page).innerText();
      for (const words of says) expect(said).toMatch(words);
    }

    expect(await titles(page)).toEqual([TITLE]);
    await goTo(page, `#/a/${id}`);
    const after = await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click());
    expect(await readFile(after, 'utf8')).toBe(await readFile(before, 'utf8'));
    expect(troubles).toEqual([]);
  });
});

describe('a questionnaire of one’s own', () => {
  test('is refused with every problem, then, put right, taken in, used and reported on', async () => {
    const { page, troubles } = await openApp({ at: '#/questionnaires' });
    const load = page.locator('section[aria-labelledby="load-questionnaire"]');
    const input = load.locator('input[type="file"]');
    await page.getByRole('heading', { level: 2, name: shipped.title.en }).waitFor();

    const wrong = {
      ...ownQuestionnaire(),
      bands: ownQuestionnaire().bands.map((band) => ({ ...band, from: band.from + 10 })),
      gates: ownQuestionnaire().gates.map((gate) => ({ ...gate, when: { op: 'answer-in', question: 'c-singel', options: ['yes'] } })),
    };
    await input.setInputFiles(await newFile('cranes.json', JSON.stringify(wrong)));
    await load.getByRole('alert').waitFor();
    const items = await load.getByRole('alert').getByRole('listitem').allInnerTexts();
    expect(items.length).toBe(2);
    expect(items.join('\n')).toMatch(/\/bands\S*\s+The bands leave a hole from 0 to 10\. Expected the first band to begin at 0\./);
    expect(items.join('\n')).toMatch(
      /\/gates\/0\/when\/question\s+Expected the id of a question that this questionnaire defines; found "c-singel"\./,
    );
    expect(await page.getByRole('heading', { level: 2, name: 'Cranes on the quay' }).count()).toBe(0);

    await input.setInputFiles(await newFile('taken.json', JSON.stringify({ ...shipped, publisher: 'Somebody else' })));
    await load.getByText('Another questionnaire is already here as logistics-platform@1.0.0.').waitFor();

    await input.setInputFiles(await newFile('cranes.json', JSON.stringify(ownQuestionnaire())));
    await load.getByText('“Cranes on the quay”, version 1.0.0, can be used now.').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Start an assessment with it: Cranes on the quay' }).click();
    await page.getByRole('radio', { name: /Cranes on the quay/ }).waitFor();
    expect(await page.getByRole('radio', { name: /Cranes on the quay/ }).isChecked()).toBe(true);
    await page.getByLabel('Vendor', { exact: true }).fill('Hoist and Sons (fictional)');
    await page.getByLabel('Your name or role').fill('Harbour master');
    await page.getByRole('radio', { name: /Risk file/ }).check();
    await page.getByRole('button', { name: 'Continue to the questions' }).click();
    await page.getByRole('link', { name: 'The crane', exact: true }).click();
    await page.locator('#c-single').getByRole('radio', { name: 'Yes' }).check();
    await page.locator('#c-text--typed').fill('Long Ann');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: 'See the result' }).click();
    await page.getByRole('heading', { level: 3, name: 'Can be moved from afar' }).waitFor();
    const report = await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
    expect((await readFile(report)).subarray(0, 5).toString()).toBe('%PDF-');

    // What was made with it keeps it when it is removed.
    await goTo(page, '#/questionnaires');
    await page.getByRole('button', { name: 'Remove: Cranes on the quay' }).click();
    await page.getByText('“Cranes on the quay” was removed from your questionnaires.').waitFor();
    await home(page);
    await page.getByRole('link', { name: 'Hoist and Sons (fictional)', exact: true }).click();
    await page.getByRole('link', { name: 'The crane', exact: true }).click();
    await expect.poll(() => page.locator('#c-text--typed').inputValue()).toBe('Long Ann');
    expect(troubles).toEqual([]);
  });
});

describe('the policy file of an authority', () => {
  test('is refused with its reasons, or taken: its list and its settings count, and the report names them', async () => {
    const { page, troubles } = await openApp({ at: '#/new' });
    const part = page.locator('section[aria-labelledby="start-policy"]');
    const policy = {
      format: 'soundings-policy/1',
      name: 'List of the port',
      version: '2026-2',
      adoptedBy: 'Council of Zandvliet (fictional)',
      adopted: '2026-10-01',
      countries: ['XA'],
      parameters: { 'compulsion-threshold': 'strict' },
    };
    const input = part.locator('input[type="file"]');
    await input.setInputFiles(await newFile('policy.json', JSON.stringify({ ...policy, countries: ['Utopia'], adopted: 'last year' })));
    await part.getByRole('alert').waitFor();
    const refused = await part.getByRole('alert').innerText();
    expect(await part.getByRole('alert').getByRole('listitem').count()).toBe(2);
    expect(refused).toMatch(/\/countries\/0\s+Expected a country code of two capital letters; found "Utopia"/);
    expect(refused).toMatch(/\/adopted\s+Expected a day of the calendar, such as 2026-11-23; found "last year"/);
    await part.getByText('No list is used. This is the default.').waitFor();

    await input.setInputFiles(await newFile('policy.json', JSON.stringify(policy)));
    await part.getByText('List of the port, version 2026-2').waitFor();
    await part.getByText('It names one country: XA.').waitFor();
    expect(await part.getByRole('alert').count()).toBe(0);
    await page.getByText(/Set by the policy file “List of the port”\./).waitFor();

    await page.getByLabel('Vendor', { exact: true }).fill('Under a policy (fictional)');
    await page.getByLabel('Your name or role').fill('Officer');
    await page.getByRole('radio', { name: /Award criterion/ }).check();
    await page.getByRole('button', { name: 'Continue to the questions' }).click();
    await page.getByRole('heading', { level: 1, name: 'Under a policy (fictional)' }).waitFor();
    const file = await downloaded(page, () => page.getByRole('button', { name: 'Download the assessment' }).click());
    expect(JSON.parse(await readFile(file, 'utf8')).policy).toEqual(policy);
    expect(troubles).toEqual([]);
  });
});

test('every example opens with one click', async () => {
  const { page, troubles } = await openApp();
  for (const example of Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[]) {
    await openExample(page, example);
    await home(page);
  }
  expect((await titles(page)).length).toBe(Object.keys(EXAMPLES).length);
  expect(troubles).toEqual([]);
});
