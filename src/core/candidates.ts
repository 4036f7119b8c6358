/** What could be answered otherwise so that a gate goes off: the raw material of the search for exits (method G5). */
import { numberFor, statementOn } from './conditions.ts';
import type { Answer, Answers, Value } from './format/answer.ts';
import type { Condition } from './format/condition.ts';
import type { Item, Model } from './model.ts';
import { kindOf } from './questions/index.ts';
import { isList, isRows } from './questions/kind.ts';

/**
 * One answer to try. `keep`: the present one, better shown; `trim`: the present list without what offends; `change`: another.
 * The less is asked for, the earlier it stands.
 */
export interface Candidate {
  readonly question: string;
  readonly answer: Extract<Answer, { state: 'answered' }>;
  readonly grade: string;
  readonly how: 'keep' | 'trim' | 'change';
}

type Statement = Extract<Condition, { question: string }>;

/** By question, in the order of the condition; what asks for less first, then by least risk. */
export function candidatesOf(model: Model, answers: Answers, gate: string): ReadonlyMap<string, readonly Candidate[]> {
  const statements = statementsUnder(model, gate);
  const found = new Map<string, readonly Candidate[]>();
  for (const question of new Set(statements.map((one) => one.question))) {
    const item = model.items[model.indexOf(question) ?? -1];
    // What the buyer itself states is not for anyone to change (SPEC G5.1).
    if (!item || item.question.evidence === 'none') continue;
    const about = statements.filter((one) => one.question === question);
    const grade = fullGrade(model, Math.max(...about.map((one) => model.gradeRank(one.settledFrom))));
    const present = answers.get(question);
    const to = (value: Value, how: Candidate['how']): Candidate => ({
      question,
      answer: { state: 'answered', value, evidence: { grade } },
      grade,
      how,
    });
    const values = othersThan(present, samplesOf(model, item, about));
    if (present?.state !== 'answered') {
      found.set(
        question,
        values.map((value) => to(value, 'change')),
      );
      continue;
    }
    const trimmed = trim(model, item, present.value, about);
    const kept: Candidate = {
      ...to(present.value, 'keep'),
      answer: { ...present, incomplete: undefined, evidence: { ...present.evidence, grade } },
    };
    found.set(question, [kept, ...(trimmed ? [to(trimmed, 'trim')] : []), ...values.map((value) => to(value, 'change'))]);
  }
  return found;
}

/** The weakest grade that counts in full and settles: as little as can be asked for. */
function fullGrade(model: Model, settledFrom: number): string {
  const grades = model.questionnaire.grades;
  const least = Math.min(...grades.map((grade) => grade.widening));
  return (grades.find((grade, rank) => grade.widening === least && rank >= settledFrom) ?? grades.at(-1))?.id ?? '';
}

/** Acceptable values that stand for all, least risk first; for a number also those around what it is compared with. */
function samplesOf(model: Model, { question }: Item, statements: readonly Statement[]): readonly Value[] {
  const kind = kindOf(question);
  const edges = statements.flatMap((one) => {
    if (question.type !== 'number' || one.op !== 'number-is') return [];
    const edge = numberFor(one.to, model);
    return [edge - 1, edge, edge + 1];
  });
  const risk = (value: Value) => kind.risk(question, value, false, model.classify).low;
  return [...new Set([...kind.samples(question, model.classify, model.countries), ...edges])]
    .filter((value) => kind.accept(question, value, null).length === 0)
    .sort((a, b) => risk(a) - risk(b));
}

const othersThan = (present: Answer | undefined, values: readonly Value[]): readonly Value[] =>
  present?.state === 'answered' ? values.filter((value) => JSON.stringify(value) !== JSON.stringify(present.value)) : values;

/** A list without the entries that alone fulfil a statement; null where nothing remains, nothing goes, or it is no list. */
function trim(model: Model, { question }: Item, value: Value, statements: readonly Statement[]): Value | null {
  const innocent = (alone: Value) => statements.every((one) => statementOn(one, question, alone, false, model) === 'false');
  const rest = isRows(value) ? value.filter((row) => innocent([row])) : isList(value) ? value.filter((one) => innocent([one])) : [];
  return rest.length > 0 && rest.length < (value as readonly unknown[]).length ? (rest as Value) : null;
}

/**
 * Every statement that the gate rests on: its own, those of earlier gates that it looks at or that lift a section it looks at,
 * for a section every scored question of it (heaviest first), and what decides whether a question applies.
 */
function statementsUnder(model: Model, gate: string): readonly Statement[] {
  const found: Statement[] = [];
  const seen = new Set<string>();
  const once = (kind: string, id: string, then: () => void) => {
    if (seen.has(`${kind} ${id}`)) return;
    seen.add(`${kind} ${id}`);
    then();
  };
  const visibility = (id: string) =>
    once('question', id, () => {
      const visible = model.items[model.indexOf(id) ?? -1]?.question.visible;
      if (visible) walk(visible, 0);
    });
  const walkGate = (index: number) =>
    once('gate', String(index), () => {
      const found = model.gates[index];
      if (found) walk(found.when, index);
    });
  /** `before`: index of the gate whose condition this is. */
  const walk = (condition: Condition, before: number): void => {
    switch (condition.op) {
      case 'all':
      case 'any':
        for (const one of condition.of) walk(one, before);
        break;
      case 'not':
        walk(condition.of, before);
        break;
      case 'gate':
        walkGate(model.gates.findIndex((one) => one.id === condition.gate));
        break;
      case 'section-at-least': {
        const items = (model.sections[model.sectionIndex(condition.section) ?? -1]?.items ?? []).flatMap(
          (index) => model.items[index] ?? [],
        );
        for (const { question } of items.filter((item) => item.bounds).sort((a, b) => b.question.weight - a.question.weight)) {
          found.push({ op: 'answer-risk-at-least', question: question.id, risk: 0 });
          visibility(question.id);
        }
        model.gates.slice(0, before).forEach((earlier, index) => {
          if (earlier.effects.some((one) => one.effect === 'section-at-least' && one.section === condition.section)) walkGate(index);
        });
        break;
      }
      default:
        found.push(condition);
        visibility(condition.question);
    }
  };
  walkGate(model.gates.findIndex((one) => one.id === gate));
  return found;
}
