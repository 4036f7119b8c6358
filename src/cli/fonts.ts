import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Document } from '../report/blocks.ts';
import { FACES, type FontSet } from '../report/fonts/faces.ts';
import { FAMILIES } from '../report/fonts/families.ts';
import { fontsFor, remembering } from '../report/fonts/needed.ts';
import { textsOf } from '../report/texts.ts';

const { resolve } = createRequire(import.meta.url);
const bytesOf = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(resolve(path)));

const source = remembering({
  face: (name) => bytesOf(FACES[name]),
  index: async (family) => JSON.parse(await readFile(resolve(`@fontsource/${FAMILIES[family].package}/unicode.json`), 'utf8')),
  slice: (file, family) => bytesOf(`@fontsource/${FAMILIES[family].package}/files/${file}`),
});

/** The fonts of a document: the same files that the browser fetches, from where they are installed. */
export const fontsOf = (document: Document): Promise<FontSet> => fontsFor(textsOf(document), source);
