import { expect, test } from 'vitest';
import { openApp, VIEWS } from './support/app.ts';
import { barriers, overflow } from './support/axe.ts';

test('what is promised, and what is not, is one link away and fits every view', async () => {
  const app = await openApp();
  const { page, troubles } = app;
  await page.getByRole('contentinfo').getByRole('link', { name: 'Nothing leaves this device' }).click();
  await page.getByRole('heading', { level: 1, name: 'What is promised, and what is not' }).waitFor();
  const main = await page.getByRole('main').innerText();
  for (const open of ['WebRTC', 'a new window', 'leaving for another address', 'extension', 'The browser itself', 'server'])
    expect(main).toContain(open);
  for (const view of VIEWS) {
    await app.show(view);
    expect(await barriers(page), JSON.stringify(view)).toEqual([]);
    expect(await overflow(page), JSON.stringify(view)).toBe(0);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/promises-${view.width}-${view.scheme}.png`, fullPage: true });
  }
  expect(troubles).toEqual([]);
});
