/** Random evaluators: each goes on with its own copy of a history, now and then merges in another's, and settles what differs. */
import { canonicalJson } from '../../../src/core/canonical.ts';
import { mergeHistories } from '../../../src/core/evaluators/merge.ts';
import type { Answer } from '../../../src/core/format/answer.ts';
import type { Entry } from '../../../src/core/format/assessment.ts';
import { fold } from '../../../src/core/history.ts';
import type { Dice } from './dice.ts';

export const DAY = '2026-05-01T10:00:00.000Z';

/** The merged history. @throws where it is refused */
export function merged(...histories: readonly (readonly Entry[])[]): readonly Entry[] {
  const found = mergeHistories(histories);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

/** `answer`: a new answer to one of a few questions. */
export function randomEvaluators(
  d: Dice,
  answer: (question: string) => Answer,
  questions: readonly string[],
): readonly (readonly Entry[])[] {
  let made = 0;
  const copies: (readonly Entry[])[] = [[]];
  const author = d.int(2, 4);
  const entry = (history: readonly Entry[], by: string): Entry => {
    const base = { id: `entry-${made++}`, at: new Date(Date.parse(DAY) + d.int(0, 3) * 1000).toISOString(), by };
    const kind = d.int(0, 9);
    if (kind === 0 && history.length > 0) return { ...base, kind: 'undo', entry: d.pick(history).id };
    if (kind === 1) return { ...base, kind: 'detail', detail: d.pick(['title', 'vendor'] as const), value: d.pick(['', 'one', 'two']) };
    if (kind === 2)
      return { ...base, kind: 'override', override: d.chance(80) ? { band: d.pick(['low', 'high']), reason: 'because' } : null };
    const [disputed] = fold(history).disputed.keys();
    const question = disputed && d.chance(50) ? disputed : d.pick(questions);
    const settles = question === disputed && d.chance(80);
    return {
      ...base,
      kind: 'answer',
      question,
      answer: d.chance(90) ? answer(question) : null,
      ...(settles ? { reason: 'both were asked again' } : {}),
    };
  };
  const grow = (at: number, most: number) => {
    for (let n = d.int(0, most); n > 0; n--) {
      const history = copies[at] ?? [];
      copies[at] = [...history, entry(history, `author ${at}`)];
    }
  };
  grow(0, 3);
  for (let i = 1; i < author; i++) copies.push(d.chance(70) ? (copies[0] ?? []) : []);
  for (let rounds = d.int(1, 3); rounds > 0; rounds--) {
    for (let i = 0; i < author; i++) grow(i, 3);
    if (d.chance(60)) {
      const at = d.int(0, author - 1);
      copies[at] = merged(copies[at] ?? [], d.pick(copies));
    }
  }
  return copies;
}

/**
 * The entries on a question that stand, by the rules read out loud: every pair is asked whether one had seen the other. Slow, and independent
 * of how the core finds it.
 */
export function slowly(history: readonly Entry[], question: string): readonly Entry[] {
  const seenBy = new Map<string, ReadonlySet<string>>();
  history.forEach(({ id, after }, i) => {
    const direct = after ?? history.slice(0, i).map((one) => one.id);
    seenBy.set(id, new Set(direct.flatMap((one) => [one, ...(seenBy.get(one) ?? [])])));
  });
  const saw = (later: Entry, earlier: Entry) => seenBy.get(later.id)?.has(earlier.id) === true;
  const withdrawn = (id: string): boolean => history.some((one) => one.kind === 'undo' && one.entry === id && !withdrawn(one.id));
  const about = history.filter((one) => one.kind === 'answer' && one.question === question && !withdrawn(one.id));
  const standingAmong = (among: readonly Entry[]): readonly Entry[] =>
    among.filter((one) => !among.some((later) => saw(later, one) && takesPlace(later)));
  const takesPlace = (entry: Entry): boolean => {
    const values = standingAmong(about.filter((one) => saw(entry, one))).flatMap((one) => (one.kind === 'answer' && one.answer) || []);
    return (entry.kind === 'answer' && entry.reason !== undefined) || new Set(values.map((one) => canonicalJson(alone(one)))).size < 2;
  };
  return standingAmong(about);
}

const alone = (answer: Answer) => (answer.state === 'answered' ? answer.value : [answer.state]);
