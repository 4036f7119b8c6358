/** How a report looks on paper: A4, lengths in points, colours as the red, green and blue operands of PDF. */
import type { Paint } from '../figures/drawing.ts';
import type { FaceName } from '../fonts/faces.ts';

export const PAPER = { width: 595.28, height: 841.89 } as const;

/** Edges of the text on a page, from its top left corner. */
export const TYPE_AREA = { left: 60, right: 535.28, top: 62, bottom: 772 } as const;

function rgb(hex: string): string {
  const shares = [1, 3, 5].map((at) => Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 1000) / 1000);
  return shares.map((share) => String(share).replace(/^0\./, '.')).join(' ');
}

/** Print colours of the roles a drawing names; the ramp darkens evenly, so it survives a greyscale print. */
export const INK = {
  ink: rgb('#17202c'),
  muted: rgb('#566070'),
  line: rgb('#ddd7ca'),
  paper: rgb('#ffffff'),
  card: rgb('#f7f4ec'),
  accent: rgb('#0c5560'),
  'risk-1': rgb('#f3e4d0'),
  'risk-2': rgb('#e2b381'),
  'risk-3': rgb('#b4602c'),
  'risk-4': rgb('#6b1c14'),
  stop: rgb('#6b1c14'),
  /** The strokes of the hatching; its ground is `card`. */
  hatch: rgb('#8b5a36'),
} as const satisfies Record<Paint, string>;

/** How a piece of text is set. `leading`: from one baseline to the next. */
export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  readonly leading: number;
  readonly ink: string;
}

export const STYLE = {
  eyebrow: { face: 'sans', size: 9, leading: 12, ink: INK.muted },
  title: { face: 'serif-strong', size: 22, leading: 26.5, ink: INK.ink },
  word: { face: 'serif-strong', size: 42, leading: 44, ink: INK.ink },
  /** A word that would take several lines as the other. */
  longWord: { face: 'serif-strong', size: 28, leading: 32, ink: INK.ink },
  heading1: { face: 'serif-strong', size: 15.5, leading: 19, ink: INK.ink },
  heading2: { face: 'serif-strong', size: 12.5, leading: 16, ink: INK.ink },
  heading3: { face: 'sans-strong', size: 10, leading: 13.5, ink: INK.ink },
  lead: { face: 'serif', size: 12.5, leading: 17.5, ink: INK.ink },
  body: { face: 'sans', size: 10, leading: 14.5, ink: INK.ink },
  quote: { face: 'serif', size: 10, leading: 14.5, ink: INK.ink },
  small: { face: 'sans', size: 8.5, leading: 12, ink: INK.muted },
  cell: { face: 'sans', size: 9, leading: 12, ink: INK.ink },
  head: { face: 'sans', size: 8.5, leading: 11, ink: INK.muted },
  caption: { face: 'sans-strong', size: 9, leading: 12.5, ink: INK.ink },
  furniture: { face: 'sans', size: 8, leading: 10, ink: INK.muted },
  mark: { face: 'sans-strong', size: 8.5, leading: 11, ink: INK['risk-4'] },
} as const satisfies Record<string, TextStyle>;

/** White space between one block and the next. */
export const GAP = { paragraph: 7, block: 11, beforeHeading: 18, beforeSmallHeading: 12, afterHeading: 4 } as const;
