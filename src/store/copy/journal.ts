/**
 * The second copy as text: a head, the rows there were, and each change since, a line each. Every line carries its own checksum, so that
 * a damaged one is known and costs no other.
 */
import { checksum } from './checksum.ts';
import { apply, type Change, type Rows } from './rows.ts';

/** Files of the second copy, in the origin's private file system: the newer counts, the older is there until the newer is whole. */
export const FILES = ['copy-a.txt', 'copy-b.txt'] as const;

const NAME = 'soundings-copy/1';

/** Its length is the same for every generation, so that it can be written last, over blanks. */
export function headOf(generation: number): string {
  const text = `${NAME} ${String(generation).padStart(10, '0')}`;
  return `${text} ${checksum(text)}\n`;
}
export const HEAD_LENGTH = headOf(0).length;

/** @returns the generation that a head states; -1 where it is none, or damaged. */
export function generationOf(head: string): number {
  const generation = Number(head.slice(NAME.length + 1, NAME.length + 11));
  return Number.isInteger(generation) && head === headOf(generation) ? generation : -1;
}

/** One change as a line. */
export const lineOf = (change: Change): string => lineWith(JSON.stringify(change));

export const lineWith = (text: string): string => `${checksum(text)} ${text}\n`;

/** The text of a line; null where it is damaged. */
export function textIn(line: string): string | null {
  const text = line.slice(9);
  return line.startsWith(`${checksum(text)} `) ? text : null;
}

export interface CopyRead {
  readonly rows: Rows;
  /** Lines that could not be read, a torn last one included. */
  readonly damaged: number;
  /** Is there a file at all? */
  readonly isThere: boolean;
  /** Characters of the newer file. */
  readonly size: number;
}

/** Reads the files, oldest first; one whose head is damaged comes last and adds to what the other says. */
export function readCopy(texts: readonly string[]): CopyRead {
  const files = texts
    .filter((text) => text.length > 0)
    .map((text) => ({ text, generation: generationOf(text.slice(0, HEAD_LENGTH)) }))
    .sort((a, b) => (a.generation < 0 ? 1 : b.generation < 0 ? -1 : a.generation - b.generation));
  let rows: Rows = new Map();
  let damaged = 0;
  for (const { text, generation } of files) {
    const changes = text.slice(HEAD_LENGTH).split('\n').map(changeIn);
    const bad = changes.filter((change) => change === null).length;
    // A whole file says all there is; one with damage is filled up by the one before.
    if (generation >= 0 && bad === 0) rows = new Map();
    for (const change of changes) if (change) apply(rows, change);
    damaged += bad;
  }
  return { rows, damaged, isThere: files.length > 0, size: files.at(-1)?.text.length ?? 0 };
}

/** Null where the line is damaged; undefined where there is none. */
function changeIn(line: string): Change | null | undefined {
  if (line === '') return undefined;
  const text = textIn(line);
  return text === null ? null : (JSON.parse(text) as Change);
}
