/** A watch that reports nothing must be one that would have reported. */
import { describe, expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { barriers, overflow } from './support/axe.ts';
import { numbers } from './support/chance.ts';
import { type Event, LOSSES, leftAfter } from './support/power/cuts.ts';
import { tabThrough } from './support/tabbing.ts';

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

  test('a picture without words, words too pale and a page too wide are found', async () => {
    const { page } = await openApp({ view: { width: 320, scheme: 'light' } });
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'icon.svg';
      image.width = 700;
      const pale = document.createElement('p');
      pale.textContent = 'Pale';
      pale.style.cssText = 'color: #ccc; background: #fff';
      document.body.append(image, pale);
    });
    const all = (await barriers(page)).join('\n');
    expect(all).toMatch(/image-alt/);
    expect(all).toMatch(/color-contrast/);
    expect(await overflow(page)).toBeGreaterThan(300);
  });

  test('what Tab misses, what shows no ring and what stays covered is found, and nothing else', async () => {
    const { page } = await openApp();
    // What comes to the page last.
    for (const name of ['Procedures', 'Backup']) await page.getByRole('region', { name }).waitFor();
    const good = await tabThrough(page);
    expect(good.faults).toEqual([]);
    await page.evaluate(() => {
      const add = (name: string, style: string, inside: Element = document.body) => {
        const button = document.createElement('button');
        button.textContent = name;
        button.style.cssText = style;
        inside.append(button);
      };
      const unreached = document.createElement('div');
      unreached.inert = true;
      document.body.append(unreached);
      add('Missed', '', unreached);
      add('Ringless', 'outline: none');
      add('Covered', 'position: fixed; inset: 0 auto auto 0; width: 9rem; z-index: 1');
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 20rem; height: 9rem; z-index: 2';
      document.body.prepend(cover);
    });
    const { controls, faults } = await tabThrough(page);
    expect(controls).toBe(good.controls + 3);
    expect(faults.filter((fault) => /Missed|Ringless/.test(fault)).sort()).toEqual([
      'Tab does not reach button "Missed"',
      'no ring around button  "Ringless"',
    ]);
    expect(faults.filter((fault) => fault.includes('Covered'))).toEqual(['the focus is out of sight on button  "Covered"']);
  });

  test('what one window saved is there when the profile is opened again', async () => {
    const first = await openApp();
    await first.page.evaluate(() => localStorage.setItem('kept', 'yes'));
    await first.close();
    const second = await openApp({ profile: first.profile });
    expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  });
});

describe('what a power cut leaves', () => {
  const write = (offset: number): Event => ({ at: 0, offset, bytes: Buffer.alloc(8192, 1) });
  const flush: Event = { at: 0, offset: 0, bytes: Buffer.alloc(0) };
  const events = [write(0), write(8192), flush, write(16_384), write(24_576), write(0), flush];

  test.each(LOSSES)('what was flushed is there, and of the rest nothing but what was written, in its order (%s)', (loss) => {
    const chance = numbers(3);
    const sizes = new Set<number>();
    for (let n = 0; n < 200; n += 1) {
      const { sure, rest } = leftAfter(events, 6, loss, chance);
      expect(sure).toBe(3);
      const written = rest.map(({ offset }) => Math.floor(offset / 8192));
      expect([3, 2, 0].filter((block) => written.includes(block)).length).toBe(new Set(written).size);
      expect(written).toEqual(written.toSorted((a, b) => (a || 9) - (b || 9)));
      sizes.add(rest.reduce((sum, { bytes }) => sum + bytes.length, 0) / 4096);
    }
    // Of three writes of two sectors each.
    expect([...sizes].toSorted()).toEqual({ all: [0], some: [0, 2, 4, 6], torn: [0, 1, 2, 3, 4, 5, 6] }[loss]);
  });

  test('a cut before the first flush leaves nothing for certain, and one after the last all of it', () => {
    expect(leftAfter(events, 2, 'all', () => 0)).toEqual({ sure: 0, rest: [] });
    expect(leftAfter(events, 7, 'all', () => 0)).toEqual({ sure: 7, rest: [] });
  });
});
