/** Uses the app as somebody does who has no mouse. */
import type { Locator, Page } from 'playwright-core';

/** More stops than any page has; a walk that is longer goes in circles. */
const MOST_STOPS = 600;

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

/**
 * Presses Tab until the element has the focus.
 * @returns how often
 * @throws where Tab never gets there
 */
export async function tabTo(page: Page, target: Locator): Promise<number> {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops <= MOST_STOPS; stops += 1) {
    if (await hasFocus(target)) return stops;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Presses a link, button or summary by keyboard. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Fills a field in by keyboard, in place of what is there. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Gives a day into a date field. Day and month alike, since their order in the field is the browser's to choose. */
export async function typeDay(page: Page, target: Locator, day: `${number}-10-10`): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(`1010${day.slice(0, 4)}`);
}

/** Ticks a checkbox. */
export async function tick(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Space');
}

/**
 * Chooses one of a group of radios: Tab leads to the group, the arrows within it.
 * @param group matches every radio of the group
 */
export async function choose(page: Page, group: Locator, value: string): Promise<void> {
  const wanted = group.and(page.locator(`[value="${value}"]`));
  await wanted.waitFor({ state: 'attached' });
  const values = await group.evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value));
  const checked = await group.evaluateAll((radios) => radios.findIndex((radio) => (radio as HTMLInputElement).checked));
  const start = Math.max(checked, 0);
  await tabTo(page, group.nth(start));
  const steps = values.indexOf(value) - start;
  if (steps === 0) await page.keyboard.press('Space');
  // From the first one, up leads to the last.
  const up = steps < 0 ? -steps : values.length - steps;
  const [key, times] = steps >= 0 && steps <= up ? ['ArrowDown', steps] : ['ArrowUp', up];
  for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
  if (!(await wanted.isChecked())) throw new Error(`the arrows do not choose "${value}"`);
}

/** The radios or checkboxes of a question. */
export const choicesOf = (page: Page, question: string): Locator => page.locator(`#${question} input[name="${question}"]`);
