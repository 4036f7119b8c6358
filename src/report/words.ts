/** How what core describes becomes text in a language. Small and pure: the screen uses it too. */

import type { Answer, Evidence, Value } from '../core/format/answer.ts';
import type { LocalText } from '../core/format/primitives.ts';
import type { Question, Questionnaire } from '../core/format/questionnaire.ts';
import { type Described, kindOf, type Said } from '../core/questions/index.ts';
import type { Formats } from '../i18n/format.ts';
import type { MethodKey } from '../i18n/languages.ts';
import type { Translate } from '../i18n/translator.ts';
import { UNANSWERED } from './account/keys.ts';
import { visible } from './pdf/visible.ts';

/** All that is needed to put a result into words: the method's messages, formats, texts of a questionnaire, names of countries. */
export interface Wording {
  readonly t: Translate<MethodKey>;
  readonly f: Formats;
  readonly local: (text: LocalText) => string;
  readonly country: (code: string) => string;
}

/** A number with its unit, if it has one. */
export const amountWords = (number: number, unit: LocalText | undefined, { t, f, local }: Pick<Wording, 't' | 'f' | 'local'>): string =>
  unit ? t('method.amount', { count: number, number: f.number(number), unit: local(unit) }) : f.number(number);

/** One thing that a value says. */
export function saidWords(one: Said, words: Wording): string {
  const { f, local, country } = words;
  switch (one.say) {
    case 'text':
      return local(one.text);
    case 'plain':
      return visible(one.plain);
    case 'number':
      return amountWords(one.number, one.unit, words);
    case 'day':
      return f.day(one.day);
    case 'country':
      return country(one.country);
  }
}

/** A value as lines: one for each item, or for each row of a table. */
function describedLines(described: Described, words: Wording): readonly string[] {
  switch (described.shape) {
    case 'none':
      return [words.local(described.text)];
    case 'items':
      return described.items.map((item) => saidWords(item, words));
    case 'rows':
      return described.rows.map((row) =>
        row
          .flatMap((cell, i) => {
            const column = described.columns[i];
            return cell && column ? [cellWords(words.local(column), saidWords(cell, words), words)] : [];
          })
          .join(' · '),
      );
  }
}

/** A cell after the name of its column, which may be a question itself. */
export const cellWords = (column: string, value: string, { t }: Pick<Wording, 't'>): string =>
  t(column.endsWith('?') ? 'method.cellAsked' : 'method.cell', { column, value });

/** Questions and gates are spoken of by their id in capitals: DL-08. */
export const tagOf = (id: string): string => id.toUpperCase();

/** The lines of a value of this question. */
export const valueLines = (question: Question, value: Value, words: Wording): readonly string[] =>
  describedLines(kindOf(question).describe(question, value), words);

/** An answer as lines, its state in words where there is no value; an incomplete list says so in its last line. */
export function answerLines(question: Question, answer: Answer | undefined, words: Wording): readonly string[] {
  if (!answer) return [words.t('method.state.open')];
  if (answer.state !== 'answered') return [words.t(UNANSWERED[answer.state])];
  const lines = valueLines(question, answer.value, words);
  return answer.incomplete ? [...lines, words.t('method.incomplete')] : lines;
}

/** The same on one line, for use in a sentence. */
export const answerInline = (question: Question, answer: Answer | undefined, words: Wording): string =>
  answerLines(question, answer, words).join('; ');

/** What an answer rests on: grade, title, day, reference, file. Empty where nothing is named. */
export function evidenceParts(evidence: Evidence | undefined, questionnaire: Questionnaire, words: Wording): readonly string[] {
  const grade = gradeOf(evidence, questionnaire, words);
  return [...(grade === undefined ? [] : [grade]), ...documentParts(evidence, words)];
}

/** The same on one line, the document first; says so where nothing is named. */
export function evidenceInline(evidence: Evidence | undefined, questionnaire: Questionnaire, words: Wording): string {
  const grade = gradeOf(evidence, questionnaire, words);
  const document = documentParts(evidence, words).join(', ');
  if (document === '') return grade ?? words.t('method.evidence.none');
  return grade === undefined ? document : words.t('method.evidence.graded', { document, grade });
}

function gradeOf(evidence: Evidence | undefined, { grades }: Questionnaire, { local }: Wording): string | undefined {
  const grade = grades.find(({ id }) => id === evidence?.grade);
  return grade && local(grade.name);
}

function documentParts(evidence: Evidence | undefined, { t, f }: Wording): readonly string[] {
  if (!evidence) return [];
  return [
    ...(evidence.title ? [visible(evidence.title)] : []),
    ...(evidence.date ? [t('method.evidence.date', { day: f.day(evidence.date) })] : []),
    ...(evidence.reference ? [visible(evidence.reference)] : []),
    ...(evidence.file ? [t('method.evidence.file', { name: visible(evidence.file.name), sha256: evidence.file.sha256 })] : []),
  ];
}
