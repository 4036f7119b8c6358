/** The laws of the method, over random questionnaires and answers. */
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { contributions } from '../../src/core/contributions.ts';
import { evaluate, update } from '../../src/core/evaluate.ts';
import type { Answer, Answers } from '../../src/core/format/answer.ts';
import type { Questionnaire } from '../../src/core/format/questionnaire.ts';
import type { Model } from '../../src/core/model.ts';
import { kindOf } from '../../src/core/questions/index.ts';
import type { Result } from '../../src/core/result.ts';
import { any, completed, completions, greatest, isOpen, least, turnedOut } from './support/completions.ts';
import type { Dice } from './support/dice.ts';
import { questionsOf, randomAnswer, randomAnswers, randomValue } from './support/randomAnswers.ts';
import { GRADES, randomQuestionnaire, USUAL } from './support/randomQuestionnaire.ts';
import { holds } from './support/runs.ts';
import { model } from './support/vocabulary.ts';

const TIME = 120_000;
/** Sums in another order differ by less than this; scores are compared at 1e-6 (R1). */
const NEAR = 1e-9;

/** Half of the cases without visibility and gates, where nothing hides what the sections do. */
function drawn(d: Dice, wishes = d.chance(50) ? USUAL : { ...USUAL, hidden: 0, gates: d.int(0, 1) }) {
  const built = randomQuestionnaire(d, wishes);
  const made = model(built);
  const answers = randomAnswers(d, built, d.pick([10, 50, 90]));
  return { built, made, answers, result: evaluate(made, answers) };
}

const intervals = (result: Result) => [result.overall, ...result.sections.flatMap((section) => [section.sum, section.interval])];

/** Every interval of `inner` lies in the one of `outer`; what is not scored fits only where that was possible. */
function expectWithin(inner: Result, outer: Result): void {
  intervals(outer).forEach((wide, i) => {
    const narrow = intervals(inner)[i];
    if (!narrow) {
      if (wide && 'optional' in wide) expect(wide.optional).toBe(true);
      return;
    }
    expect(wide).not.toBeNull();
    expect(narrow.low).toBeGreaterThanOrEqual((wide?.low ?? 0) - NEAR);
    expect(narrow.high).toBeLessThanOrEqual((wide?.high ?? 0) + NEAR);
  });
}

const rank = (built: Questionnaire, band: string | undefined) => built.bands.findIndex((one) => one.id === band);

it('L1 the interval contains the score of every completion of what is open', { timeout: TIME }, () => {
  holds('L1 containment', 4000, (d) => {
    const { built, made, answers, result } = drawn(d);
    const end = evaluate(made, completed(made, answers, d.pick([any(d), any(d), least, greatest])));
    expectWithin(end, result);
    if (end.rating && result.rating) {
      expect(rank(built, end.rating.low)).toBeGreaterThanOrEqual(rank(built, result.rating.low));
      expect(rank(built, end.rating.high)).toBeLessThanOrEqual(rank(built, result.rating.high));
    }
    for (const [i, gate] of end.gates.entries()) {
      const now = result.gates[i]?.state;
      if (now !== 'undetermined') expect(gate.state).toBe(now);
    }
    if (result.stop !== 'undetermined') expect(end.stop).toBe(result.stop);
    return result.overall ? 'scored' : 'not scored';
  });
});

it('L1 where no visibility and no gate is open, the interval is the hull of the completions', { timeout: TIME }, () => {
  holds('L1 hull', 3000, (d) => {
    const { made, answers, result } = drawn(d, d.chance(70) ? { ...USUAL, hidden: 0, gates: 1 } : USUAL);
    const settled =
      result.questions.every((one) => one.applicable !== 'undetermined') && result.gates.every((one) => one.state !== 'undetermined');
    if (!settled) return 'not settled';
    const best = evaluate(made, completed(made, answers, least));
    const worst = evaluate(made, completed(made, answers, greatest));
    intervals(result).forEach((interval, i) => {
      expect(Math.abs((interval?.low ?? 0) - (intervals(best)[i]?.low ?? 0))).toBeLessThan(NEAR);
      expect(Math.abs((interval?.high ?? 0) - (intervals(worst)[i]?.high ?? 0))).toBeLessThan(NEAR);
    });
    return 'equal';
  });
});

/** One step of knowing more about one question. */
function learned(d: Dice, made: Model, answers: Answers): { readonly answers: Answers; readonly how: string } | null {
  const { question } = d.pick(made.items);
  const answer = answers.get(question.id);
  const after = (given: Answer, how: string) => ({ answers: new Map([...answers, [question.id, given]]), how });
  if (answer?.state !== 'answered') {
    const given = randomAnswer(d, question, 0);
    return given ? after(given, 'answered') : null;
  }
  if (isOpen(question, answer) && d.chance(50)) return after(turnedOut(answer, d.pick(completions(made, question, answer))), 'completed');
  const grade = d.int(made.gradeRank(answer.evidence?.grade) + 1, GRADES.length - 1);
  return made.gradeRank(answer.evidence?.grade) + 1 < GRADES.length
    ? after({ ...answer, evidence: { grade: GRADES[grade] } }, 'better shown')
    : null;
}

it('L2 answering, completing a list or better evidence never widens an interval', { timeout: TIME }, () => {
  holds('L2', 4000, (d) => {
    const { built, made, answers, result } = drawn(d);
    const more = learned(d, made, answers);
    if (!more) return 'nothing to learn';
    const after = evaluate(made, more.answers);
    expectWithin(after, result);
    if (after.rating && result.rating) {
      expect(rank(built, after.rating.low)).toBeGreaterThanOrEqual(rank(built, result.rating.low));
      expect(rank(built, after.rating.high)).toBeLessThanOrEqual(rank(built, result.rating.high));
    }
    return more.how;
  });
});

it('L3 the order of answering changes nothing, to the bit', { timeout: TIME }, () => {
  holds('L3 order', 1000, (d) => {
    const { made, answers, result } = drawn(d);
    const shuffled = [...answers].map((entry) => ({ entry, at: d.int(0, 1e6) })).sort((a, b) => a.at - b.at);
    expect(isDeepStrictEqual(evaluate(made, new Map(shuffled.map((one) => one.entry))), result)).toBe(true);
    return result.overall ? 'scored' : 'not scored';
  });
});

it('L3 multiplying all weights of a section, or of all sections, by one factor changes nothing', { timeout: TIME }, () => {
  holds('L3 weights', 1500, (d) => {
    const { built, answers, result } = drawn(d);
    const factor = d.pick([0.001, 1 / 3, 3, 17, 1000]);
    const one = d.int(0, built.sections.length - 1);
    const allSections = d.chance(50);
    const sections = built.sections.map((section, i) => {
      if (allSections) return { ...section, weight: section.weight * factor };
      const pages = section.pages.map((page) => ({ ...page, questions: page.questions.map((q) => ({ ...q, weight: q.weight * factor })) }));
      return i === one ? { ...section, pages } : section;
    });
    const after = evaluate(model({ ...built, sections }), answers);
    expectWithin(after, result);
    expectWithin(result, after);
    expect(after.gates).toEqual(result.gates);
    expect(after.headline).toEqual(result.headline);
    return allSections ? 'all sections' : 'one section';
  });
});

it('L4 an answer of higher risk never lowers a score, as long as visibility and gates stand as they do', { timeout: TIME }, () => {
  holds('L4', 2500, (d) => {
    const { made, answers, result } = drawn(d);
    const { question } = d.pick(made.items);
    const before = answers.get(question.id);
    if (before?.state !== 'answered' || before.incomplete) return 'not tried';
    const value = randomValue(d, question);
    const risk = (of: typeof value) => kindOf(question).risk(question, of, false, made.classify);
    if (risk(value).low < risk(before.value).low || risk(value).high < risk(before.value).high) return 'not tried';
    const after = evaluate(made, new Map([...answers, [question.id, { ...before, value }]]));
    if (after.questions.some((one, i) => one.applicable !== result.questions[i]?.applicable)) return 'not tried';
    const gatesStand = isDeepStrictEqual(after.gates, result.gates);
    after.sections.forEach((section, i) => {
      const then = result.sections[i];
      expect(section.sum?.low ?? 0).toBeGreaterThanOrEqual((then?.sum?.low ?? 0) - NEAR);
      expect(section.sum?.high ?? 0).toBeGreaterThanOrEqual((then?.sum?.high ?? 0) - NEAR);
    });
    if (gatesStand) {
      expect(after.overall?.low ?? 0).toBeGreaterThanOrEqual((result.overall?.low ?? 0) - NEAR);
      expect(after.overall?.high ?? 0).toBeGreaterThanOrEqual((result.overall?.high ?? 0) - NEAR);
    }
    return 'raised';
  });
});

it('L5 a gate never lowers a rating; removing one never raises it', { timeout: TIME }, () => {
  holds('L5', 2500, (d) => {
    const { built, answers, result } = drawn(d, { ...USUAL, gates: 4, onlyRising: true });
    const gone = d.int(0, Math.max(0, built.gates.length - 1));
    const id = built.gates[gone]?.id ?? '';
    if (built.gates.length === 0 || built.gates.some((gate) => JSON.stringify(gate.when).includes(`"gate":"${id}"`)))
      return 'no gate to remove';
    const without = evaluate(model({ ...built, gates: built.gates.filter((gate) => gate.id !== id) }), answers);
    result.sections.forEach((section, i) => {
      for (const end of ['low', 'high'] as const)
        expect(section.interval?.[end] ?? 0).toBeGreaterThanOrEqual(without.sections[i]?.interval?.[end] ?? 0);
    });
    if (result.rating && without.rating) {
      for (const end of ['low', 'high'] as const)
        expect(rank(built, without.rating[end])).toBeLessThanOrEqual(rank(built, result.rating[end]));
    }
    return 'removed';
  });
});

it('L6 S4 contributions add up to the overall score at its upper end', { timeout: TIME }, () => {
  holds('L6', 2500, (d) => {
    const { made, result } = drawn(d);
    const parts = contributions(made, result);
    expect(Math.abs(parts.reduce((sum, part) => sum + part.points, 0) - (result.overall?.high ?? 0))).toBeLessThan(NEAR);
    expect(parts.every((part) => part.points >= 0 && part.share >= 0)).toBe(true);
    expect(parts.every((part) => part.settled >= 0 && part.settled <= part.points + NEAR)).toBe(true);
    const shares = parts.filter((part) => part.kind === 'question').reduce((sum, part) => sum + part.share, 0);
    if (result.overall) expect(Math.abs(shares - 1)).toBeLessThan(NEAR);
    return result.overall ? 'scored' : 'not scored';
  });
});

it('L7 one answer after another gives the same bits as all at once, and so does a round trip through JSON', { timeout: TIME }, () => {
  holds('L7', 2500, (d) => {
    const { built, made, answers, result } = drawn(d);
    let now = result;
    const state = new Map(answers);
    for (let step = d.int(1, 4); step > 0; step--) {
      const changed = Array.from({ length: d.int(1, 3) }, () => d.pick(questionsOf(built)));
      for (const question of changed) {
        const given = randomAnswer(d, question, 30);
        if (given) state.set(question.id, given);
        else state.delete(question.id);
      }
      now = update(
        made,
        now,
        state,
        changed.map((question) => question.id),
      );
    }
    const whole = evaluate(made, state);
    expect(isDeepStrictEqual(now, whole)).toBe(true);
    const again = JSON.parse(JSON.stringify({ built, answers: [...state] })) as {
      readonly built: Questionnaire;
      readonly answers: readonly [string, Answer][];
    };
    expect(isDeepStrictEqual(evaluate(model(again.built), new Map(again.answers)), whole)).toBe(true);
    expect(isDeepStrictEqual(JSON.parse(JSON.stringify(whole)), whole)).toBe(true);
    return whole.overall ? 'scored' : 'not scored';
  });
});
