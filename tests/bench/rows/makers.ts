/** A table of a thousand answers as PDF: ours, tagged and archival, and jspdf-autotable's, which is neither. */
import { readFileSync } from 'node:fs';
import { jsPDF } from 'jspdf';
import { autoTable } from 'jspdf-autotable';
import type { Block, Document } from '../../../src/report/blocks.ts';
import { FACES, type FontSet } from '../../../src/report/fonts/faces.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';

export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

const HEAD = ['Question', 'Answer', 'Weight', 'Risk', 'Points'] as const;
const TITLE = 'A thousand answers';
const font = (name: keyof typeof FACES): Uint8Array => new Uint8Array(readFileSync(`node_modules/${FACES[name]}`));
const fonts: FontSet = {
  serif: font('serif'),
  'serif-strong': font('serif-strong'),
  sans: font('sans'),
  'sans-strong': font('sans-strong'),
};
const SANS = Buffer.from(fonts.sans).toString('base64');

export const makers: Readonly<Record<string, (sections: readonly Section[]) => Uint8Array>> = {
  'Soundings, tagged, PDF/A-3a and PDF/UA-1': (sections) => {
    const written = writePdf(documentOf(sections), fonts);
    if (!written.ok) throw new Error(`refused: ${JSON.stringify(written.problems.slice(0, 3))}`);
    return written.value;
  },
  'jspdf-autotable, the same font inside': (sections) =>
    table(sections, (pdf) => {
      pdf.addFileToVFS('sans.ttf', SANS);
      pdf.addFont('sans.ttf', 'sans', 'normal');
      return 'sans';
    }),
  'jspdf-autotable, no font inside, Latin-1': (sections) => table(sections, () => 'helvetica'),
};

function table(sections: readonly Section[], fontIn: (pdf: jsPDF) => string): Uint8Array {
  const pdf = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true });
  const name = fontIn(pdf);
  pdf.setFont(name);
  pdf.setFontSize(14).text(TITLE, 40, 40);
  let startY = 60;
  for (const { title, rows } of sections) {
    autoTable(pdf, {
      head: [[{ content: title, colSpan: HEAD.length }], [...HEAD]],
      body: rows.map((row) => [...row]),
      startY,
      styles: { fontSize: 8, font: name },
      headStyles: { fontStyle: 'normal' },
      didDrawPage: ({ cursor }) => {
        startY = (cursor?.y ?? startY) + 12;
      },
    });
  }
  return new Uint8Array(pdf.output('arraybuffer'));
}

const documentOf = (sections: readonly Section[]): Document => ({
  title: TITLE,
  eyebrow: 'Benchmark',
  language: 'en',
  author: 'Benchmark',
  subject: 'Benchmark',
  date: '2026-11-26T09:00:00Z',
  data: '{}',
  dataHash: '0'.repeat(64),
  made: { version: '0.0.0', engine: 'none' },
  foot: 'Benchmark',
  pageLabel: (page, pages) => `${page} of ${pages}`,
  blocks: sections.flatMap(({ title, rows }): readonly Block[] => [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'table',
      columns: HEAD.map((head, i) => ({
        head,
        width: [0.4, 0.3, 0.1, 0.1, 0.1][i] ?? 0,
        ...(i === 0 ? { rowHeader: true } : {}),
        ...(i > 1 ? { align: 'end' as const } : {}),
      })),
      rows,
    },
  ]),
});
