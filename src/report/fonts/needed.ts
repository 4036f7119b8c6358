/**
 * Which fonts a document needs. Every character that the four faces lack is looked for in the families of its script, best
 * first, and only the slices that have one are asked for. Browser and terminal differ in where files come from, not in which.
 */
import type { Rich, Run } from '../blocks.ts';
import { visible } from '../pdf/visible.ts';
import type { FaceName, FontSet, Slices } from './faces.ts';
import { easternFamilies, FAMILIES, type FamilyName, familiesFor } from './families.ts';
import { SlicedFont } from './sliced.ts';
import { trueType } from './truetype.ts';
import { unpackWoff } from './woff.ts';

/** Code points of each slice, as in CSS (`U+4e00-4e0f,U+5000`), by its name in brackets: `unicode.json` of a package. */
export type SliceIndex = Readonly<Record<string, string>>;

/** Where font files come from. All reject when a file cannot be had. */
export interface FontSource {
  readonly face: (name: FaceName) => Promise<Uint8Array>;
  readonly index: (family: FamilyName) => Promise<SliceIndex>;
  /** A slice, by its file's name in the package. */
  readonly slice: (file: string, family: FamilyName) => Promise<Uint8Array>;
}

/** The same source, asked for each file once; slices are unpacked. What could not be had is asked for again. */
export function remembering(source: FontSource): FontSource {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known) return known as Promise<T>;
    const asked = ask();
    kept.set(key, asked);
    asked.catch(() => kept.delete(key));
    return asked;
  };
  return {
    face: (name) => once(name, () => source.face(name)),
    index: (family) => once(`index ${family}`, () => source.index(family)),
    slice: (file, family) => once(file, async () => unpackWoff(await source.slice(file, family))),
  };
}

/** What all four faces have, as far as a quick look tells: a text of nothing else needs no closer one. */
const USUAL =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f\u2010-\u2015\u2018-\u201e\u2022\u2026\u20ac]*$/;

interface Waiting {
  readonly codePoint: number;
  readonly families: readonly FamilyName[];
}

/** `texts`: all that will be set. `source`: one that remembers. */
export async function fontsFor(texts: Iterable<{ readonly text: Rich }>, source: FontSource): Promise<FontSet> {
  const [serif, serifStrong, sans, sansStrong] = await Promise.all([
    source.face('serif'),
    source.face('serif-strong'),
    source.face('sans'),
    source.face('sans-strong'),
  ]);
  const faces = { serif, 'serif-strong': serifStrong, sans, 'sans-strong': sansStrong };
  const unusual: Run[] = [];
  for (const { text } of texts) {
    for (const run of typeof text === 'string' ? [{ text }] : text) if (!USUAL.test(run.text)) unusual.push(run);
  }
  if (unusual.length === 0) return faces;
  let waiting = foreign(unusual, (codePoint) => Object.values(faces).some((bytes) => trueType(bytes).glyphOf(codePoint) !== 0));
  const loaded = new Map<FamilyName, Map<string, Uint8Array>>();
  // An index may promise what the slice lacks: then the next family is asked.
  for (let rank = 0; waiting.length > 0; rank += 1) {
    await loadRound(waiting, rank, loaded, source);
    const fonts = new Map([...loaded].map(([family, slices]) => [family, joined(slices)]));
    waiting = waiting.filter(
      ({ codePoint, families }) =>
        rank + 1 < families.length && !families.some((family) => (fonts.get(family)?.glyphOf(codePoint) ?? 0) !== 0),
    );
  }
  return { ...faces, families: Object.fromEntries([...loaded].map(([family, slices]) => [family, inOrder(slices)])) };
}

/** The font of a family from its slices. */
export const familyFont = ([first, ...others]: Slices): SlicedFont => new SlicedFont([trueType(first), ...others.map(trueType)]);

const joined = (slices: ReadonlyMap<string, Uint8Array>): SlicedFont => familyFont(inOrder(slices));

function inOrder(slices: ReadonlyMap<string, Uint8Array>): Slices {
  const [first, ...others] = [...slices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bytes]) => bytes);
  if (!first) throw new Error('font: a family without a slice');
  return [first, ...others];
}

function foreign(runs: readonly Run[], covered: (codePoint: number) => boolean): readonly Waiting[] {
  const found = new Map<string, Waiting>();
  for (const { text, lang } of runs) {
    for (const line of visible(text).split('\n')) {
      const eastern = easternFamilies(line, lang);
      for (const character of line) {
        const codePoint = character.codePointAt(0) ?? 0;
        if (codePoint < 0x7f || covered(codePoint)) continue;
        const families = familiesFor(codePoint, eastern);
        found.set(`${codePoint} ${families[0]}`, { codePoint, families });
      }
    }
  }
  return [...found.values()];
}

/** Loads the slices in which the waiting characters should be, of the family at `rank` of each. */
async function loadRound(
  waiting: readonly Waiting[],
  rank: number,
  loaded: Map<FamilyName, Map<string, Uint8Array>>,
  source: FontSource,
): Promise<void> {
  const byFamily = new Map<FamilyName, number[]>();
  for (const { codePoint, families } of waiting) {
    const family = families[rank];
    if (family) byFamily.set(family, [...(byFamily.get(family) ?? []), codePoint]);
  }
  await Promise.all(
    [...byFamily].map(async ([family, codePoints]) => {
      const slices = await slicesWith(family, codePoints, source);
      const own = loaded.get(family) ?? new Map<string, Uint8Array>();
      const files = await Promise.all(
        [...slices]
          .filter((slice) => !own.has(slice))
          .map(async (slice) => [slice, await source.slice(fileOf(family, slice), family)] as const),
      );
      for (const [slice, bytes] of files) own.set(slice, bytes);
      if (own.size > 0) loaded.set(family, own);
    }),
  );
}

const fileOf = (family: FamilyName, slice: string): string => `${FAMILIES[family].package}-${slice}-400-normal.woff`;

async function slicesWith(family: FamilyName, codePoints: readonly number[], source: FontSource): Promise<ReadonlySet<string>> {
  const { slice: only } = FAMILIES[family];
  if (only !== undefined) return new Set([only]);
  const wanted = new Set(codePoints);
  const slices = new Set<string>();
  // Slices by number are those of the script; the others have Latin letters and the like, which the four faces have.
  for (const [name, ranges] of Object.entries(await source.index(family))) {
    const [, slice] = /^\[(\d+)\]$/.exec(name) ?? [];
    if (slice !== undefined && within(ranges, wanted)) slices.add(slice);
  }
  return slices;
}

function within(ranges: string, wanted: ReadonlySet<number>): boolean {
  return ranges.split(',').some((range) => {
    const [first = Number.NaN, last = first] = range
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    for (let codePoint = first; codePoint <= last; codePoint += 1) if (wanted.has(codePoint)) return true;
    return false;
  });
}
