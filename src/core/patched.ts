/**
 * Maps that are never changed, and take a change without being copied: what is new lies in a small map over the one before. So an
 * answer costs as much among 2,000 answers as among 60.
 */

/** Changes over one map; with more, it is copied whole. */
const MOST = 48;

/** The map with this value under this key; `undefined` takes the key out. The order of what it holds means nothing. */
export function withChange<V>(map: ReadonlyMap<string, V>, key: string, value: V | undefined): ReadonlyMap<string, V> {
  const [under, before] = map instanceof Patched ? [map.under, map.changes] : [map, []];
  const changed = new Patched<V>(under, new Map(before).set(key, value));
  return changed.changes.size > MOST ? changed.whole() : changed;
}

class Patched<V> implements ReadonlyMap<string, V> {
  readonly under: ReadonlyMap<string, V>;
  readonly changes: ReadonlyMap<string, V | undefined>;
  #whole: ReadonlyMap<string, V> | undefined;

  constructor(under: ReadonlyMap<string, V>, changes: ReadonlyMap<string, V | undefined>) {
    this.under = under;
    this.changes = changes;
  }

  /** As one map, for what looks at all of it: made when first asked for. */
  whole(): ReadonlyMap<string, V> {
    if (!this.#whole) {
      const whole = new Map(this.under);
      for (const [key, value] of this.changes)
        if (value === undefined) whole.delete(key);
        else whole.set(key, value);
      this.#whole = whole;
    }
    return this.#whole;
  }

  get(key: string): V | undefined {
    return this.changes.has(key) ? this.changes.get(key) : this.under.get(key);
  }
  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
  get size(): number {
    return this.whole().size;
  }
  forEach(use: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.whole()) use(value, key, this);
  }
  keys(): MapIterator<string> {
    return this.whole().keys();
  }
  values(): MapIterator<V> {
    return this.whole().values();
  }
  entries(): MapIterator<[string, V]> {
    return this.whole().entries();
  }
  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}
