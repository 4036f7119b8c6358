import { describe, expect, test } from 'vitest';
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
});
