// @ts-check
import { inBrowser } from './browser.mjs';

/**
 * @param {import('./stage.mjs').Stage} stage
 * @returns {Promise<number>} bytes of JavaScript, gzipped, that the empty React page loads
 */
export function emptyPage(stage) {
  return inBrowser('', async ({ page, scripts }) => {
    await page.goto(`${stage.pages}empty/`);
    await page.waitForSelector('#ready');
    return scripts();
  });
}
