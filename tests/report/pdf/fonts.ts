import { readFileSync } from 'node:fs';
import { FACES, type FaceName, type FontSet } from '../../../src/report/fonts/faces.ts';

function bytesOf(name: FaceName): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../node_modules/${FACES[name]}`, import.meta.url)));
}

/** The product's faces, read from the packages. */
export const fonts: FontSet = {
  serif: bytesOf('serif'),
  'serif-strong': bytesOf('serif-strong'),
  sans: bytesOf('sans'),
  'sans-strong': bytesOf('sans-strong'),
};
