/**
 * A report as PDF. The same document and fonts give the same bytes, in any browser or Node, time zone or year: dates and ids
 * come from the document, and nothing here asks a clock, chance or the locale.
 */
import { type Outcome, type Problem, problem } from '../../core/problems.ts';
import type { Document } from '../blocks.ts';
import type { FontSet } from '../fonts/faces.ts';
import { plainText, textsOf } from '../texts.ts';
import { putArchive } from './archiveObjects.ts';
import { drawBlocks } from './blocks/draw.ts';
import { baseline, Flow } from './flow.ts';
import { putEncoding, putFont } from './fontObjects.ts';
import { drawFurniture, setFurniture } from './furniture.ts';
import { PRODUCER, writeFile } from './jspdf.ts';
import { CREATOR } from './metadata.ts';
import { languageTag, pdfDate, reference, textString } from './objects.ts';
import { putOutline } from './outlineObjects.ts';
import { putStructure } from './structureObjects.ts';
import { STYLE, type TextStyle } from './theme.ts';
import { Typesetter } from './typesetter.ts';
import { codePointName, visible } from './visible.ts';

/** So many characters of the text on either side of one that cannot be shown. */
const AROUND = 20;

/**
 * The bytes of the file, or every character in it that no face can show, once (`glyph-missing`: `character` as U+XXXX, `around`: the
 * text it stands in, `field`: the question or the term it is said under; the path is that of the part of the document). Nothing
 * is written as long as there is one.
 * Throws on what no user can cause: fonts that are not fonts, a date that is none, a figure without alternative text.
 */
export function writePdf(document: Document, fonts: FontSet): Outcome<Uint8Array> {
  const missing = new Set<number>();
  const setter = new Typesetter(fonts, (codePoint) => missing.add(codePoint));
  const furniture = setFurniture(setter, document);
  const flow = new Flow(setter, furniture.top, furniture.bottom);
  drawTitle(flow, document);
  drawBlocks(flow, document.blocks);
  for (const draw of flow.later) draw();
  drawFurniture(flow, furniture, document);
  if (missing.size > 0) return { ok: false, problems: placesOf(missing, document) };
  return { ok: true, value: file(document, flow), warnings: [] };
}

/** Each of the characters once: where it is first said in the document itself, or else in its title or on the edge of its pages. */
function placesOf(characters: ReadonlySet<number>, document: Document): readonly Problem[] {
  const problems = new Map<number, Problem>();
  for (const { path, field, text } of textsOf(document)) {
    const shown = visible(plainText(text));
    let at = 0;
    for (const sign of shown) {
      const codePoint = sign.codePointAt(0) ?? 0;
      const known = problems.get(codePoint)?.path.startsWith('/blocks/');
      if (characters.has(codePoint) && (known === undefined || (!known && path.startsWith('/blocks/')))) {
        const params = { character: codePointName(codePoint), around: around(shown, at, sign), field: visible(field) };
        problems.set(codePoint, problem(path, 'glyph-missing', params));
      }
      at += sign.length;
    }
  }
  if (problems.size === 0) throw new Error(`characters in no text of the document: ${[...characters].map(codePointName).join(', ')}`);
  return [...problems.values()];
}

/** The text on both sides of a sign, without the word that would be cut at either end. */
function around(text: string, at: number, sign: string): string {
  const end = at + sign.length;
  const before = text.slice(Math.max(0, at - AROUND), at);
  const after = text.slice(end, end + AROUND);
  const from = at > AROUND ? before.indexOf(' ') + 1 : 0;
  const space = after.lastIndexOf(' ');
  const to = end + AROUND < text.length && space >= 0 ? space : after.length;
  return (before.slice(from) + sign + after.slice(0, to)).toWellFormed();
}

function drawTitle(flow: Flow, document: Document): void {
  const set = (role: 'P' | 'H1', text: string, style: TextStyle, after: number): void => {
    const lines = flow.set(text, style);
    flow.sheet.lines(flow.element(role), lines, flow.column, flow.y + baseline(style), style);
    flow.y += lines.length * style.leading + after;
  };
  set('P', document.eyebrow, STYLE.eyebrow, 5);
  if (document.subtitle === undefined) set('H1', document.title, STYLE.title, 14);
  else {
    set('H1', document.title, STYLE.title, 3);
    set('P', document.subtitle, STYLE.eyebrow, 12);
  }
}

function file(document: Document, flow: Flow): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(document.dataHash)) throw new Error(`document data hash: expected 64 hex digits, found ${document.dataHash}`);
  const faces = flow.setter.typefaces.filter((face) => face.characters.size > 0);
  let encoding: number | undefined;
  return writeFile({
    contents: flow.sheets.map((sheet) => sheet.content()),
    pageEntries: (page) => `/StructParents ${page}\n/Tabs /S`,
    fonts: faces.map((face) => ({
      name: face.id,
      put: (sink) => {
        encoding ??= putEncoding(sink, faces);
        return putFont(sink, face, encoding);
      },
    })),
    catalog: (sink, pageObject) => {
      const outline = putOutline(sink, flow.bookmarks, pageObject);
      const structure = putStructure(sink, flow.root, flow.sheets, pageObject);
      return [
        `/Lang ${languageTag(document.language)}`,
        '/MarkInfo <</Marked true>>',
        '/ViewerPreferences <</DisplayDocTitle true>>',
        '/PageLayout /OneColumn',
        outline === undefined ? '' : `/PageMode /UseOutlines\n/Outlines ${reference(outline)}`,
        `/StructTreeRoot ${reference(structure)}`,
        ...putArchive(sink, document, PRODUCER),
      ]
        .filter(Boolean)
        .join('\n');
    },
    information: [
      `/Title ${textString(visible(document.title))}`,
      `/Author ${textString(visible(document.author))}`,
      `/Subject ${textString(visible(document.subject))}`,
      `/Creator (${CREATOR})`,
      `/CreationDate ${pdfDate(document.date)}`,
      `/ModDate ${pdfDate(document.date)}`,
    ].join('\n'),
    id: document.dataHash.slice(0, 32),
  });
}
