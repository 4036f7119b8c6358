import type { Outcome } from '../../core/problems.ts';
import type { Document } from '../../report/blocks.ts';
import { fileName } from '../parts/fileName.ts';

export interface Pdf {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A document as PDF, named after `title`, or every character in it that the fonts cannot show. What makes it (and jsPDF with it)
 * is fetched only now.
 * @throws where parts of the app or a font cannot be had
 */
export async function pdfOf(document: Document, title: string): Promise<Outcome<Pdf>> {
  const [{ writePdf }, { loadFonts }] = await Promise.all([import('../../report/pdf/write.ts'), import('../../report/fonts/load.ts')]);
  const written = writePdf(document, await loadFonts(document));
  if (!written.ok) return written;
  return { ok: true, value: { name: fileName(title, 'pdf'), bytes: new Uint8Array(written.value) }, warnings: [] };
}
