import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Document } from '../../../src/report/blocks.ts';
import { FACES, type FaceName, type FontSet } from '../../../src/report/fonts/faces.ts';
import { FAMILIES } from '../../../src/report/fonts/families.ts';
import { type FontSource, fontsFor, remembering } from '../../../src/report/fonts/needed.ts';
import { textsOf } from '../../../src/report/texts.ts';

const packages = new URL('../../../node_modules/', import.meta.url);

function bytesOf(name: FaceName): Uint8Array {
  return new Uint8Array(readFileSync(new URL(FACES[name], packages)));
}

/** The product's faces, read from the packages. */
export const fonts: FontSet = {
  serif: bytesOf('serif'),
  'serif-strong': bytesOf('serif-strong'),
  sans: bytesOf('sans'),
  'sans-strong': bytesOf('sans-strong'),
};

/** The files of the packages; `asked` hears of every slice. */
export const packageSource = (asked: (file: string) => void = () => undefined): FontSource =>
  remembering({
    face: async (name) => fonts[name],
    index: async (family) => JSON.parse(await readFile(new URL(`@fontsource/${FAMILIES[family].package}/unicode.json`, packages), 'utf8')),
    slice: async (file, family) => {
      asked(file);
      return new Uint8Array(await readFile(new URL(`@fontsource/${FAMILIES[family].package}/files/${file}`, packages)));
    },
  });

const source = packageSource();

/** The faces and slices that a document needs. */
export const fontsOf = (document: Document): Promise<FontSet> => fontsFor(textsOf(document), source);
