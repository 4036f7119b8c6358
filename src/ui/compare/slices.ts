/** Longest that work holds the page before it gives it its turn, in milliseconds: a frame of sixty a second is missed at most. */
const SLICE = 12;

/**
 * Does work item by item, in slices between which the page answers.
 * @returns what came of each; null where `isWanted` said no on the way
 */
export async function inSlices<T, U>(
  items: readonly T[],
  work: (item: T) => U,
  isWanted: () => boolean,
  onDone: (done: number) => void = () => undefined,
): Promise<readonly U[] | null> {
  const found: U[] = [];
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start > SLICE) {
      onDone(found.length);
      await new Promise((resolve) => setTimeout(resolve));
      if (!isWanted()) return null;
      start = performance.now();
    }
    found.push(work(item));
  }
  return found;
}
