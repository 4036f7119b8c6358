/**
 * What the marks on the pages are: a tree of elements, in reading order, whose leaves are the marked stretches of the
 * pages' content streams. Blocks build it while they draw.
 */

/** Structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
export type Role =
  | 'Document'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'BlockQuote'
  | 'Span'
  | 'Figure'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD';

/** A marked stretch: which page (from 0) and which of its marks. */
export interface Mark {
  readonly page: number;
  readonly id: number;
}

export interface Element {
  readonly role: Role;
  /** None: the root. */
  readonly parent?: Element;
  /** The number of its object, once it has one. */
  object?: number;
  readonly kids: (Element | Mark)[];
  /** What a figure shows, in words. */
  readonly alt?: string;
  /** BCP 47, where it differs from the document's. */
  readonly lang?: string;
  /** Whether the cells this heads are those of its column or of its row. */
  readonly scope?: 'Column' | 'Row';
  /** How the labels of a list count. */
  readonly numbering?: 'Disc' | 'Decimal' | 'None';
  /** Left, bottom, right and top edge of a figure, in points of PDF's own coordinates. */
  readonly box?: readonly [number, number, number, number];
}

export function isElement(kid: Element | Mark): kid is Element {
  return 'role' in kid;
}

/** What an element may have beside its role and its place. */
export type Properties = Omit<Element, 'role' | 'parent' | 'object' | 'kids'>;

/** A new element, last among `parent`'s kids. */
export function addElement(parent: Element, role: Role, more: Properties = {}): Element {
  const element: Element = { role, parent, kids: [], ...more };
  parent.kids.push(element);
  return element;
}

/** A new element, first among `parent`'s kids. */
export function addFirst(parent: Element, role: Role): Element {
  const element = addElement(parent, role);
  parent.kids.unshift(...parent.kids.splice(-1));
  return element;
}
