import { describe, expect, test } from 'vitest';
import { inSlices } from '../../src/ui/compare/slices.ts';

/** Holds the page for some milliseconds. */
const busy = (ms: number) => (item: number) => {
  const start = performance.now();
  while (performance.now() - start < ms);
  return item * 2;
};
const ITEMS = [1, 2, 3, 4, 5, 6, 7, 8];

describe('work in slices', () => {
  test('gives what the work gives, in order', async () => {
    expect(await inSlices(ITEMS, busy(0), () => true)).toEqual([2, 4, 6, 8, 10, 12, 14, 16]);
    expect(await inSlices([], busy(0), () => true)).toEqual([]);
  });

  test('lets the page have its turn again and again', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const told: number[] = [];
    await inSlices(
      ITEMS,
      busy(7),
      () => true,
      (done) => told.push(done),
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(3);
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  test('ends where it is wanted no more', async () => {
    const done: number[] = [];
    const work = (item: number) => done.push(busy(20)(item));
    expect(await inSlices(ITEMS, work, () => done.length < 3)).toBeNull();
    expect(done.length).toBe(3);
  });
});
