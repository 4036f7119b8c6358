/** Every place in a JSON value where a text, a number or a mark stands; and copies that differ in one place. */
type Path = readonly (string | number)[];

export function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** Every array, with its length. */
export function arraysOf(value: unknown, path: Path = []): readonly { readonly path: Path; readonly length: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [{ path, length: value.length }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => arraysOf(inner, [...path, Array.isArray(value) ? Number(key) : key]))];
}

/** The value with `make` done to what stands at the path. */
export function changedAt(value: unknown, [key, ...rest]: Path, make: (old: unknown) => unknown): unknown {
  if (key === undefined) return make(value);
  if (Array.isArray(value)) return value.map((inner, i) => (i === key ? changedAt(inner, rest, make) : inner));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [name, name === key ? changedAt(inner, rest, make) : inner]),
  );
}

export const changedLeaf = (value: unknown, path: Path): unknown =>
  changedAt(value, path, (old) => (typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${old}x`));

export const atPath = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string | number, unknown>>)[key], value);
