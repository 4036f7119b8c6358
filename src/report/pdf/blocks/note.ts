/** Framed notes: a thick warm bar for a gate that holds, a tinted ground for everything else. */
import type { Note } from '../../blocks.ts';
import type { Flow, Ground } from '../flow.ts';
import { rectangle, roundedRectangle } from '../operators.ts';
import { INK } from '../theme.ts';

const FRAME = { padding: 10, bar: 4, indent: 14 } as const;

export function notePadding(): number {
  return 2 * FRAME.padding;
}

/** Calls `measure` with the column as it is inside of the note. */
export function insideNote<T>(flow: Flow, measure: () => T): T {
  const { left, right } = flow;
  flow.left = left + FRAME.indent;
  flow.right = right - FRAME.indent;
  const result = measure();
  flow.left = left;
  flow.right = right;
  return result;
}

/** `start`: height of the beginning of its contents. */
export function drawNote(flow: Flow, note: Note, start: number, contents: () => void): void {
  flow.room(start + 2 * FRAME.padding);
  const { left, width } = flow;
  const grounds: Record<Note['tone'], Ground> = {
    strong: (top, bottom) =>
      `${INK.card} rg ${rectangle(left, top, width, bottom - top)} f ${INK['risk-3']} rg ${rectangle(left, top, FRAME.bar, bottom - top)} f`,
    soft: (top, bottom) => `${INK.card} rg ${roundedRectangle(left, top, width, bottom - top, 3)} f`,
  };
  flow.onGround(grounds[note.tone], () => {
    flow.y += FRAME.padding;
    insideNote(flow, () => flow.within(flow.element('Div'), contents));
    flow.y += FRAME.padding;
  });
}
