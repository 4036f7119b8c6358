import type { Outcome } from '../../core/problems.ts';
import type { Document } from '../../report/blocks.ts';

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
  const written = writePdf(document, await loadFonts());
  if (!written.ok) return written;
  return { ok: true, value: { name: fileName(title), bytes: new Uint8Array(written.value) }, warnings: [] };
}

/** Letters and digits of the title, joined by hyphens: fit for any file system. */
const fileName = (title: string): string =>
  `${
    title
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .toLowerCase() || 'report'
  }.pdf`;
