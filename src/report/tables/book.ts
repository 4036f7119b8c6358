import type { ComparisonContext } from '../comparison/context.ts';
import { answerColumns, answerSheet, questionColumns } from './answers.ts';
import { arithmeticColumns, arithmeticSheet, type QuestionLine, sectionColumns, sectionSheet } from './arithmetic.ts';
import { bidSheet, gateSheet, placeSheet, ratingColumn, scoreColumns } from './bids.ts';
import { type BidLines, type TablesContext, tablesContext } from './context.ts';
import { criteriaSheet } from './criteria.ts';
import { type Column, type Sheet, sheetOf, text } from './sheet.ts';

/** A comparison as the sheets of a workbook: scores, sections, gates, answers, the arithmetic, draws and criteria. */
export function comparisonBook(comparison: ComparisonContext): readonly Sheet[] {
  const context = tablesContext(comparison);
  return [bidSheet, sectionSheet, gateSheet, answerSheet, arithmeticSheet, placeSheet, criteriaSheet].map((sheet) => sheet(context));
}

/**
 * The same in one table, a line for each question of each bid, with the figures of its section and bid repeated: for what takes one
 * file of plain text.
 */
export function comparisonTable(comparison: ComparisonContext): Sheet {
  const context = tablesContext(comparison);
  const { t, model } = context;
  const { low, high } = scoreColumns(context);
  const [section, arithmetic] = [sectionColumns(context), arithmeticColumns(context)];
  const columns: readonly Column<TableLine>[] = [
    { head: t('tables.bid'), width: 10, cell: ({ lines }) => text(lines.bid.label) },
    { head: t('tables.vendor'), width: 32, cell: ({ lines }) => text(lines.bid.name) },
    ...[ratingColumn(context), low, high].map(({ cell, ...column }) => ({ ...column, cell: ({ lines }: TableLine) => cell(lines) })),
    ...questionColumns(context).map((column) => of(column, ({ lines: { bid }, item }) => ({ bid, item }))),
    ...answerColumns(context).map((column) => of(column, ({ lines: { bid }, item }) => ({ bid, item }))),
    ...(['weight', 'countsLow', 'countsHigh', 'share', 'points'] as const).map((id) => of(arithmetic[id], ({ counted }) => counted)),
    ...(['weight', 'heldLow', 'heldHigh', 'share', 'points'] as const).map((id) =>
      of(section[id], ({ lines, line }) => line && { lines, line }),
    ),
  ];
  return sheetOf(
    t('tables.sheet.answers'),
    columns,
    context.lines.flatMap((lines) => {
      const bySection = new Map(lines.sections.map((line) => [line.part.section.id, line]));
      return model.items.map((item): TableLine => {
        const line = bySection.get(model.sections[item.section]?.section.id ?? '');
        const part = line?.part.questions.find((one) => one.item === item);
        return { lines, item, line, counted: line && part && { lines, line, part, row: 0 } };
      });
    }),
  );
}

/** A question of a bid; `line` where its section carries weight, `counted` where it enters the score. */
interface TableLine {
  readonly lines: BidLines;
  readonly item: TablesContext['model']['items'][number];
  readonly line: BidLines['sections'][number] | undefined;
  readonly counted: QuestionLine | undefined;
}

/** A column of one kind of row in a table of another: empty where there is no such row. */
const of = <Row>({ cell, ...column }: Column<Row>, row: (line: TableLine) => Row | undefined): Column<TableLine> => ({
  ...column,
  cell: (line) => {
    const found = row(line);
    return found === undefined ? { kind: 'empty' } : cell(found);
  },
});
