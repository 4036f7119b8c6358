/**
 * The one place that knows jsPDF. It writes the header and the pages, empty, and gives every object its number. What it cannot do rightly is
 * put in through its events, and what it cannot do at all (`finish.ts`) is done with what it wrote:
 *
 * - Its fonts are the fourteen standard ones, or TrueType files it parses and embeds itself, dropping characters it does
 *   not find. We take its records of standard fonts as empty places and put our own objects there.
 * - Its information dictionary writes UTF-16 in a literal string, where č (01 0D) turns into Ċ; its dates end in 2037; its
 *   catalog opens the file zoomed. Ours take their places, and its own are left out.
 * - Its objects are text, and its cross-references a table: a tagged file would be three times as large. Our objects never go
 *   through it.
 * - Its events swallow exceptions; ours are kept and thrown when it is done.
 *
 * Object numbers must not be taken before the pages are put. The version of jsPDF is pinned; a test of the bytes' hash
 * across two runs and the judges in the tests watch over all of this.
 */
import { jsPDF } from 'jspdf';
import { finished, type Stream } from './finish.ts';
import { type Alike, type ObjectSink, reference } from './objects.ts';
import type { List } from './rows.ts';
import { PAPER } from './theme.ts';

/** What the file consists of. `contents`: the pages' streams; `fonts`: resource names, and what puts the objects of each. */
export interface FileParts {
  readonly contents: readonly Uint8Array[];
  /** Entries of the page's own dictionary. */
  readonly pageEntries: (page: number) => string;
  readonly fonts: readonly { readonly name: string; readonly put: (sink: ObjectSink) => number }[];
  /** Everything that hangs on the catalog: writes it, and returns the catalog's entries. */
  readonly catalog: (sink: ObjectSink, pageObject: (page: number) => number) => string;
  /** Entries of the information dictionary. */
  readonly information: string;
  /** 32 hex digits. */
  readonly id: string;
}

/** The inner side of jsPDF that we rely on, and its types do not tell of. */
interface Internals {
  readonly write: (text: string) => void;
  readonly newObjectDeferred: () => number;
  readonly getPageInfo: (page: number) => { readonly objId: number };
  readonly getFont: () => FontRecord;
  readonly events: { readonly subscribe: (topic: string, listener: (event: never) => void) => void };
  readonly pages: string[][];
  readonly pageSize: object;
}
interface FontRecord {
  readonly id: string;
  objectNumber: number;
  isAlreadyPutted: boolean;
}

/** Standard fonts whose records serve as places for our faces, by the resource names jsPDF gives them. */
const PLACES: Readonly<Record<string, readonly [family: string, style: string]>> = {
  F1: ['helvetica', 'normal'],
  F2: ['helvetica', 'bold'],
  F3: ['helvetica', 'italic'],
  F4: ['helvetica', 'bolditalic'],
  F5: ['courier', 'normal'],
  F6: ['courier', 'bold'],
  F7: ['courier', 'italic'],
  F8: ['courier', 'bolditalic'],
  F9: ['times', 'normal'],
};

/** jsPDF's own information dictionary wants a date or asks the clock; nobody reads this one. */
const NO_DATE = "D:20000101000000+00'00'";

/** Named in the file. */
export const PRODUCER = `jsPDF ${jsPDF.version}`;

export function writeFile(parts: FileParts): Uint8Array {
  const doc = new jsPDF({ unit: 'pt', format: [PAPER.width, PAPER.height], putOnlyUsedFonts: true });
  const inside = doc.internal as unknown as Internals;
  const versioned = doc as unknown as { readonly __private__: { readonly setPdfVersion: (version: string) => void } };
  versioned.__private__.setPdfVersion('1.7');
  doc.setCreationDate(NO_DATE);
  doc.setFileId(parts.id);
  const faults: unknown[] = [];
  const on = <T>(topic: string, listener: (event: T) => void): void => {
    inside.events.subscribe(topic, (event: never) => {
      try {
        listener(event);
      } catch (fault) {
        faults.push(fault);
      }
    });
  };
  const objects = new Map<number, string>();
  const alike: Alike[] = [];
  const lists: List[] = [];
  const streams = new Map<number, Stream>();
  // The last number that was given past all of jsPDF's own; until there is one, numbers are its.
  let next: number | undefined;
  const sink: ObjectSink = {
    reserve: () => {
      if (next === undefined) return inside.newObjectDeferred();
      next += 1;
      return next;
    },
    put: (id, body) => {
      objects.set(id, body);
    },
    alike: (objects) => {
      alike.push(objects);
    },
    list: (id, to) => {
      lists.push([id, to]);
    },
    stream: (id, data, entries = {}) => {
      streams.set(id, { data, entries, packed: true });
    },
    plain: (id, data, entries = {}) => {
      streams.set(id, { data, entries, packed: false });
    },
  };
  const used = new Map(parts.fonts.map((font) => [takePlace(doc, inside, font.name), font]));
  parts.contents.forEach((_, page) => {
    if (page > 0) doc.addPage([PAPER.width, PAPER.height]);
    inside.pages[page + 1]?.splice(0);
  });

  on<{ readonly font: FontRecord }>('putFont', ({ font }) => {
    const ours = used.get(font);
    if (!ours) throw new Error(`jsPDF would write its own font ${font.id}`);
    used.delete(font);
    font.objectNumber = ours.put(sink);
    font.isAlreadyPutted = true;
  });
  on<{ readonly pageNumber: number }>('putPage', ({ pageNumber }) => inside.write(parts.pageEntries(pageNumber - 1)));
  let [root, information] = [0, 0];
  on('postPutResources', () => {
    root = sink.reserve();
    // It will number its information dictionary and its catalog, and write a row of its table for each number that it gave: ours are left out of it.
    next = root + LEFT_OUT;
    const entries = parts.catalog(sink, (page) => inside.getPageInfo(page + 1).objId);
    // The root of the pages is the first object jsPDF numbers.
    sink.put(root, `<</Type /Catalog\n/Pages ${reference(PAGES)}\n${entries}>>`);
    information = sink.reserve();
    sink.put(information, `<<${parts.information}\n/Producer (${PRODUCER})>>`);
  });
  const written = doc.output();
  if (faults.length > 0) throw faults[0];
  if (used.size > 0) throw new Error(`jsPDF left out ${used.size} of the fonts`);
  return finished({
    written,
    contents: parts.contents,
    objects,
    alike,
    lists,
    streams,
    root,
    information,
    firstPage: inside.getPageInfo(1).objId,
    id: parts.id,
  });
}

const PAGES = 1;
/** So many objects follow ours in what jsPDF writes, and nothing of them is kept. */
const LEFT_OUT = 2;

/** jsPDF counts a font as used when a text was set in it; the pages are emptied of these texts afterwards. */
function takePlace(doc: jsPDF, inside: Internals, name: string): FontRecord {
  const place = PLACES[name];
  if (!place) throw new Error(`no place for a face ${name}`);
  doc.setFont(...place);
  doc.text(' ', 0, 0);
  const record = inside.getFont();
  if (record.id !== name) throw new Error(`face ${name} was given the place ${record.id}`);
  return record;
}
