/**
 * The score reckoned a second time, from the rules alone and in exact fractions, for questionnaires of single choices with
 * visibility: every way in which the undetermined questions may be there is gone through one by one.
 */
import { expect, it } from 'vitest';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answers } from '../../src/core/format/answer.ts';
import { subsets } from './support/completions.ts';
import type { Dice } from './support/dice.ts';
import { Fraction } from './support/fractions.ts';
import { holds } from './support/runs.ts';
import { answer, isIn, model, questionnaire, section, single } from './support/vocabulary.ts';

interface Asked {
  readonly id: string;
  readonly section: number;
  readonly weight: number;
  readonly risks: readonly number[];
  /** Applies where this question has one of the first `upTo` options. */
  readonly after: { readonly id: string; readonly upTo: number } | null;
  /** Chosen option and widening, or null: open. */
  readonly given: { readonly option: number; readonly grade: string } | null;
}
const WIDENING: Readonly<Record<string, number>> = { e0: 0.5, e1: 0.25, e2: 0 };

function drawn(d: Dice): { readonly weights: readonly number[]; readonly asked: readonly Asked[] } {
  const weights = Array.from({ length: d.int(1, 3) }, () => d.pick([0, 1, 2, 0.3, 35]));
  const asked: Asked[] = [];
  for (let i = 0, n = d.int(1, 9); i < n; i++) {
    const risks = Array.from({ length: d.int(1, 4) }, () => d.pick([0, 10, 33.3, 50, 66.7, 100]));
    const on = asked.length > 0 && d.chance(50) ? d.pick(asked) : null;
    asked.push({
      id: `q${i}`,
      section: d.int(0, weights.length - 1),
      weight: d.pick([0, 1, 2, 3.7, 0.1]),
      risks,
      after: on && { id: on.id, upTo: d.int(1, on.risks.length) },
      given: d.chance(60) ? { option: d.int(0, risks.length - 1), grade: d.pick(Object.keys(WIDENING)) } : null,
    });
  }
  // Questions stand section by section, and look back only.
  return {
    weights,
    asked: asked.map((one, i) => ({ ...one, section: Math.min(weights.length - 1, Math.floor((i * weights.length) / asked.length)) })),
  };
}

type Presence = 'yes' | 'no' | 'perhaps';
function presence(asked: readonly Asked[], one: Asked): Presence {
  if (!one.after) return 'yes';
  const { id, upTo } = one.after;
  const on = asked.find((other) => other.id === id);
  if (!on) throw new Error(id);
  const there = presence(asked, on);
  if (there === 'no') return 'no';
  if (!on.given) return 'perhaps';
  if (on.given.option >= upTo) return 'no';
  return there;
}

function ends({ risks, given }: Asked): readonly [Fraction, Fraction] {
  const sorted = [...risks].sort((a, b) => a - b);
  const best = Fraction.of(sorted[0] ?? 0);
  const worst = Fraction.of(sorted.at(-1) ?? 0);
  if (!given) return [best, worst];
  const value = Fraction.of(risks[given.option] ?? 0);
  return [value, value.plus(Fraction.of(WIDENING[given.grade] ?? 0).times(worst.minus(value)))];
}

function mean(parts: readonly { readonly weight: number; readonly value: Fraction }[]): Fraction | null {
  const weight = parts.reduce((sum, part) => sum.plus(Fraction.of(part.weight)), new Fraction(0n));
  if (weight.isZero()) return null;
  return parts.reduce((sum, part) => sum.plus(Fraction.of(part.weight).times(part.value)), new Fraction(0n)).over(weight);
}

/** Least of the lower and greatest of the upper ends, over every way in which the questions may be there. */
function reckoned(weights: readonly number[], asked: readonly Asked[]): readonly [Fraction, Fraction] | null {
  const sure = asked.filter((one) => presence(asked, one) === 'yes');
  const perhaps = asked.filter((one) => presence(asked, one) === 'perhaps');
  let found: readonly [Fraction, Fraction] | null = null;
  for (const some of subsets(perhaps)) {
    const score = (end: 0 | 1) =>
      mean(
        weights.flatMap((weight, s) => {
          const value = mean(
            [...sure, ...some].filter((one) => one.section === s).map((one) => ({ weight: one.weight, value: ends(one)[end] })),
          );
          return value ? [{ weight, value }] : [];
        }),
      );
    const low = score(0);
    const high = score(1);
    if (!low || !high) continue;
    const before: readonly [Fraction, Fraction] = found ?? [low, high];
    found = [low.isBelow(before[0]) ? low : before[0], before[1].isBelow(high) ? high : before[1]];
  }
  return found;
}

it('Q2 S1 S2 the score agrees with a second reckoning in exact fractions', { timeout: 60_000 }, () => {
  let furthest = 0;
  holds('Q2 S1 S2 against fractions', 3000, (d) => {
    const { weights, asked } = drawn(d);
    const option = (i: number) => `o${i}`;
    const questions = asked.map((one) => ({
      section: one.section,
      question: single(one.id, Object.fromEntries(one.risks.map((risk, i) => [option(i), risk])), {
        weight: one.weight,
        ...(one.after ? { visible: isIn(one.after.id, ...Array.from({ length: one.after.upTo }, (_, i) => option(i))) } : {}),
      }),
    }));
    const built = questionnaire(
      weights.map((weight, s) =>
        section(
          `s${s}`,
          weight,
          questions.filter((one) => one.section === s).map((one) => one.question),
        ),
      ),
    );
    const answers: Answers = new Map(
      asked.flatMap((one) => (one.given ? [[one.id, answer(option(one.given.option), one.given.grade)] as const] : [])),
    );
    const { overall } = evaluate(model(built), answers);
    const exact = reckoned(weights, asked);
    if (!exact) {
      expect(overall).toBeNull();
      return 'not scored';
    }
    const difference = Math.max(
      Math.abs((overall?.low ?? Number.NaN) - exact[0].toNumber()),
      Math.abs((overall?.high ?? Number.NaN) - exact[1].toNumber()),
    );
    expect(difference).toBeLessThan(1e-9);
    furthest = Math.max(furthest, difference);
    return asked.some((one) => presence(asked, one) === 'perhaps') ? 'with undetermined visibility' : 'settled';
  });
  console.log(`Q2 S1 S2 against fractions: furthest apart ${furthest}`);
});
