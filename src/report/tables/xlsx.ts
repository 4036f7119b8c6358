/**
 * A workbook (ECMA-376), the few parts that typed cells need, written by hand: same sheets, same bytes. Texts are stored as texts, so what
 * begins with "=" is no formula; those that would become one when somebody edits them carry the sheet's own mark for text as well.
 */
import { strToU8, zipSync } from 'fflate';
import { letterOf } from '../../core/procedure/letters.ts';
import type { Cell, Sheet } from './sheet.ts';
import { isTakenForMore } from './taken.ts';

/** Places in the list of formats below. */
const STYLE = { head: 1, text: 2, textAsSuch: 3, number: 4, score: 5, share: 6, day: 7 } as const;
/** Formats of our own; built-in ones end below 164. */
const SCORE = 164;
const SHARE = 165;
const DAY = 166;

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The first day that an archive can name. Archives write local time, so the same local time makes the same bytes everywhere. */
const firstDay = () => new Date(1980, 0, 1, 12);

export function xlsxOf(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const texts = new Texts();
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${[
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'] as const,
      ['sharedStrings', 'sharedStrings.xml'] as const,
    ]
      .map(([type, target], i) => relation(i + 1, type, target))
      .join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet, texts)])),
    'xl/sharedStrings.xml': texts.part(),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(HEADER + xml)]));
  return new Uint8Array(zipSync(files, { mtime: firstDay() }));
}

/** The texts of all cells, each once: a question's stands beside every bid. */
class Texts {
  readonly #known = new Map<string, { readonly place: number; readonly style: number }>();

  /** A cell with this text. */
  cell(text: string, at: string, style?: number): string {
    let known = this.#known.get(text);
    if (!known) {
      known = { place: this.#known.size, style: isTakenForMore(text) ? STYLE.textAsSuch : STYLE.text };
      this.#known.set(text, known);
    }
    return `<c r="${at}" s="${style ?? known.style}" t="s"><v>${known.place}</v></c>`;
  }

  part(): string {
    const items = [...this.#known.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
    return `<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const contentTypes = (sheets: readonly Sheet[]): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/>${sheets
    .map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
    .join('')}</Types>`;

/** The line of heads is printed on every page. */
const workbook = (sheets: readonly Sheet[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets><definedNames>${sheets
    .map(
      ({ name }, i) =>
        `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escaped(name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
    )
    .join('')}</definedNames></workbook>`;

const textFormat = (font: number, more = ''): string =>
  `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"${more}><alignment horizontal="left" vertical="top" indent="1" wrapText="1"/></xf>`;
const figureFormat = (format: number): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`;

/** The order of the formats is that of STYLE, behind the one that every workbook begins with. */
const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  `<numFmts count="3"><numFmt numFmtId="${SCORE}" formatCode="0.0"/><numFmt numFmtId="${SHARE}" formatCode="0.0%"/>`,
  `<numFmt numFmtId="${DAY}" formatCode="yyyy\\-mm\\-dd"/></numFmts>`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  textFormat(1),
  textFormat(0),
  textFormat(0, ' quotePrefix="1"'),
  ...[0, SCORE, SHARE, DAY].map(figureFormat),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

function worksheet({ columns, rows, inPlace }: Sheet, texts: Texts): string {
  const letters = columns.map((_, i) => letterOf(i));
  const heads = columns.map(({ head }, i) => texts.cell(head, `${letters[i]}1`, STYLE.head)).join('');
  const headText = columns.map(({ head }) => ({ kind: 'text' as const, text: head }));
  const lines = rows.map(
    (row, r) =>
      `<row r="${r + 2}" ht="${heightOf(columns, row)}">${row.map((cell, c) => cellOf(cell, `${letters[c]}${r + 2}`, texts)).join('')}</row>`,
  );
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  const whole = `A1:${letters.at(-1)}${rows.length + 1}`;
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${whole}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1" ht="${heightOf(columns, headText)}">${heads}</row>${lines.join('')}</sheetData>${inPlace ? '' : `<autoFilter ref="${whole}"/>`}<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** In points: what a line takes, and as many of them as are shown at once; a longer text is read in the cell itself. */
const LINE = 15;
const MOST_LINES = 12;

/** Rows are as high as their texts want, for not every program measures them when it opens a file. */
function heightOf(columns: Sheet['columns'], row: readonly Cell[]): number {
  const lines = row.map((cell, c) =>
    cell.kind === 'text'
      ? cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + 1) / (columns[c]?.width ?? 1))), 0)
      : 1,
  );
  return LINE * Math.min(MOST_LINES, Math.max(1, ...lines));
}

function cellOf(cell: Cell, at: string, texts: Texts): string {
  switch (cell.kind) {
    case 'text':
      return texts.cell(cell.text, at);
    case 'day': {
      const serial = serialOf(cell.day);
      return serial === null ? texts.cell(cell.day, at) : `<c r="${at}" s="${STYLE.day}"><v>${serial}</v></c>`;
    }
    case 'empty':
      return '';
    default:
      return `<c r="${at}" s="${STYLE[cell.kind]}">${cell.formula === undefined ? '' : `<f>${escaped(cell.formula)}</f>`}<v>${cell.value}</v></c>`;
  }
}

/** `_x0041_` in a workbook means "A"; in a text it is what somebody wrote. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const DAY_LENGTH = 86_400_000;
const ZERO = Date.UTC(1899, 11, 30);
/** Before it, spreadsheets count a day that never was, or do not count at all. */
const SURE = '1900-03-01';

/** Days since the zero of spreadsheets; null for days that they do not know. */
const serialOf = (day: string): number | null => (day < SURE ? null : (Date.parse(`${day}T00:00:00Z`) - ZERO) / DAY_LENGTH);
