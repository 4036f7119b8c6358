/** What waits for a frame goes on when there will be none: a save that waits must not go with the page. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => frames.push(drawn));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Begins waits as the app does, one after another. @returns which of them have ended, by their place */
async function begin(count: number) {
  const { frameShown } = await import('../../src/store/frame.ts');
  const ended: number[] = [];
  for (let wait = 0; wait < count; wait += 1) void frameShown().then(() => ended.push(wait));
  await Promise.resolve();
  return ended;
}

const drawn = () => {
  for (const each of frames.splice(0)) each();
};

test('a wait ends a frame behind the one that is drawn', async () => {
  const ended = await begin(1);
  await vi.advanceTimersByTimeAsync(50);
  drawn();
  await vi.advanceTimersByTimeAsync(15);
  expect(ended).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toEqual([0]);
});

test('what comes after a frame can be called off, before it is drawn and behind it', async () => {
  const { afterFrame } = await import('../../src/store/frame.ts');
  const called: string[] = [];
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => frames.splice(handle - 1, 1));
  afterFrame(() => called.push('called off before'))();
  drawn();
  const callOff = afterFrame(() => called.push('called off behind'));
  afterFrame(() => called.push('left'));
  drawn();
  callOff();
  await vi.advanceTimersByTimeAsync(16);
  expect(called).toEqual(['left']);
});

test.each([
  ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
  ['the window is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
])('every wait ends at once when %s, also between a frame and the end of its time', async (_, leave) => {
  const ended = await begin(2);
  drawn();
  leave();
  await Promise.resolve();
  expect(ended).toEqual([0, 1]);
});

test('no wait outlasts a window that draws nothing', async () => {
  const ended = await begin(2);
  await vi.advanceTimersByTimeAsync(100);
  expect(ended).toEqual([0, 1]);
});

test('a page that is being left waits for nothing', async () => {
  await begin(0);
  window.dispatchEvent(new Event('pagehide'));
  expect(await begin(2)).toEqual([0, 1]);
  window.dispatchEvent(new Event('pageshow'));
  expect(await begin(1)).toEqual([]);
});
