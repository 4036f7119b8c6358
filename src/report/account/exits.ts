import { type Change, canBePromised, type Exit, exitsOf, promisedExits, togetherOf } from '../../core/exits.ts';
import type { Value } from '../../core/format/answer.ts';
import type { Condition } from '../../core/format/condition.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import type { State } from '../../core/history.ts';
import type { Model } from '../../core/model.ts';
import { isList, isRows } from '../../core/questions/kind.ts';
import type { Result } from '../../core/result.ts';
import { lazily, once } from '../once.ts';
import { answerInline, valueLines, type Wording } from '../words.ts';
import { bandName } from './headline.ts';

/** One computed way out (method G5): all its changes together, and what the rating would then be. */
interface ExitAccount {
  readonly changes: readonly string[];
  readonly after: string;
  /** Can a bidder promise it (SPEC G5.4)? */
  readonly canBePromised: boolean;
}

/** The computed ways out of a gate. */
export interface ExitAccounts {
  readonly ways: readonly ExitAccount[];
  /** Those that a bidder can promise (SPEC G5.4). */
  readonly promised: readonly ExitAccount[];
  /** What they come to together, by what can be promised where anything can (SPEC G5.7); nothing where there is no way. */
  readonly outcome: string | undefined;
}

export function exitAccounts(model: Model, state: State, result: Result, gate: string, words: Wording): ExitAccounts {
  const exits = exitsOf(model, state.answers, result, gate);
  const promised = once(() => promisedExits(model, state.answers, result, gate, exits));
  const told = (some: readonly Exit[]) => some.map((exit) => exitAccount(model, state, [gate], exit, words));
  return lazily({ ways: told(exits) }, { promised: () => told(promised()), outcome: () => outcomeOf(model, exits, promised(), words) });
}

/** It says so where there is more than can be promised. */
function outcomeOf(model: Model, exits: readonly Exit[], promised: readonly Exit[], words: Wording): string | undefined {
  const together = togetherOf(model, promised.length > 0 ? promised : exits);
  const outcome = together && outcomeWords(model, together, words);
  return outcome === undefined || promised.length === 0 || promised === exits ? outcome : words.t('method.after.promised', { outcome });
}

/** A way out of these gates together. */
export function exitAccount(model: Model, state: State, gates: readonly string[], exit: Exit, words: Wording): ExitAccount {
  const columns = new Set(gates.flatMap((gate) => columnsOf(model, gate)));
  return {
    changes: exit.changes.map((change) => changeWords(model, state, change, columns, words)),
    after: outcomeWords(model, exit, words),
    canBePromised: canBePromised(model, exit),
  };
}

/** Columns of tables that a gate looks at, through earlier gates. */
function columnsOf(model: Model, gate: string): readonly string[] {
  const walk = (condition: Condition): readonly string[] => {
    switch (condition.op) {
      case 'all':
      case 'any':
        return condition.of.flatMap(walk);
      case 'not':
        return walk(condition.of);
      case 'gate':
        return columnsOf(model, condition.gate);
      case 'section-at-least':
        return [];
      default:
        return condition.column === undefined ? [] : [condition.column];
    }
  };
  const found = model.gates.find(({ id }) => id === gate);
  return found ? walk(found.when) : [];
}

/** What they lead to: one rating, or the best and the worst. */
function outcomeWords(model: Model, { after, worst }: Pick<Exit, 'after' | 'worst'>, words: Wording): string {
  const best = afterWords(model, after, words);
  return worst ? words.t('method.after.between', { best, worst: afterWords(model, worst, words) }) : best;
}

function changeWords(model: Model, state: State, change: Change, columns: ReadonlySet<string>, words: Wording): string {
  const { t, f, local } = words;
  const item = model.items[model.indexOf(change.question) ?? -1];
  if (!item) return change.question;
  const grade = model.questionnaire.grades.find(({ id }) => id === change.grade);
  const params = { question: local(item.question.text), grade: grade ? local(grade.name) : change.grade };
  if (change.keep)
    return t('method.change.keep', {
      ...params,
      answer: t('method.quoted', { title: answerInline(item.question, state.answers.get(change.question), words) }),
    });
  const between = change.between ? betweenWords(item.question, change.values, words) : undefined;
  if (between !== undefined) return t('method.change.new', { ...params, answer: between });
  const values = [...new Set(change.values.map((value) => wanted(model, item.question, value, columns, words)))];
  return t('method.change.new', { ...params, answer: f.or(values.map((title) => t('method.quoted', { title }))) });
}

/** Any number from the least to the greatest; an end that is the question's own is left out. */
function betweenWords(question: Question, values: readonly Value[], words: Wording): string | undefined {
  if (question.type !== 'number') return undefined;
  const numbers = values.filter((value) => typeof value === 'number');
  const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)];
  const [from, to] = [least, greatest].map((value) => valueLines(question, value, words).join());
  if (least === question.min && greatest < (question.max ?? Number.POSITIVE_INFINITY))
    return words.t('method.change.atMost', { to: to ?? '' });
  if (greatest === question.max && least > (question.min ?? Number.NEGATIVE_INFINITY))
    return words.t('method.change.atLeast', { from: from ?? '' });
  return words.t('method.change.between', { from: from ?? '', to: to ?? '' });
}

/**
 * A value to have instead. A sample country stands for its whole class, so the class is named; of a row, only the columns
 * count that the gate looks at.
 */
function wanted(model: Model, question: Question, value: Value, columns: ReadonlySet<string>, words: Wording): string {
  const listed = isList(value) ? value[0] : undefined;
  if (question.type === 'countries' && isList(value) && value.length === 1 && listed !== undefined && /^[A-Z]{2}$/.test(listed)) {
    const found = model.questionnaire.countryClasses?.find((one) => one.id === model.classify(listed));
    if (found) return words.t('method.change.class', { name: words.local(found.name) });
  }
  const shown =
    isRows(value) && value.length > 0
      ? value.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => columns.has(column))))
      : value;
  return [...new Set(valueLines(question, shown, words))].join('; ');
}

function afterWords(model: Model, after: Exit['after'], words: Wording): string {
  const { t, f } = words;
  if (after.headline.kind === 'stop') return t('method.after.stop');
  if (!after.overall || !after.rating) return t('method.after.notScored');
  const score = f.interval(after.overall);
  const [low, high] = [bandName(model, after.rating.low, words), bandName(model, after.rating.high, words)];
  if (after.headline.kind === 'band') return t('method.after.band', { band: high, score });
  return low === high ? t('method.after.unsettled', { band: high, score }) : t('method.after.range', { low, high, score });
}
