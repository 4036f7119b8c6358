/** Fonts in the browser: files of this app's own origin, fetched when a report is asked for; slices only where it needs them. */
import sans from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import sansStrong from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import serif from '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf?url';
import serifStrong from '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf?url';
import type { Document } from '../blocks.ts';
import { textsOf } from '../texts.ts';
import type { FaceName, FontSet } from './faces.ts';
import type { FamilyName } from './families.ts';
import { fontsFor, remembering, type SliceIndex } from './needed.ts';

const URLS = { serif, 'serif-strong': serifStrong, sans, 'sans-strong': sansStrong } as const satisfies Record<FaceName, string>;

/** Written out, because what is fetched later is found when the app is built. Families of one file have none. */
const INDEXES: Partial<Record<FamilyName, () => Promise<{ default: SliceIndex }>>> = {
  chinese: () => import('@fontsource/noto-sans-sc/unicode.json'),
  japanese: () => import('@fontsource/noto-sans-jp/unicode.json'),
  korean: () => import('@fontsource/noto-sans-kr/unicode.json'),
};

const source = remembering({
  face: (name) => bytesOf(URLS[name]),
  index: async (family) => (await INDEXES[family]?.())?.default ?? {},
  slice: async (file) => {
    const { sliceUrl } = await import('./sliceUrls.ts');
    return bytesOf(sliceUrl(file));
  },
});

/** The fonts of a document. Rejects with the address and the status when a file cannot be had. */
export const loadFonts = (document: Document): Promise<FontSet> => fontsFor(textsOf(document), source);

/** Fetches what every document needs, ahead of the first. */
export const loadFaces = (): Promise<FontSet> => fontsFor([], source);

async function bytesOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`font ${url}: expected status 200, found ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
