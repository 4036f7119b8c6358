// @ts-check
/** A Chromium to measure in: its clocks are the CPU time of the page's main thread, which a busy machine does not inflate. */
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../../.ci/tools.mjs';
import { putProbe } from './probe.mjs';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever the page or the browser tries, nothing but loopback is there.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
/** Longest that one step may take before the measurement counts as failed, in milliseconds. */
const PATIENCE = 60_000;

/** @typedef {import('playwright-core').Page} Page */
/**
 * @typedef {object} Measured a page and what can be read off it
 * @property {Page} page
 * @property {() => Promise<number>} cpu CPU time of the main thread since the page began, in milliseconds
 * @property {() => Promise<number>} heap bytes of the JavaScript heap after two collections
 * @property {() => Promise<number>} scripts bytes of all JavaScript loaded so far, each file gzipped
 */

/**
 * Opens a page in a browser that has just started, hands it on, and closes the browser.
 * @template T
 * @param {string} profile folder; '' for a new, empty one
 * @param {(measured: Measured) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function inBrowser(profile, use) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: FLAGS,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  });
  try {
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(putProbe);
    const page = context.pages()[0] ?? (await context.newPage());
    return await use(await measuredOf(page));
  } finally {
    await context.close();
  }
}

/** @param {Page} page @returns {Promise<Measured>} */
async function measuredOf(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metric = async (/** @type {string} */ name) => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  };
  /** @type {import('playwright-core').Response[]} */
  const scripts = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  return {
    page,
    cpu: async () => (await metric('TaskDuration')) * 1000,
    heap: async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      return metric('JSHeapUsedSize');
    },
    scripts: async () => {
      const bodies = await Promise.all(scripts.map((response) => response.body()));
      return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
    },
  };
}
