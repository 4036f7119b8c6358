/** The faces in the browser: files of this app's own origin, fetched when a report is asked for. */
import sans from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import sansStrong from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import serif from '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf?url';
import serifStrong from '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf?url';
import type { FaceName, FontSet } from './faces.ts';

const URLS = { serif, 'serif-strong': serifStrong, sans, 'sans-strong': sansStrong } as const satisfies Record<FaceName, string>;

/** Rejects with the address and the status when a face cannot be had. */
export async function loadFonts(): Promise<FontSet> {
  const [serifBytes, serifStrongBytes, sansBytes, sansStrongBytes] = await Promise.all([
    bytesOf(URLS.serif),
    bytesOf(URLS['serif-strong']),
    bytesOf(URLS.sans),
    bytesOf(URLS['sans-strong']),
  ]);
  return { serif: serifBytes, 'serif-strong': serifStrongBytes, sans: sansBytes, 'sans-strong': sansStrongBytes };
}

async function bytesOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`font ${url}: expected status 200, found ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
