/** The characters of the text that is being set, one a place; grown as needed and used again for every text. */

/** What a character means for breaking lines. */
export const INSIDE = 0;
export const SPACE = 1;
/** The line may end after it. */
export const AFTER = 2;
export const LINE_END = 3;

const LETTER = /\p{L}/u;

export class Characters {
  /** Code points. */
  codes = new Uint32Array(1024);
  glyphs = new Uint16Array(1024);
  kinds = new Uint8Array(1024);
  /** Which of the typesetter's faces and languages. */
  faceOf = new Uint8Array(1024);
  langOf = new Uint16Array(1024);
  /** In points. */
  widths = new Float64Array(1024);
  /** What is added to the width because of the next one, in ems. */
  kerns = new Float64Array(1024);
  length = 0;

  grow(length: number): void {
    if (length <= this.glyphs.length) return;
    const size = Math.max(length, 2 * this.glyphs.length);
    this.codes = grown(new Uint32Array(size), this.codes);
    this.glyphs = grown(new Uint16Array(size), this.glyphs);
    this.kinds = grown(new Uint8Array(size), this.kinds);
    this.faceOf = grown(new Uint8Array(size), this.faceOf);
    this.langOf = grown(new Uint16Array(size), this.langOf);
    this.widths = grown(new Float64Array(size), this.widths);
    this.kerns = grown(new Float64Array(size), this.kerns);
  }
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}

/** `at`: where the character ends in the text. */
export function kindOf(code: number, text: string, at: number): number {
  // A dot between two parts of a line stays with the one before.
  if (code === 0x20) return text.charCodeAt(at + 1) === 0xb7 ? INSIDE : SPACE;
  if (code === 0x0a) return LINE_END;
  // After a hyphen or slash only between letters: dates, ids and ratios stay whole.
  if (code === 0x2d || code === 0x2f)
    return at > 0 && at + 1 < text.length && LETTER.test(text.charAt(at + 1)) && text.charAt(at - 1) !== ' ' ? AFTER : INSIDE;
  if (code < 0xad) return INSIDE;
  if (code === 0x2010 || code === 0x2013 || code === 0x2014) return AFTER;
  return code === 0x2003 || code === 0x2009 ? SPACE : INSIDE;
}
