import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { faultsInEveryView } from './support/views.ts';

test('what is promised, and what is not, is one link away and fits every view', async () => {
  const app = await openApp();
  const { page, troubles } = app;
  await page.getByRole('contentinfo').getByRole('link', { name: 'Nothing leaves this device' }).click();
  await page.getByRole('heading', { level: 1, name: 'What is promised, and what is not' }).waitFor();
  const main = await page.getByRole('main').innerText();
  for (const open of ['WebRTC', 'a new window', 'leaving for another address', 'extension', 'The browser itself', 'server'])
    expect(main).toContain(open);
  expect(await faultsInEveryView(app)).toEqual([]);
  expect(troubles).toEqual([]);
});
