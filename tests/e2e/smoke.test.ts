import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CSP_OF_PAGE } from '../../.ci/security.mjs';
import { openApp, VIEWS } from './support/app.ts';
import { barriers, overflow } from './support/axe.ts';

describe('start page', () => {
  test('shows the app, without an error, a refusal or a request that leaves this machine', async () => {
    const { page, troubles } = await openApp();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.title()).toContain('Soundings');
    expect(troubles).toEqual([]);
  });

  test('has no barrier and fits its window in every view', async () => {
    const app = await openApp();
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    for (const view of VIEWS) {
      await app.show(view);
      expect(await barriers(app.page), JSON.stringify(view)).toEqual([]);
      expect(await overflow(app.page), JSON.stringify(view)).toBe(0);
    }
  });

  test('carries the content policy in itself, for servers that send no headers', async () => {
    const { page } = await openApp();
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(CSP_OF_PAGE);
    expect(await page.locator('script:not([src])').count()).toBe(0);
  });

  test('needs at most 120 KB of JavaScript, gzipped, and not the library that writes reports', async () => {
    const { page } = await openApp({ at: 'icon.svg' });
    const loaded: Promise<Buffer>[] = [];
    const note = (response: Response) => {
      if (response.request().resourceType() === 'script') loaded.push(response.body());
    };
    page.on('response', note);
    await page.goto(new URL('.', page.url()).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // What comes later is not waited for.
    page.off('response', note);
    const scripts = await Promise.all(loaded);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => script.includes('jsPDF')).length).toBe(0);
    expect(scripts.reduce((bytes, script) => bytes + gzipSync(script, { level: 9 }).length, 0)).toBeLessThanOrEqual(120 * 1024);
  });
});
