/** A table of answers as PDF: ours, tagged and archival, and jspdf-autotable's, which is neither; and a report, written and verified. */
import { readFileSync } from 'node:fs';
import { jsPDF } from 'jspdf';
import { autoTable } from 'jspdf-autotable';
import { fontsOf } from '../../../src/cli/fonts.ts';
import { evaluate } from '../../../src/core/evaluate.ts';
import type { Assessment } from '../../../src/core/format/assessment.ts';
import { fold } from '../../../src/core/history.ts';
import { modelOf } from '../../../src/core/model.ts';
import type { Document } from '../../../src/report/blocks.ts';
import { reportDocument } from '../../../src/report/document.ts';
import { FACES, type FontSet } from '../../../src/report/fonts/faces.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import { Verifier } from '../../../src/report/verify/verify.ts';
import { APP_VERSION } from '../../../src/report/version.ts';
import { documentOf, LINE, linesOf, plain, type Section, TABLE } from './table.ts';

export { sectionsOf, TABLE } from './table.ts';

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
  'jsPDF, plain text in columns, no font inside': (sections) => plain(linesOf(sections)),
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
  const whole = (): Document => {
    const { questionnaire, facts, policy, history } = assessment;
    const model = modelOf(questionnaire, facts, policy);
    const state = fold(history);
    return reportDocument({ assessment, model, state, result: evaluate(model, state.answers), language: 'en', appVersion: APP_VERSION });
  };
  const own = await fontsOf(whole());
  const write = (): Uint8Array => bytesOf(whole(), own);
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
