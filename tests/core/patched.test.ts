/** Maps that take a change without being copied, beside a map that is. */
import { expect, it } from 'vitest';
import { withChange } from '../../src/core/patched.ts';
import { holds } from './support/runs.ts';

it('a map with changes is what a copied one would be, and those before it stay as they were', () => {
  holds('patched', 300, (d) => {
    const start = new Map(Array.from({ length: d.int(0, 60) }, (_, i) => [`k${i}`, i]));
    let plain: ReadonlyMap<string, number> = start;
    let map: ReadonlyMap<string, number> = start;
    const versions: [ReadonlyMap<string, number>, ReadonlyMap<string, number>][] = [];
    for (let i = 0, n = d.int(1, 160); i < n; i++) {
      const key = `k${d.int(0, 90)}`;
      const value = d.chance(75) ? i : undefined;
      const copy = new Map(plain);
      if (value === undefined) copy.delete(key);
      else copy.set(key, value);
      plain = copy;
      map = withChange(map, key, value);
      versions.push([map, plain]);
    }
    const keys = Array.from({ length: 91 }, (_, i) => `k${i}`);
    for (const [changed, copied] of versions.filter((_, i) => i % 10 === 0 || i === versions.length - 1)) {
      const sorted = [...copied].sort();
      const each: [string, number][] = [];
      changed.forEach((value, key, of) => {
        if (of === changed) each.push([key, value]);
      });
      expect(keys.map((key) => [changed.get(key), changed.has(key)])).toEqual(keys.map((key) => [copied.get(key), copied.has(key)]));
      expect([changed.size, [...changed].sort(), each.sort()]).toEqual([copied.size, sorted, sorted]);
      expect([[...changed.keys()].sort(), [...changed.values()].sort()]).toEqual([[...copied.keys()].sort(), [...copied.values()].sort()]);
    }
    return versions.length > 100 ? 'many changes' : 'few changes';
  });
});
