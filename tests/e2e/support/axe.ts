/** What axe-core finds on a page, in words. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * @returns a sentence for each barrier, with the element it is at; none where the page is well
 * @throws where axe checked nothing, so that an empty page is not taken for a good one
 */
export async function barriers(page: Page): Promise<readonly string[]> {
  // The content policy of the page lets no script tag in; the debugger's evaluation is not held by it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(file, 'utf8'));
  // What is well is counted by its rules; to name each such element would take longer than to look at it.
  const options: RunOptions = { resultTypes: ['violations'] };
  const { passes, violations } = await page.evaluate(
    (how) => (window as unknown as { axe: { run(how: RunOptions): Promise<AxeResults> } }).axe.run(how),
    options,
  );
  if (passes.length === 0) throw new Error(`axe found nothing to check on ${page.url()}`);
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}, at ${node.target.join(' ')}`));
}

/** @returns how far the page can be scrolled sideways, in CSS pixels; 0 where it fits its window */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
