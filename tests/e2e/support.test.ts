/** A watch that reports nothing must be one that would have reported. */
import { describe, expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { barriers, overflow } from './support/axe.ts';

describe('what the browser tests watch for', () => {
  test('a script that asks another machine is refused by the content policy and reported', async () => {
    const { page, troubles } = await openApp();
    await page.evaluate(() => fetch('https://example.org/').catch(() => undefined));
    await expect.poll(() => troubles.join('\n')).toMatch(/content policy: connect-src refused https:\/\/example\.org/);
  });

  test('text that would run as code or become markup is refused and reported', async () => {
    const { page, troubles } = await openApp();
    await page
      .evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "taken over"';
        document.body.append(script);
      })
      .catch(() => undefined);
    await page
      .evaluate(() => {
        document.body.innerHTML = '<p></p>';
      })
      .catch(() => undefined);
    await expect
      .poll(() => troubles.filter((trouble) => trouble.includes('content policy: require-trusted-types-for')).length)
      .toBeGreaterThan(0);
    expect(await page.title()).not.toBe('taken over');
  });

  test('errors, and files that are not there, are reported', async () => {
    const { page, troubles } = await openApp();
    await page.evaluate(() => {
      console.error('said by the page');
      setTimeout(() => {
        throw new Error('thrown by the page');
      });
      return fetch('missing.json').then(() => undefined);
    });
    const said = () => troubles.join('\n');
    await expect.poll(said).toMatch(/console error: said by the page/);
    await expect.poll(said).toMatch(/page error: thrown by the page/);
    await expect.poll(said).toMatch(/not there: .*missing\.json \(404\)/);
  });

  test('leaving for another site is reported', async () => {
    const { page, troubles } = await openApp();
    await page.goto('https://example.org/').catch(() => undefined);
    expect(troubles.join('\n')).toMatch(/a request leaves this machine: https:\/\/example\.org/);
  });

  test('a picture without words and a page too wide are found', async () => {
    const { page } = await openApp({ view: { width: 320, scheme: 'light' } });
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'icon.svg';
      image.width = 700;
      document.body.append(image);
    });
    expect((await barriers(page)).join('\n')).toMatch(/image-alt/);
    expect(await overflow(page)).toBeGreaterThan(300);
  });

  test('what one window saved is there when the profile is opened again', async () => {
    const first = await openApp();
    await first.page.evaluate(() => localStorage.setItem('kept', 'yes'));
    await first.close();
    const second = await openApp({ profile: first.profile });
    expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  });
});
