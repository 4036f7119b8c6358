/**
 * What a power cut leaves on a disk. What was written before the last flush that was done is there; of each write since, as chance has it,
 * all, nothing, or some of its sectors. A disk with a write cache does no better and no worse.
 */

/** A write, or a flush, which has no bytes. */
export interface Event {
  /** When the disk was told, in milliseconds. */
  readonly at: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** The log of `served.mjs`. */
export function eventsIn(log: Buffer): readonly Event[] {
  const events: Event[] = [];
  for (let from = 0; from < log.length; ) {
    const to = from + 20 + log.readUInt32LE(from + 16);
    events.push({ at: log.readDoubleLE(from), offset: log.readDoubleLE(from + 8), bytes: log.subarray(from + 20, to) });
    from = to;
  }
  return events;
}

export const isFlush = ({ bytes }: Event): boolean => bytes.length === 0;

/** What a disk loses of what was not flushed: all of it, whole writes, or parts of them. */
export const LOSSES = ['all', 'some', 'torn'] as const;
export type Loss = (typeof LOSSES)[number];

/** A disk writes so many bytes whole or not at all. */
const SECTOR = 4096;

/**
 * @param end how many of the events there were
 * @returns what is on the disk for certain, and what is there of the rest, each in the order in which it was written
 */
export function leftAfter(
  events: readonly Event[],
  end: number,
  loss: Loss,
  chance: () => number,
): { readonly sure: number; readonly rest: readonly Event[] } {
  const sure = events.slice(0, end).findLastIndex(isFlush) + 1;
  const rest = events.slice(sure, end).flatMap((write) => {
    if (loss === 'all' || chance() < 0.5) return [];
    if (loss === 'some' || chance() < 0.5) return [write];
    return sectorsOf(write).filter(() => chance() < 0.5);
  });
  return { sure, rest };
}

function sectorsOf({ at, offset, bytes }: Event): readonly Event[] {
  return Array.from({ length: Math.ceil(bytes.length / SECTOR) }, (_, i) => ({
    at,
    offset: offset + i * SECTOR,
    bytes: bytes.subarray(i * SECTOR, (i + 1) * SECTOR),
  }));
}
