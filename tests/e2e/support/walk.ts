/** Ways through the app that many tests take. */
import type { Locator, Page } from 'playwright-core';

export const EXAMPLES = {
  replay: 'Liège hub, replay of public reporting',
  bidderA: 'Bidder A: Scheldewaard PortData',
  bidderB: 'Bidder B: Meridian Cargo Cloud',
  renegotiated: 'Bidder B after renegotiation',
} as const;

/** From the home page, opens an example with one click. @returns the id of the copy, now shown at its result */
export async function openExample(page: Page, example: keyof typeof EXAMPLES): Promise<string> {
  await page.getByRole('button', { name: EXAMPLES[example], exact: true }).click();
  await page.waitForURL(/#\/a\/[^/]+\/result$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return idOf(page);
}

/** Begins an assessment with the shipped questionnaire. @returns its id; its list of sections is shown */
export async function startAssessment(page: Page): Promise<string> {
  await goTo(page, '#/new');
  await page.getByLabel('Vendor', { exact: true }).fill('Hoist and Sons (fictional)');
  await page.getByLabel('Your name or role').fill('Harbour master');
  await page.getByRole('radio', { name: /Risk file/ }).check();
  await page.getByRole('button', { name: 'Continue to the questions' }).click();
  await page.waitForURL(/#\/a\//);
  return idOf(page);
}

/** Id of the assessment whose page is shown. */
function idOf(page: Page): string {
  const id = /#\/a\/([^/]+)/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`no page of an assessment: ${page.url()}`);
  return id;
}

/** Goes to another address of the app, without loading it again. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, route);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
/** The live figure of a question page. */
export const liveFigure = (page: Page): Locator => page.locator('output');
/** What the header says of saving. */
export const saveState = (page: Page): Locator => page.getByRole('banner').getByRole('status');

/** Waits until the app says that all is on disk. */
export async function saved(page: Page): Promise<void> {
  await saveState(page)
    .filter({ hasText: /^Saved / })
    .waitFor()
    .catch(async (cause) => {
      throw new Error(`"Saved" was not said on this page:\n${await page.locator('body').innerText()}`, { cause });
    });
}
