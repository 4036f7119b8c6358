/** Strings of a content stream, read as a viewer reads them (ISO 32000-1, 7.3.4.2): a carriage return that is not escaped is read as a line feed. */
const STRING = /\(((?:\\[\s\S]|[^\\()])*)\)/g;

/** The glyph numbers in what a piece shows: two bytes each. */
export function glyphsIn(shown: string): readonly number[] {
  const bytes = [...shown.matchAll(STRING)]
    .map(([, inside = '']) => inside.replace(/\r\n?/g, '\n').replace(/\\([\s\S])/g, (_, c) => (c === 'r' ? '\r' : c)))
    .join('');
  return Array.from({ length: bytes.length / 2 }, (_, i) => 256 * bytes.charCodeAt(2 * i) + bytes.charCodeAt(2 * i + 1));
}

/** A stream without its strings. */
export const withoutStrings = (content: string): string => content.replace(STRING, '');
