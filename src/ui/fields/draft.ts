/**
 * Between an answer and what stands in the fields of its question. `draftOf` fills the fields, `readDraft` reads them back;
 * whether what is read is an answer, core alone decides (`kindOf(question).accept`).
 */

import { isRealDate } from '../../core/day.ts';
import type { Answer, Evidence, Row, Value } from '../../core/format/answer.ts';
import type { Entry } from '../../core/format/assessment.ts';
import type { Column, Question, QuestionOf } from '../../core/format/questionnaire.ts';
import { type Problem, problem } from '../../core/problems.ts';
import { kindOf } from '../../core/questions/index.ts';
import { cellName, DECLINED, NO_ROWS, namesOf, UNKNOWN } from './names.ts';
import { parseNumber } from './parseNumber.ts';

/** Values by name of form field. */
export type Draft = Readonly<Record<string, unknown>>;

/** What keeps a draft from being an answer, and the form field where. */
export interface Complaint {
  readonly name: string;
  readonly problem: Problem;
  /** For a cell of a table. */
  readonly row?: number;
  readonly column?: Column;
}

/** As the history takes it. */
type Given = Extract<Entry, { kind: 'answer' }>['answer'];

/** An answer, or null for "not yet answered", or everything that stands in the way of one. */
export type Reading = { readonly ok: true; readonly answer: Given } | { readonly ok: false; readonly complaints: readonly Complaint[] };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const trimmed = (value: unknown): string => text(value).trim();
/** A group of one checkbox gives its value or false rather than a list. */
const list = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : text(value) ? [text(value)] : [];

/** What the fields of a question hold for this answer. */
export function draftOf(question: Question, answer: Answer | undefined): Draft {
  const n = namesOf(question.id);
  const evidence = answer?.evidence;
  const state = answer?.state === 'unknown' ? UNKNOWN : answer?.state === 'declined' ? DECLINED : '';
  const value = answer?.state === 'answered' ? answer.value : undefined;
  return {
    ...valueDraft(question, value, state),
    [n.incomplete]: answer?.state === 'answered' && answer.incomplete === true,
    [n.grade]: evidence?.grade ?? '',
    [n.title]: evidence?.title ?? '',
    [n.date]: evidence?.date ?? '',
    [n.reference]: evidence?.reference ?? '',
    [n.file]: evidence?.file ?? null,
    [n.note]: answer?.note ?? '',
  };
}

function valueDraft(question: Question, value: Value | undefined, state: string): Draft {
  const n = namesOf(question.id);
  switch (question.type) {
    case 'single':
      return { [n.choice]: state || text(value) };
    case 'several':
    case 'countries':
      return { [n.choice]: state ? [state] : list(value) };
    case 'number':
    case 'date':
    case 'text': {
      const isOption = 'options' in question && question.options?.some((option) => option.id === value);
      return { [n.choice]: state || (isOption ? text(value) : ''), [n.typed]: isOption || value === undefined ? '' : String(value) };
    }
    case 'table': {
      const rows = Array.isArray(value) ? value : [];
      const none = value !== undefined && rows.length === 0;
      const cells = rows.map((row: Row) => Object.fromEntries(question.columns.map(({ id }) => [id, String(row[id] ?? '')])));
      return { [n.choice]: state || (none ? NO_ROWS : ''), [n.rows]: cells.length > 0 || question.noRows ? cells : [emptyRow(question)] };
    }
  }
}

/** A row of which nothing is filled in. */
export const emptyRow = (question: QuestionOf<'table'>): Readonly<Record<string, string>> =>
  Object.fromEntries(question.columns.map(({ id }) => [id, '']));

/** Reads the fields of a question. An empty field is no answer; a row of which nothing is filled in is no row. */
export function readDraft(question: Question, draft: Draft): Reading {
  const n = namesOf(question.id);
  const { evidence, complaints } = readEvidence(question, draft);
  const note = trimmed(draft[n.note]);
  const about = { ...(evidence && { evidence }), ...(note && { note }) };
  const [only] = list(draft[n.choice]);
  const value = only === UNKNOWN || only === DECLINED ? undefined : readValue(question, draft);
  if (value !== undefined)
    complaints.push(
      ...kindOf(question)
        .accept(question, value, null)
        .map((one) => complaintAt(question, draft, one)),
    );
  if (complaints.length > 0) return { ok: false, complaints };
  if (only === UNKNOWN || only === DECLINED) return { ok: true, answer: { state: only === UNKNOWN ? 'unknown' : 'declined', ...about } };
  if (value === undefined) return { ok: true, answer: null };
  const incomplete = draft[n.incomplete] === true && kindOf(question).list && !standsAlone(question, only);
  // `accept` has just said that the value is one.
  return { ok: true, answer: { state: 'answered', value, ...(incomplete && { incomplete }), ...about } as Given };
}

/** Can this choice not stand beside another one, so that a list with it cannot be incomplete? */
export function standsAlone(question: Question, choice: string | undefined): boolean {
  if (choice === UNKNOWN || choice === DECLINED) return true;
  if (question.type === 'countries') return question.options?.some((option) => option.id === choice) ?? false;
  return question.type === 'several' && question.options.some((option) => option.exclusive && option.id === choice);
}

function readValue(question: Question, draft: Draft): unknown {
  const n = namesOf(question.id);
  const chosen = list(draft[n.choice]);
  switch (question.type) {
    case 'single':
      return chosen[0];
    case 'several':
    case 'countries':
      return chosen.length > 0 ? chosen : undefined;
    case 'number':
      return chosen[0] ?? (trimmed(draft[n.typed]) ? parseNumber(trimmed(draft[n.typed])) : undefined);
    case 'date':
    case 'text':
      return chosen[0] ?? (trimmed(draft[n.typed]) || undefined);
    case 'table': {
      if (chosen[0] === NO_ROWS) return [];
      const rows = filledRows(question, draft);
      return rows.length > 0 ? rows.map(({ cells }) => cells) : undefined;
    }
  }
}

/** The rows of which something is filled in, and where each stands in the form. */
function filledRows(question: QuestionOf<'table'>, draft: Draft) {
  const rows: unknown = draft[namesOf(question.id).rows];
  return (Array.isArray(rows) ? rows : [])
    .map((row: Draft, at) => ({ at, cells: readRow(question.columns, row) }))
    .filter(({ cells }) => Object.keys(cells).length > 0);
}

function readRow(columns: readonly Column[], row: Draft): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const cell = trimmed(row[column.id]);
      const isOption = 'options' in column && column.options?.some((option) => option.id === cell);
      return cell ? [[column.id, column.type === 'number' && !isOption ? parseNumber(cell) : cell]] : [];
    }),
  );
}

function readEvidence(question: Question, draft: Draft): { evidence: Evidence | undefined; complaints: Complaint[] } {
  const n = namesOf(question.id);
  const [grade, title, date, reference] = [n.grade, n.title, n.date, n.reference].map((name) => trimmed(draft[name]));
  const file = draft[n.file] as Evidence['file'] | null;
  const evidence = {
    ...(grade && { grade }),
    ...(title && { title }),
    ...(date && { date }),
    ...(reference && { reference }),
    ...(file && { file }),
  };
  const complaints = date && !isRealDate(date) ? [{ name: n.date, problem: problem('', 'value-not-a-date', { found: date }) }] : [];
  return { evidence: Object.keys(evidence).length > 0 ? evidence : undefined, complaints };
}

/** The field that a problem is at: a cell by its path, what is typed, or the choices. */
function complaintAt(question: Question, draft: Draft, found: Problem): Complaint {
  const n = namesOf(question.id);
  const [, row, columnId] = found.path.split('/');
  if (question.type === 'table' && row !== undefined && columnId !== undefined) {
    const column = question.columns.find((one) => one.id === columnId);
    const at = filledRows(question, draft)[Number(row)]?.at;
    if (column && at !== undefined) return { name: cellName(question.id, at, columnId), problem: found, row: at, column };
  }
  const typed = question.type === 'number' || question.type === 'date' || question.type === 'text';
  return { name: typed ? n.typed : n.choice, problem: found };
}
