/** A table of answers, the same in every run: as our document, and as plain text set with jsPDF alone. */
import { jsPDF } from 'jspdf';
import type { Block, Document } from '../../../src/report/blocks.ts';

export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** What every file shows; `widths`: of the columns, as shares of the line. They are about those that autotable chooses itself. */
export const TABLE = {
  title: 'Answers',
  head: ['Question', 'Answer', 'Weight', 'Risk', 'Points'],
  widths: [0.55, 0.24, 0.07, 0.07, 0.07],
} as const;
/** Width of A4 without autotable's margins, in points. */
export const LINE = 515.28;
const WORDS =
  'vendor data access control review policy incident backup key audit supplier network region staff contract log recovery owner risk'.split(
    ' ',
  );

/** So many sections of 25 rows each. */
export function sectionsOf(count: number): readonly Section[] {
  const each = 25;
  const draw = drawer(20261126);
  const phrase = (length: number): string => Array.from({ length }, () => WORDS[draw(WORDS.length)]).join(' ');
  return Array.from({ length: count }, (_, s) => ({
    title: `Section ${s + 1}: ${phrase(3)}`,
    rows: Array.from({ length: each }, (_, i) => {
      const [weight, risk] = [1 + draw(5), draw(101)];
      return [`${s * each + i + 1}. ${phrase(6 + draw(12))}?`, phrase(2 + draw(5)), String(weight), String(risk), String(weight * risk)];
    }),
  }));
}

/** The same numbers each time (mulberry32). */
function drawer(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

export const documentOf = (sections: readonly Section[]): Document => ({
  title: TABLE.title,
  eyebrow: 'Benchmark',
  language: 'en',
  author: 'Benchmark',
  subject: 'Benchmark',
  date: '2026-11-26T09:00:00Z',
  data: '{}',
  dataHash: '0'.repeat(64),
  made: { version: '0.0.0', engine: 'none' },
  foot: 'Benchmark',
  pageLabel: (page, pages) => `${page} of ${pages}`,
  blocks: sections.flatMap(({ title, rows }): readonly Block[] => [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'table',
      columns: TABLE.head.map((head, i) => ({
        head,
        width: TABLE.widths[i] ?? 0,
        ...(i === 0 ? { rowHeader: true } : {}),
        ...(i > 1 ? { align: 'end' as const } : {}),
      })),
      rows,
    },
  ]),
});

/** A line of texts beside one another, `widths` as shares of it; under rows there is a rule. */
export interface PlainLine {
  readonly cells: readonly string[];
  readonly widths: readonly number[];
  readonly isRow: boolean;
}

export const linesOf = (sections: readonly Section[]): readonly PlainLine[] => {
  const whole = (text: string): PlainLine => ({ cells: [text], widths: [1], isRow: false });
  const row = (cells: readonly string[]): PlainLine => ({ cells, widths: TABLE.widths, isRow: true });
  return [whole(TABLE.title), ...sections.flatMap(({ title, rows }) => [whole(title), row(TABLE.head), ...rows.map(row)])];
};

/** Text in columns, a rule under each row, new pages: what any table costs in jsPDF. */
export function plain(lines: readonly PlainLine[]): Uint8Array {
  const pdf = new jsPDF({ unit: 'pt', format: 'a4', compress: true });
  pdf.setFontSize(8);
  let y = 50;
  for (const { cells, widths, isRow } of lines) {
    const set = cells.map((text, i): string[] => pdf.splitTextToSize(text, (widths[i] ?? 0) * LINE - 6));
    const height = Math.max(...set.map((one) => one.length)) * 10 + 4;
    if (y + height > 800) {
      pdf.addPage();
      y = 50;
    }
    let x = 40;
    set.forEach((one, i) => {
      pdf.text(one, x, y);
      x += (widths[i] ?? 0) * LINE;
    });
    if (isRow) pdf.line(40, y + height - 10, 40 + LINE, y + height - 10);
    y += height;
  }
  return new Uint8Array(pdf.output('arraybuffer'));
}
