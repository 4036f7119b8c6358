import type { Drawing, Paint, Shape } from './drawing.ts';

const LABEL = 62;
const LENGTH = 398;
const TALL = 22;
const BELOW = 15;
const ROW = TALL + BELOW + 7;
const LEAST = 4;
const SIZE = 8.5;
/** A segment narrower than its words, at about this width a character, goes without. */
const CHARACTER = 4.6;

/** Length of a bar that stands alone. */
const ALONE = 200;

/** One bid: its label, its share at each rank (adding up to 1), and the words under each segment. */
export interface RankBar {
  readonly label: string;
  readonly shares: readonly number[];
  readonly words: (rank: number, share: number) => string;
}

/**
 * How often each bid takes each rank: a bar of segments, first rank first. A segment is as long as its share, and the better
 * the rank the taller and darker it is, so that the picture also reads without colour.
 */
export function rankBars(bars: readonly RankBar[]): Drawing {
  return {
    width: LABEL + LENGTH,
    height: bars.length * ROW,
    shapes: bars.flatMap((bar, row) => barShapes(bar, row * ROW)),
  };
}

/** The steps of one bid, without words. */
export const rankBar = (shares: readonly number[]): Drawing => ({
  width: ALONE,
  height: TALL,
  shapes: [
    { shape: 'line', x1: 0, y1: TALL, x2: ALONE, y2: TALL, stroke: 'line', width: 1 },
    ...stepsOf(shares, 0, ALONE, TALL).map(({ step }) => step),
  ],
});

function barShapes({ label, shares, words }: RankBar, top: number): readonly Shape[] {
  const foot = top + TALL;
  const shapes: Shape[] = [
    { shape: 'text', x: 0, y: foot - 7, text: label, size: 10, fill: 'ink', strong: true },
    { shape: 'line', x1: LABEL, y1: foot, x2: LABEL + LENGTH, y2: foot, stroke: 'line', width: 1 },
  ];
  for (const { rank, share, step } of stepsOf(shares, LABEL, LENGTH, foot)) {
    shapes.push(step);
    const text = words(rank, share);
    if (step.w > text.length * CHARACTER) shapes.push({ shape: 'text', x: step.x + 1, y: foot + 10.5, text, size: SIZE, fill: 'ink' });
  }
  return shapes;
}

type Step = Extract<Shape, { shape: 'rect' }>;

/** A step for each rank that is ever taken, one beside another. */
function stepsOf(shares: readonly number[], start: number, length: number, foot: number) {
  const steps: { readonly rank: number; readonly share: number; readonly step: Step }[] = [];
  let x = start;
  for (const [rank, share] of shares.entries()) {
    const [w, h] = [share * length, heightOf(rank, shares.length)];
    if (w > 0)
      steps.push({
        rank,
        share,
        step: { shape: 'rect', x, y: foot - h, w, h, fill: paintOf(rank, shares.length), stroke: 'paper', width: 1 },
      });
    x += w;
  }
  return steps;
}

/** The first rank stands full, the last is a low step. */
const heightOf = (rank: number, ranks: number): number => (ranks < 2 ? TALL : TALL - (rank / (ranks - 1)) * (TALL - LEAST));

const paintOf = (rank: number, ranks: number): Paint => (rank === 0 ? 'accent' : rank === ranks - 1 ? 'line' : 'muted');
