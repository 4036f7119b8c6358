/** Computed when it is first asked for, and then kept. */
export function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** The object itself, with further properties that are computed when first read, and then kept. A copy of it reads them all. */
export function lazily<T extends object, L extends object>(object: T, later: { readonly [K in keyof L]: () => L[K] }): T & L {
  for (const key of Object.keys(later) as (keyof L)[]) Object.defineProperty(object, key, { get: once(later[key]), enumerable: true });
  return object as T & L;
}
