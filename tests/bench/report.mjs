// @ts-check
/** Making a report, the library already loaded. */
import { inBrowser } from './browser.mjs';

/** The ways to a PDF on the report page: the floor first. */
export const MAKERS = /** @type {const} */ (['plain', 'report']);

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {(typeof MAKERS)[number]} maker
 * @param {number} size
 * @returns {Promise<{ cpu: number, bytes: number, rows: number }>} main-thread milliseconds from the assessment to the bytes
 */
export function reporting(stage, maker, size) {
  return inBrowser('', async ({ page, cpu }) => {
    await page.goto(`${stage.pages}report/?${stage.of(size).answered.name}`);
    await page.waitForFunction(() => window.makers !== undefined);
    const before = await cpu();
    const made = await page.evaluate((name) => window.makers[name](), maker);
    return { ...made, cpu: (await cpu()) - before };
  });
}
