// @ts-check
/** Making a report and verifying one, the library already loaded. */
import { inBrowser } from './browser.mjs';

/** The ways to a PDF on the report page, the floor first; and the way back. */
export const MAKERS = /** @type {const} */ (['plain', 'report', 'verify']);
/** The same for a table of 1,700 rows, whatever the assessment. */
export const TABLES = /** @type {const} */ (['plainTable', 'table']);

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {(typeof MAKERS)[number] | (typeof TABLES)[number]} maker
 * @param {number} size
 * @returns {Promise<{ cpu: number, bytes: number, rows: number }>} main-thread milliseconds from the assessment to the bytes, or from the bytes to the verdict
 */
export function reporting(stage, maker, size) {
  return inBrowser('', async ({ page, cpu }) => {
    await page.goto(`${stage.pages}report/?${stage.of(size).answered.name}`);
    await page.waitForFunction(() => window.makers !== undefined);
    if (maker === 'verify') {
      const file = await page.evaluate(() => window.handing.take());
      await page.reload();
      await page.waitForFunction(() => window.makers !== undefined);
      await page.evaluate((given) => window.handing.give(given), file);
    }
    const before = await cpu();
    const made = await page.evaluate((name) => window.makers[name](), maker);
    return { ...made, cpu: (await cpu()) - before };
  });
}
