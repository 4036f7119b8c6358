import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CSP_OF_PAGE } from '../../.ci/security.mjs';
import { openApp } from './support/app.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, openExample, startAssessment } from './support/walk.ts';

const LABEL = 'fieldset label';

/** Opens the example whose bids have ids known beforehand. @returns a way to this address */
const withBids = (hash: string) => async (page: Page) => {
  await page.getByRole('button', { name: 'Open an example with six bids', exact: true }).click();
  await page.waitForURL(/#\/p\//);
  return hash;
};

describe('start page', () => {
  test('shows the app, without an error, a refusal or a request that leaves this machine', async () => {
    const { page, troubles } = await openApp();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.title()).toContain('Soundings');
    expect(troubles).toEqual([]);
  });

  test('leads with the examples on a first visit, and with what is there after that', async () => {
    const { page, troubles } = await openApp();
    const first = () => page.locator('main h2').allInnerTexts();
    await page.getByText('There are none on this device yet.').waitFor();
    expect((await first()).slice(0, 3)).toEqual(['Open a file', 'Open an example', 'Your assessments']);
    await openExample(page, 'bidderB');
    await goTo(page, '#/');
    await page
      .getByRole('link', { name: /^Meridian/ })
      .first()
      .waitFor();
    expect((await first()).slice(0, 2)).toEqual(['Open a file', 'Your assessments']);
    expect(troubles).toEqual([]);
  });

  test('has no barrier and fits its window in every view', async () => {
    const app = await openApp();
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await faultsInEveryView(app)).toEqual([]);
  });

  test('carries the content policy in itself, for servers that send no headers', async () => {
    const { page } = await openApp();
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(CSP_OF_PAGE);
    expect(await page.locator('script:not([src])').count()).toBe(0);
  });

  test.each([
    { what: 'the start page', at: withBids('#/'), seen: 'h1' },
    {
      what: 'the first page of a new assessment',
      at: async (page: Page) => `#/a/${await startAssessment(page)}/s/pr/profile`,
      seen: LABEL,
    },
    { what: 'a page of answered questions', at: withBids('#/a/example-kreekmonde-bid-a/s/ic/ic-holdings'), seen: LABEL },
  ])(
    '$what needs at most 120 kB of JavaScript, gzipped, until it is seen, and not the library that writes reports',
    async ({ at, seen }) => {
      const { page, address } = await openApp();
      const hash = await at(page);
      // Afresh, with what is to be shown there already.
      await page.addInitScript((selector) => {
        const look = () =>
          document.querySelector(selector) ? Object.assign(window, { seenAt: performance.now() }) : requestAnimationFrame(look);
        requestAnimationFrame(look);
      }, seen);
      await page.goto('about:blank');
      await page.goto(address + hash);
      await page.waitForFunction(() => 'seenAt' in window);
      const names = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter((one) => (one as PerformanceResourceTiming).responseEnd <= Number((window as unknown as { seenAt: number }).seenAt))
          .map(({ name }) => name)
          .filter((name) => name.endsWith('.js')),
      );
      const scripts = await Promise.all(names.map(async (name) => Buffer.from(await (await fetch(name)).arrayBuffer())));
      const bytes = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
      console.log(`${hash}: ${names.length} scripts, ${bytes} bytes`);
      expect(scripts.length).toBeGreaterThan(3);
      expect(scripts.filter((script) => script.includes('jsPDF')).length).toBe(0);
      expect(bytes).toBeLessThanOrEqual(120_000);
    },
  );
});
