/** The report of an assessment, and the same words set with jsPDF alone: both from the same library, already loaded. */
import { jsPDF } from 'jspdf';
import { evaluate } from '../../../../src/core/evaluate.ts';
import type { Assessment } from '../../../../src/core/format/assessment.ts';
import { fold } from '../../../../src/core/history.ts';
import { modelOf } from '../../../../src/core/model.ts';
import type { Block, Document, Rich } from '../../../../src/report/blocks.ts';
import { reportDocument } from '../../../../src/report/document.ts';
import { loadFonts } from '../../../../src/report/fonts/load.ts';
import { writePdf } from '../../../../src/report/pdf/write.ts';
import { Verifier } from '../../../../src/report/verify/verify.ts';

/** What was made: bytes of the file, rows of all its tables. */
export interface Made {
  readonly bytes: number;
  readonly rows: number;
}
export interface Makers {
  readonly report: () => Made;
  readonly plain: () => Made;
  /** Verifies the file that was handed over before. */
  readonly verify: () => Promise<Made>;
}
/** Hands a report from one window to the next, so that what verifies it has written none before; in base64. */
export interface Handing {
  readonly take: () => string;
  readonly give: (file: string) => void;
}

const assessment: Assessment = await (await fetch(`${location.search.slice(1)}.json`)).json();
const fonts = await loadFonts(documentOf());
const lines = linesOf(documentOf());
const rows = lines.filter((line) => line.isRow).length;

let given = new Uint8Array();
const makers: Makers = { report, plain, verify };
const handing: Handing = {
  take: () => btoa(Array.from(file(), (byte) => String.fromCharCode(byte)).join('')),
  give: (base64) => {
    given = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  },
};
Object.assign(window, { makers, handing });

function documentOf(): Document {
  const { questionnaire, facts, policy, history } = assessment;
  const model = modelOf(questionnaire, facts, policy);
  const state = fold(history);
  return reportDocument({ assessment, model, state, result: evaluate(model, state.answers), language: 'en', appVersion: '0' });
}

function file(): Uint8Array {
  const written = writePdf(documentOf(), fonts);
  if (!written.ok) throw new Error(`the report was refused: ${JSON.stringify(written.problems.slice(0, 3))}`);
  return written.value;
}

function report(): Made {
  return { bytes: file().length, rows };
}

async function verify(): Promise<Made> {
  const { verdict, reasons } = await new Verifier({ fonts: loadFonts, signatureIn: async () => 'none' }).verify(given);
  if (verdict !== 'unsigned') throw new Error(`the report was taken for ${verdict}: ${JSON.stringify(reasons)}`);
  return { bytes: given.length, rows };
}

/** Text in columns, a rule under each row, new pages: what any table costs in jsPDF. */
function plain(): Made {
  const pdf = new jsPDF({ unit: 'pt', format: 'a4', compress: true });
  pdf.setFontSize(8);
  let y = 50;
  for (const { cells, isRow } of lines) {
    const set = cells.map(({ text, width }) => pdf.splitTextToSize(text, width * 500 - 6) as string[]);
    const height = Math.max(...set.map((one) => one.length)) * 10 + 4;
    if (y + height > 800) {
      pdf.addPage();
      y = 50;
    }
    let x = 48;
    set.forEach((one, i) => {
      pdf.text(one, x, y);
      x += (cells[i]?.width ?? 0) * 500;
    });
    if (isRow) pdf.line(48, y + height - 10, 548, y + height - 10);
    y += height;
  }
  return { bytes: pdf.output('arraybuffer').byteLength, rows };
}

/** One row of a table, or one text over the whole width; widths are shares of it. */
interface Line {
  readonly cells: readonly { readonly text: string; readonly width: number }[];
  readonly isRow: boolean;
}

function linesOf(document: Document): readonly Line[] {
  return [{ cells: [{ text: document.title, width: 1 }], isRow: false }, ...document.blocks.flatMap(linesOfBlock)];
}

function linesOfBlock(block: Block): readonly Line[] {
  const whole = (texts: readonly Rich[]): readonly Line[] =>
    texts.map((text) => ({ cells: [{ text: plainText(text), width: 1 }], isRow: false }));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return whole([block.text]);
    case 'list':
      return whole(block.items);
    case 'facts':
      return block.items.map(({ term, value }) => ({
        cells: [
          { text: term, width: 0.3 },
          { text: plainText(value), width: 0.7 },
        ],
        isRow: false,
      }));
    case 'headline':
      return whole([block.word, ...block.beside]);
    case 'note':
      return block.blocks.flatMap(linesOfBlock);
    case 'table':
      return block.rows.map((row) => ({
        isRow: true,
        cells: row.map((cell, i) => ({ text: isRich(cell) ? plainText(cell) : cell.alt, width: block.columns[i]?.width ?? 0 })),
      }));
    default:
      return [];
  }
}

function isRich(cell: unknown): cell is Rich {
  return typeof cell === 'string' || Array.isArray(cell);
}

function plainText(text: Rich): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}
