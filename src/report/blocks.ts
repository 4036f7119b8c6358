/**
 * What a report is made of. Blocks say what something is, never how it is drawn: the PDF writer draws (and later tags)
 * each one in a single call, and nothing here knows of jsPDF, pages or points.
 */
import type { Drawing } from './figures/drawing.ts';

/** A run of text. `strong` for emphasis, `code` for ids and hashes, `lang` (BCP 47) where it differs from the report's. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  readonly code?: boolean;
  readonly lang?: string;
}
export type Rich = string | readonly Run[];

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}
/** `lead`: the sentence under a headline. `small`: notes under figures. `quote`: another's words. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Rich;
  readonly style?: 'lead' | 'small' | 'quote';
}
export interface List {
  readonly kind: 'list';
  readonly ordered?: boolean;
  readonly items: readonly Rich[];
}

/** A cell holds text or a small drawing with its alternative text. */
export type Cell = Rich | Figure;
/** `width`: share of the table's width; the shares of a table add up to 1. `rowHeader`: its cells name their rows. */
export interface TableColumn {
  readonly head: string;
  readonly width: number;
  readonly align?: 'end';
  readonly rowHeader?: boolean;
}
export interface Table {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** `alt` says in words what the drawing shows; a figure without it is refused. */
export interface Figure {
  readonly kind: 'figure';
  readonly alt: string;
  readonly drawing: Drawing;
  readonly caption?: string;
}
/** Pairs of a term and its value, as on the face of a form. */
export interface Facts {
  readonly kind: 'facts';
  readonly items: readonly { readonly term: string; readonly value: Rich }[];
}
/** The rating: the largest word of the document, its meter, and the figure in words beside it. */
export interface Headline {
  readonly kind: 'headline';
  readonly word: string;
  readonly meter: Figure;
  readonly beside: readonly Rich[];
}
/** A framed note. `strong`: a gate that holds; `soft`: everything else. */
export interface Note {
  readonly kind: 'note';
  readonly tone: 'strong' | 'soft';
  readonly blocks: readonly (Paragraph | List | Facts | Heading)[];
}
/** Drawn only where the rest of the page has room for all of it: what it says stands elsewhere too. */
interface IfRoom {
  readonly kind: 'if-room';
  readonly heading: Heading;
  readonly table: Table;
}
/** The headings of the first level that follow, each with its page: `entries` has all of them, in order. */
export interface Contents {
  readonly kind: 'contents';
  readonly entries: readonly string[];
}
interface PageBreak {
  readonly kind: 'page-break';
}

export type Block = Heading | Paragraph | List | Table | Figure | Facts | Headline | Note | IfRoom | Contents | PageBreak;

/** A whole document. Date and id come from the input, never from a clock or chance. */
export interface Document {
  readonly title: string;
  /** A short line above the title on page one. */
  readonly eyebrow: string;
  /** A line below the title: which one this is of several alike. */
  readonly subtitle?: string;
  /** The running head of all pages but the first; the eyebrow where there is none. */
  readonly head?: string;
  readonly language: string;
  readonly author: string;
  readonly subject: string;
  /** ISO instant, UTC. */
  readonly date: string;
  /** The record it was made from, as canonical JSON: the file carries it. */
  readonly data: string;
  /** SHA-256 (hex) of `data`: the document's id. */
  readonly dataHash: string;
  /** The app and the rules of its figures, by version. */
  readonly made: { readonly version: string; readonly engine: string };
  /** Printed on every page of a draft or an incomplete assessment. */
  readonly mark?: string;
  /** Left side of the foot of each page. */
  readonly foot: string;
  /** "Page {page} of {pages}" in the document's language. */
  readonly pageLabel: (page: number, pages: number) => string;
  readonly blocks: readonly Block[];
}
