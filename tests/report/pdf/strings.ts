/** Strings of a content stream, read as a viewer reads them (ISO 32000-1, 7.3.4.2): a carriage return that is not escaped is read as a line feed. */
const STRING = /\(((?:\\[\s\S]|[^\\()])*)\)/g;

/** The numbers of the glyphs in what a piece shows: one byte from 32 to 127, or else two. */
export function glyphsIn(shown: string): readonly number[] {
  const bytes = [...shown.matchAll(STRING)]
    .map(([, inside = '']) => inside.replace(/\r\n?/g, '\n').replace(/\\([\s\S])/g, (_, c) => (c === 'r' ? '\r' : c)))
    .join('');
  const glyphs: number[] = [];
  for (let i = 0; i < bytes.length; i += 1) {
    const first = bytes.charCodeAt(i);
    if (first >= 0x20 && first < 0x80) glyphs.push(first);
    else {
      i += 1;
      glyphs.push(256 * first + bytes.charCodeAt(i));
    }
  }
  return glyphs;
}

/** A stream with a space for each of its strings. */
export const withoutStrings = (content: string): string => content.replace(STRING, ' ');
