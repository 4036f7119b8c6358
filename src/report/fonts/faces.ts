import type { FamilyName } from './families.ts';

/**
 * The faces a report is set in, all of them open-licence (OFL) static TrueType files. Serif for what is said (title,
 * headings, headline, lead, quotations), sans for everything else. Both have lining figures of one width by default, so
 * columns of numbers align without any substitution; a test holds the files to that.
 */
export type FaceName = 'serif' | 'serif-strong' | 'sans' | 'sans-strong';

/** Where each face lies below `node_modules`. */
export const FACES = {
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-strong': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-strong': '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
} as const satisfies Record<FaceName, string>;

/** Slices of a face for another script, as TrueType files; never none, in the order of their names. */
export type Slices = readonly [Uint8Array, ...Uint8Array[]];

/** The bytes of each face, and the slices that a document needs (`fontsFor`). */
export type FontSet = Readonly<Record<FaceName, Uint8Array>> & { readonly families?: Readonly<Partial<Record<FamilyName, Slices>>> };
