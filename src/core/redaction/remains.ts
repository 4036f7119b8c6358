/** Whether a text that is withheld in one place still stands in another: what a person must look at before it is handed on (SPEC W2). */
import type { Answer, Row } from '../format/answer.ts';
import type { Assessment } from '../format/assessment.ts';
import { ROLES } from '../format/final.ts';
import type { Redacted } from '../format/redacted.ts';
import { fold } from '../history.ts';
import { below } from '../problems.ts';
import { withholding } from './redact.ts';

export interface Remaining {
  /** JSON Pointer into the redacted record. */
  readonly path: string;
  /** The withheld text that stands there. */
  readonly text: string;
}

/** Shorter texts stand everywhere. */
const SHORTEST = 4;

/** In the documents, which are public, nothing is looked for. Every place once for each text. */
export function remains(assessment: Assessment, redacted: Redacted): readonly Remaining[] {
  const texts = withheldTexts(assessment, redacted);
  const { questionnaire: _, policy: __, facts: ___, ...own } = redacted;
  return stringsIn(own).flatMap(({ path, text }) =>
    texts.filter((withheld) => plain(text).includes(plain(withheld))).map((withheld) => ({ path, text: withheld })),
  );
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Everything typed that is withheld, each text once. Options and countries are no secrets of their own: who withholds one withholds its answer. */
function withheldTexts({ questionnaire, history }: Assessment, { withheld }: Redacted): readonly string[] {
  const isWithheld = withholding(withheld);
  const state = fold(history);
  const typed = new Map(
    questionnaire.sections.flatMap(({ pages }) =>
      pages.flatMap(({ questions }) =>
        questions.map(
          (one) =>
            [
              one.id,
              one.type === 'text'
                ? 'text'
                : one.type === 'table'
                  ? one.columns.filter(({ type }) => type === 'text').map(({ id }) => id)
                  : null,
            ] as const,
        ),
      ),
    ),
  );
  const ofAnswer = (id: string, answer: Answer): readonly (string | undefined)[] => {
    const { title, reference, file } = answer.evidence ?? {};
    const kind = typed.get(id);
    const value =
      answer.state !== 'answered' || !kind ? [] : kind === 'text' ? [String(answer.value)] : cells(answer.value as readonly Row[], kind);
    const whole = isWithheld('answer', id);
    return [
      ...(whole ? value : []),
      ...(whole || isWithheld('evidence', id) ? [title, reference, file?.name, file?.sha256] : []),
      ...(whole || isWithheld('note', id) ? [answer.note] : []),
    ];
  };
  // Everyone who wrote, also what no longer stands.
  const people = history.flatMap((entry) => [
    entry.by,
    ...(entry.kind === 'final' ? ROLES.flatMap((role) => [entry[role].name, entry[role].interest ?? '']) : []),
  ]);
  const found = [
    ...[...state.answers].flatMap(([id, answer]) => ofAnswer(id, answer)),
    ...Object.entries(state.details).flatMap(([detail, value]) => (isWithheld('detail', detail) ? [value] : [])),
    ...(isWithheld('override') && state.override ? [state.override.reason] : []),
    ...(isWithheld('people') ? [...people, state.details.assessor] : []),
  ];
  return [...new Set(found.flatMap((text) => (text && text.trim().length >= SHORTEST ? [text.trim()] : [])))];
}

const cells = (rows: readonly Row[], columns: readonly string[]): readonly string[] =>
  rows.flatMap((row) => columns.flatMap((id) => (row[id] === undefined ? [] : [String(row[id])])));

function stringsIn(value: unknown, path = ''): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => stringsIn(one, below(path, key)));
}
