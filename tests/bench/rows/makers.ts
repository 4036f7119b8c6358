/** A table of a thousand answers as PDF: ours, tagged and archival, and jspdf-autotable's, which is neither; and a report, written and verified. */
import { readFileSync } from 'node:fs';
import { jsPDF } from 'jspdf';
import { autoTable } from 'jspdf-autotable';
import { fontsOf } from '../../../src/cli/fonts.ts';
import { evaluate } from '../../../src/core/evaluate.ts';
import type { Assessment } from '../../../src/core/format/assessment.ts';
import { fold } from '../../../src/core/history.ts';
import { modelOf } from '../../../src/core/model.ts';
import type { Block, Document } from '../../../src/report/blocks.ts';
import { reportDocument } from '../../../src/report/document.ts';
import { FACES, type FontSet } from '../../../src/report/fonts/faces.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import { Verifier } from '../../../src/report/verify/verify.ts';
import { APP_VERSION } from '../../../src/report/version.ts';

export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** What every file shows; `widths`: of the columns, as shares of the line. They are about those that autotable chooses itself. */
export const TABLE = {
  title: 'A thousand answers',
  head: ['Question', 'Answer', 'Weight', 'Risk', 'Points'],
  widths: [0.55, 0.24, 0.07, 0.07, 0.07],
} as const;
/** Width of A4 without autotable's margins, in points. */
const LINE = 515.28;
const font = (name: keyof typeof FACES): Uint8Array => new Uint8Array(readFileSync(`node_modules/${FACES[name]}`));
const fonts: FontSet = {
  serif: font('serif'),
  'serif-strong': font('serif-strong'),
  sans: font('sans'),
  'sans-strong': font('sans-strong'),
};
const SANS = Buffer.from(fonts.sans).toString('base64');

export const makers: Readonly<Record<string, (sections: readonly Section[]) => Uint8Array>> = {
  'Soundings, tagged, PDF/A-3a and PDF/UA-1': (sections) => bytesOf(documentOf(sections), fonts),
  'jspdf-autotable, the same font inside': (sections) =>
    table(sections, (pdf) => {
      pdf.addFileToVFS('sans.ttf', SANS);
      pdf.addFont('sans.ttf', 'sans', 'normal');
      return 'sans';
    }),
  'jspdf-autotable, no font inside': (sections) => table(sections, () => 'helvetica'),
  'jspdf-autotable, no font inside, columns of its own choice': (sections) => table(sections, () => 'helvetica', false),
};

function table(sections: readonly Section[], fontIn: (pdf: jsPDF) => string, isSet = true): Uint8Array {
  const { head, title: whole, widths } = TABLE;
  const pdf = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true });
  const name = fontIn(pdf);
  pdf.setFont(name);
  pdf.setFontSize(14).text(whole, 40, 40);
  let startY = 60;
  for (const { title, rows } of sections) {
    autoTable(pdf, {
      head: [[{ content: title, colSpan: head.length }], [...head]],
      body: rows.map((row) => [...row]),
      startY,
      styles: { fontSize: 8, font: name },
      headStyles: { fontStyle: 'normal' },
      ...(isSet ? { columnStyles: Object.fromEntries(widths.map((width, i) => [i, { cellWidth: width * LINE }])) } : {}),
      didDrawPage: ({ cursor }) => {
        startY = (cursor?.y ?? startY) + 12;
      },
    });
  }
  return new Uint8Array(pdf.output('arraybuffer'));
}

/** Writes a report from its assessment, and verifies what was written first. */
export async function reports(assessment: Assessment): Promise<{ write: () => Uint8Array; verify: () => Promise<Uint8Array> }> {
  const documentOf = (): Document => {
    const { questionnaire, facts, policy, history } = assessment;
    const model = modelOf(questionnaire, facts, policy);
    const state = fold(history);
    return reportDocument({ assessment, model, state, result: evaluate(model, state.answers), language: 'en', appVersion: APP_VERSION });
  };
  const own = await fontsOf(documentOf());
  const write = (): Uint8Array => bytesOf(documentOf(), own);
  const first = write();
  const verify = async (): Promise<Uint8Array> => {
    const { verdict } = await new Verifier({ fonts: async () => own, signatureIn: async () => 'none' }).verify(first);
    if (verdict !== 'unsigned') throw new Error(`the report was taken for ${verdict}`);
    return first;
  };
  return { write, verify };
}

function bytesOf(document: Document, set: FontSet): Uint8Array {
  const written = writePdf(document, set);
  if (!written.ok) throw new Error(`refused: ${JSON.stringify(written.problems.slice(0, 3))}`);
  return written.value;
}

const documentOf = (sections: readonly Section[]): Document => ({
  title: TABLE.title,
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
      columns: TABLE.head.map((head, i) => ({
        head,
        width: TABLE.widths[i] ?? 0,
        ...(i === 0 ? { rowHeader: true } : {}),
        ...(i > 1 ? { align: 'end' as const } : {}),
      })),
      rows,
    },
  ]),
});
