import { sectionName } from '../account/gates.ts';
import { tagOf } from '../words.ts';
import { APPLIES, type BidLines, type SectionLine, type TablesContext } from './context.ts';
import { addresses, sumProduct } from './formula.ts';
import type { QuestionPart } from './reckoning.ts';
import { type Column, number, type Sheet, score, share, sheetOf, text } from './sheet.ts';

/** Columns of the two sheets that formulas look at, in their order. */
const QUESTION_COLUMNS = [
  'bid',
  'section',
  'question',
  'text',
  'applies',
  'weight',
  'countsLow',
  'riskLow',
  'countsHigh',
  'riskHigh',
  'share',
  'points',
] as const;
const SECTION_COLUMNS = [
  'bid',
  'section',
  'title',
  'weight',
  'countsLow',
  'meanLow',
  'floorLow',
  'heldLow',
  'countsHigh',
  'meanHigh',
  'floorHigh',
  'heldHigh',
  'share',
  'points',
  'answered',
] as const;
type Of<Ids extends readonly string[], Row> = Readonly<Record<Ids[number], Column<Row>>>;

export interface QuestionLine {
  readonly lines: BidLines;
  readonly line: SectionLine;
  readonly part: QuestionPart;
  readonly row: number;
}

const questionLines = ({ lines }: TablesContext): readonly QuestionLine[] =>
  lines.flatMap((bid) =>
    bid.sections.flatMap((line) => line.part.questions.map((part, i) => ({ lines: bid, line, part, row: line.from + i }))),
  );

/** Formulas look at its rows by their place. */
const inPlace = (sheet: Sheet): Sheet => ({ ...sheet, inPlace: true });

/** How each question enters the score of each bid, at both ends. */
export function arithmeticSheet(context: TablesContext): Sheet {
  const columns = arithmeticColumns(context);
  const rows = questionLines(context);
  return inPlace(
    sheetOf(
      context.t('tables.sheet.arithmetic'),
      QUESTION_COLUMNS.map((id) => columns[id]),
      rows,
    ),
  );
}

export function arithmeticColumns(context: TablesContext): Of<typeof QUESTION_COLUMNS, QuestionLine> {
  const { model, t, local } = context;
  const [own, sections] = [addresses(QUESTION_COLUMNS), addresses(SECTION_COLUMNS, t('tables.sheet.sections'))];
  const found = new Map(context.bids.map((bid) => [bid.id, new Map(bid.contributions.map((one) => [one.id, one]))]));
  const of = ({ lines: { bid }, part }: QuestionLine) => found.get(bid.id)?.get(part.item.question.id);
  const whole = ({ line: { from, to } }: QuestionLine) => sumProduct(own.range('weight', from, to), own.range('countsHigh', from, to));
  return {
    bid: { head: t('tables.bid'), width: 10, cell: ({ lines: { bid } }) => text(bid.label) },
    section: { head: t('tables.section'), width: 16, cell: ({ line }) => text(sectionName(model, line.part.section.id, context)) },
    question: { head: t('tables.question'), width: 12, cell: ({ part }) => text(tagOf(part.item.question.id)) },
    text: { head: t('tables.question.text'), width: 50, cell: ({ part }) => text(local(part.item.question.text)) },
    applies: {
      head: t('tables.question.applies'),
      width: 14,
      cell: ({ lines: { bid }, part }) => text(t(APPLIES[bid.result.questions[part.item.index]?.applicable ?? 'false'])),
    },
    weight: { head: t('tables.question.weight'), width: 11, cell: ({ part }) => number(part.item.question.weight) },
    countsLow: { head: t('tables.counts.low'), width: 11, cell: ({ part }) => number(part.low.counts ? 1 : 0) },
    riskLow: { head: t('tables.risk.low'), width: 11, cell: ({ part }) => score(part.low.risk) },
    countsHigh: { head: t('tables.counts.high'), width: 11, cell: ({ part }) => number(part.high.counts ? 1 : 0) },
    riskHigh: { head: t('tables.risk.high'), width: 11, cell: ({ part }) => score(part.high.risk) },
    share: {
      head: t('tables.share'),
      width: 11,
      cell: (row) =>
        share(
          of(row)?.share ?? 0,
          `${own.cell('weight', row.row)}*${own.cell('countsHigh', row.row)}/${whole(row)}*${sections.cell('share', row.line.row)}`,
        ),
    },
    points: {
      head: t('tables.points'),
      width: 11,
      cell: (row) => score(of(row)?.points ?? 0, `${own.cell('share', row.row)}*${own.cell('riskHigh', row.row)}`),
    },
  };
}

interface SectionRow {
  readonly lines: BidLines;
  readonly line: SectionLine;
}

/** The sections of each bid, before and after gates, and what each gives to the score. */
export function sectionSheet(context: TablesContext): Sheet {
  const columns = sectionColumns(context);
  const rows = context.lines.flatMap((lines) => lines.sections.map((line) => ({ lines, line })));
  return inPlace(
    sheetOf(
      context.t('tables.sheet.sections'),
      SECTION_COLUMNS.map((id) => columns[id]),
      rows,
    ),
  );
}

export function sectionColumns(context: TablesContext): Of<typeof SECTION_COLUMNS, SectionRow> {
  const { model, t, local } = context;
  const [own, questions] = [addresses(SECTION_COLUMNS), addresses(QUESTION_COLUMNS, t('tables.sheet.arithmetic'))];
  const ends = {
    low: { counts: 'countsLow', risk: 'riskLow', mean: 'meanLow', floor: 'floorLow' },
    high: { counts: 'countsHigh', risk: 'riskHigh', mean: 'meanHigh', floor: 'floorHigh' },
  } as const;
  const mean = (end: 'low' | 'high') => (row: SectionRow) => {
    const { from, to, part } = row.line;
    const [weights, counts] = [questions.range('weight', from, to), questions.range(ends[end].counts, from, to)];
    return score(
      part.ends?.[end].mean,
      `${sumProduct(weights, counts, questions.range(ends[end].risk, from, to))}/${sumProduct(weights, counts)}`,
    );
  };
  const held =
    (end: 'low' | 'high') =>
    ({ line: { part, row } }: SectionRow) =>
      score(part.ends?.[end].held, `MAX(${own.cell(ends[end].mean, row)},${own.cell(ends[end].floor, row)})`);
  const shareOf = ({ lines: { sections }, line: { part } }: SectionRow) => {
    const whole = sections.reduce((sum, { part }) => sum + (part.ends?.high.counts ? part.section.weight : 0), 0);
    return part.ends ? (part.ends.high.counts ? part.section.weight / whole : 0) : null;
  };
  return {
    bid: { head: t('tables.bid'), width: 10, cell: ({ lines: { bid } }) => text(bid.label) },
    section: { head: t('tables.section'), width: 16, cell: ({ line }) => text(sectionName(model, line.part.section.id, context)) },
    title: { head: t('tables.section.title'), width: 40, cell: ({ line }) => text(local(line.part.section.title)) },
    weight: { head: t('tables.section.weight'), width: 11, cell: ({ line }) => number(line.part.section.weight) },
    countsLow: { head: t('tables.section.counts.low'), width: 13, cell: ({ line }) => number(line.part.ends?.low.counts ? 1 : 0) },
    meanLow: { head: t('tables.section.mean.low'), width: 13, cell: mean('low') },
    floorLow: { head: t('tables.section.floor.low'), width: 13, cell: ({ line }) => score(line.part.ends?.low.floor) },
    heldLow: { head: t('tables.section.held.low'), width: 13, cell: held('low') },
    countsHigh: { head: t('tables.section.counts.high'), width: 13, cell: ({ line }) => number(line.part.ends?.high.counts ? 1 : 0) },
    meanHigh: { head: t('tables.section.mean.high'), width: 13, cell: mean('high') },
    floorHigh: { head: t('tables.section.floor.high'), width: 13, cell: ({ line }) => score(line.part.ends?.high.floor) },
    heldHigh: { head: t('tables.section.held.high'), width: 13, cell: held('high') },
    share: {
      head: t('tables.section.share'),
      width: 13,
      cell: (row) => {
        const [from, to] = reach(row.lines);
        const whole = sumProduct(own.range('weight', from, to), own.range('countsHigh', from, to));
        return share(shareOf(row), `${own.cell('weight', row.line.row)}*${own.cell('countsHigh', row.line.row)}/${whole}`);
      },
    },
    points: {
      head: t('tables.section.points'),
      width: 13,
      cell: (row) => {
        const [of, at] = [shareOf(row), row.line.row];
        return score(
          of === null ? null : of * (row.line.part.ends?.high.held ?? 0),
          `${own.cell('share', at)}*${own.cell('heldHigh', at)}`,
        );
      },
    },
    answered: { head: t('tables.section.answered'), width: 13, cell: ({ line }) => share(line.part.answered) },
  };
}

/** Rows of a bid among the sections. */
const reach = ({ sections }: BidLines): readonly [number, number] => [sections[0]?.row ?? 0, sections.at(-1)?.row ?? 0];

/** One end of a bid's score, over its sections. */
export function scoreFormula({ t }: TablesContext, lines: BidLines, end: 'low' | 'high'): string {
  const [from, to] = reach(lines);
  const { range } = addresses(SECTION_COLUMNS, t('tables.sheet.sections'));
  const [weights, counts] = [range('weight', from, to), range(end === 'low' ? 'countsLow' : 'countsHigh', from, to)];
  return `${sumProduct(weights, counts, range(end === 'low' ? 'heldLow' : 'heldHigh', from, to))}/${sumProduct(weights, counts)}`;
}
