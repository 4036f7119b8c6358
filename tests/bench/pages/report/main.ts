/** The report of an assessment, a table of 1,700 rows, and the words of each set with jsPDF alone: all from the same library, already loaded. */
import { evaluate } from '../../../../src/core/evaluate.ts';
import type { Assessment } from '../../../../src/core/format/assessment.ts';
import { fold } from '../../../../src/core/history.ts';
import { modelOf } from '../../../../src/core/model.ts';
import type { Block, Document, Rich } from '../../../../src/report/blocks.ts';
import { reportDocument } from '../../../../src/report/document.ts';
import { loadFonts } from '../../../../src/report/fonts/load.ts';
import { writePdf } from '../../../../src/report/pdf/write.ts';
import { Verifier } from '../../../../src/report/verify/verify.ts';
import { type PlainLine, plain, linesOf as rowLinesOf, documentOf as rowsOf, sectionsOf } from '../../rows/table.ts';

/** What was made: bytes of the file, rows of all its tables. */
export interface Made {
  readonly bytes: number;
  readonly rows: number;
}
export interface Makers {
  readonly report: () => Made;
  readonly plain: () => Made;
  /** The table, tagged and archival, and as plain text. */
  readonly table: () => Made;
  readonly plainTable: () => Made;
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
const sections = sectionsOf(68);
const tableRows = sections.reduce((sum, { rows }) => sum + rows.length, 0);

let given = new Uint8Array();
const makers: Makers = {
  report: () => ({ bytes: file().length, rows: rowsIn(lines) }),
  plain: () => ({ bytes: plain(lines).length, rows: rowsIn(lines) }),
  verify,
  table: () => ({ bytes: written(rowsOf(sections)).length, rows: tableRows }),
  plainTable: () => ({ bytes: plain(rowLinesOf(sections)).length, rows: tableRows }),
};
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

function written(document: Document): Uint8Array {
  const outcome = writePdf(document, fonts);
  if (!outcome.ok) throw new Error(`the report was refused: ${JSON.stringify(outcome.problems.slice(0, 3))}`);
  return outcome.value;
}

function file(): Uint8Array {
  return written(documentOf());
}

function rowsIn(some: readonly PlainLine[]): number {
  return some.filter(({ isRow }) => isRow).length;
}

async function verify(): Promise<Made> {
  const { verdict, reasons } = await new Verifier({ fonts: loadFonts, signatureIn: async () => 'none' }).verify(given);
  if (verdict !== 'unsigned') throw new Error(`the report was taken for ${verdict}: ${JSON.stringify(reasons)}`);
  return { bytes: given.length, rows: rowsIn(lines) };
}

function linesOf(document: Document): readonly PlainLine[] {
  return [{ cells: [document.title], widths: [1], isRow: false }, ...document.blocks.flatMap(linesOfBlock)];
}

function linesOfBlock(block: Block): readonly PlainLine[] {
  const whole = (texts: readonly Rich[]): readonly PlainLine[] =>
    texts.map((text) => ({ cells: [plainText(text)], widths: [1], isRow: false }));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return whole([block.text]);
    case 'list':
      return whole(block.items);
    case 'facts':
      return block.items.map(({ term, value }) => ({ cells: [term, plainText(value)], widths: [0.3, 0.7], isRow: false }));
    case 'headline':
      return whole([block.word, ...block.beside]);
    case 'note':
      return block.blocks.flatMap(linesOfBlock);
    case 'table':
      return block.rows.map((row) => ({
        isRow: true,
        cells: row.map((cell) => (isRich(cell) ? plainText(cell) : cell.alt)),
        widths: block.columns.map(({ width }) => width),
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
