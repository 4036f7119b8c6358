/** A PDF as other people's programs read it. */
import { judge } from './judges.ts';

export interface ReadPdf {
  /** The text of each page, with every run of white space as one space. */
  readonly pages: readonly string[];
  /** The text of all pages. */
  readonly text: string;
}

/**
 * Has a PDF checked and read.
 * @returns its text; `undefined` where the readers are not installed
 * @throws where its structure is not in order
 */
export async function readPdf(file: string): Promise<ReadPdf | undefined> {
  const checked = await judge('qpdf', ['--check', file]);
  if (checked !== undefined && !checked.includes('No syntax or stream encoding errors found')) throw new Error(checked);
  const text = await judge('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']);
  if (text === undefined) return undefined;
  const pages = text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' '));
  const info = await judge('pdfinfo', [file]);
  const count = Number(/^Pages:\s+(\d+)$/m.exec(info ?? '')?.[1]);
  if (info !== undefined && count !== pages.length) throw new Error(`pdfinfo counts ${count} pages, pdftotext ${pages.length}`);
  return { pages, text: pages.join(' ') };
}
