/**
 * Reads XML from outside as a tree, strictly: what is not well-formed is refused with its place, and so are document types, which
 * are where entities come from. Nothing is ever fetched or expanded; only the five entities of XML itself and references to characters are known.
 */
import { SaxesParser } from 'saxes';
import { type Outcome, type Problem, problem } from '../problems.ts';

export interface Limits {
  readonly characters: number;
  readonly depth: number;
  /** Elements and attributes together. */
  readonly parts: number;
}
const LIMITS: Limits = { characters: 10_000_000, depth: 64, parts: 500_000 };

/** One element; names are by namespace, whatever prefix the file uses. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Those without a namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
}

/** A document that was read, and a way to refuse it with the place of something in it. */
export interface XmlDocument {
  readonly root: XmlElement;
  refuse(at: number, code: string, params?: Problem['params']): Problem;
}

type Open = XmlElement & { readonly attributes: Map<string, string>; readonly children: XmlElement[]; text: string };

/** Carries the first problem out of the parser, which would go on reading. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(found: Problem) {
    super(found.code);
    this.problem = found;
  }
}

/** Reads a text as XML: whole, within the limits, without a document type; otherwise the first problem, with its line and column. */
export function readXml(text: string, limits: Limits = LIMITS): Outcome<XmlDocument> {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const refuse: XmlDocument['refuse'] = (at, code, params = {}) => problem('', code, { ...placeOf(source, at), ...params });
  if (source.length > limits.characters)
    return {
      ok: false,
      problems: [refuse(limits.characters, 'xml-too-large', { found: source.length, max: limits.characters })],
    };
  const half = source.search(/\p{Surrogate}/u);
  if (half >= 0) return { ok: false, problems: [refuse(half, 'xml-half-character')] };
  try {
    return { ok: true, value: { root: parse(source, limits, refuse), refuse }, warnings: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, problems: [error.problem] };
  }
}

function parse(source: string, { depth, parts }: Limits, refuse: XmlDocument['refuse']): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: Open[] = [];
  const names = new Set<string>();
  let root: XmlElement | null = null;
  let begun = 0;
  /** All before it is markup that was read. */
  let sound = 0;
  let ended = false;
  let found = 0;
  const here = () => (ended ? source.length : Math.max(0, parser.position - 1));
  const stop = (at: number, code: string, params?: Problem['params']): never => {
    throw new Refusal(refuse(at, code, params));
  };
  const passed = () => {
    sound = parser.position;
  };
  const count = () => {
    found += 1;
    if (found > parts) stop(here(), 'xml-too-many', { max: parts });
  };
  const add = (piece: string) => {
    const within = open.at(-1);
    if (within) within.text += piece;
  };
  parser.on('error', ({ message }) => {
    const next = firstWord(source, sound);
    if (source.startsWith(DOCTYPE, next)) stop(next, 'xml-doctype');
    const [code, params] = codeOf(message);
    const ampersand = code === 'xml-entity' || code === 'xml-ended' ? bareAmpersand(source, sound) : -1;
    if (ampersand >= 0) stop(ampersand, 'xml-entity');
    stop(code === 'xml-outside' ? next : here(), code, params);
  });
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0') stop(here(), 'xml-version', { found: String(version) });
    if (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8') stop(here(), 'xml-encoding', { found: encoding.slice(0, SHOWN) });
    passed();
  });
  parser.on('doctype', () => stop(firstWord(source, sound), 'xml-doctype'));
  parser.on('opentagstart', ({ name }) => {
    // The name and the character behind it have been read.
    begun = parser.position - name.length - 2;
    names.clear();
    count();
    if (open.length === depth) stop(begun, 'xml-too-deep', { max: depth });
    passed();
  });
  parser.on('attribute', ({ name }) => {
    if (names.has(name)) stop(firstWord(source, sound), 'xml-attribute-twice', { name: name.slice(0, SHOWN) });
    names.add(name);
    count();
    passed();
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own = new Map(
      Object.values(attributes).flatMap(({ uri: of, local: name, value }) => (of === '' ? [[name, value] as const] : [])),
    );
    const element: Open = { namespace: uri, name: local, attributes: own, children: [], text: '', at: begun };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    passed();
  });
  parser.on('closetag', () => {
    open.pop();
    passed();
  });
  parser.on('text', add);
  parser.on('cdata', (piece) => {
    add(piece);
    passed();
  });
  parser.on('comment', () => {
    // Told at its "--"; the ">" is still to come.
    sound = parser.position + 1;
  });
  parser.on('processinginstruction', passed);
  parser.write(source);
  ended = true;
  parser.close();
  return root ?? stop(source.length, 'xml-ended');
}

/** The first "&" in the text or attribute that begins there and that begins no reference; -1 for none. */
function bareAmpersand(source: string, from: number): number {
  const end = source.indexOf('<', from);
  const found = source.slice(from, end < 0 ? undefined : end).search(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
  return found < 0 ? -1 : from + found;
}

const firstWord = (source: string, from: number): number => from + Math.max(0, source.slice(from).search(/\S/));

const DOCTYPE = '<!DOCTYPE';

/** Longest piece of the file that a message repeats. */
const SHOWN = 80;

/** What the parser says, as codes of our own; `xml` is the rest: a character that may not stand where it stands. */
const SAID: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/^duplicate attribute: (?:\{.*\})?(?<name>.*)\.$/, 'xml-attribute-twice'],
  [/^(?:undefined entity|empty entity name|disallowed character in entity name|malformed character entity)\.$/, 'xml-entity'],
  [/^unexpected close tag\.$|^unmatched closing tag: |^weird empty close tag\.$/, 'xml-close'],
  [/^unclosed tag: |^unexpected end\.$|^document must contain a root element\.$/, 'xml-ended'],
  [/^unbound namespace prefix: "(?<name>.*)"\.$/, 'xml-prefix'],
  [/^text data outside of root node\.$/, 'xml-outside'],
];

function codeOf(message: string): readonly [code: string, params: Problem['params']] {
  for (const [pattern, code] of SAID) {
    const found = pattern.exec(message);
    if (found) return [code, found.groups?.name === undefined ? {} : { name: found.groups.name.slice(0, SHOWN) }];
  }
  return ['xml', {}];
}

/** Line and column of a place, both from 1. */
function placeOf(source: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (const { index, 0: end } of source.slice(0, at).matchAll(/\r\n?|\n/g)) {
    line += 1;
    start = index + end.length;
  }
  return { line, column: at - start + 1 };
}
