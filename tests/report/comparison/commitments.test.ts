import { describe, expect, test } from 'vitest';
import { compareStandings } from '../../../src/core/compare/order.ts';
import { evaluate } from '../../../src/core/evaluate.ts';
import { exitsOf } from '../../../src/core/exits.ts';
import type { Block } from '../../../src/report/blocks.ts';
import { commitmentsOf } from '../../../src/report/comparison/commitments.ts';
import { comparisonDocument } from '../../../src/report/comparison/document.ts';
import { answered, inputOf, RAISED } from '../fixture.ts';
import { textsOf, under } from '../text.ts';
import { GOOD, made, STOP } from './bids.ts';

const all = (blocks: readonly Block[]): string => blocks.flatMap(textsOf).join('\n');

describe('what would change it', () => {
  test('G5 a commitment lowers the rating whichever of its values is taken, and its figures are those of the exits of core', () => {
    const { model, state, result } = inputOf({ answers: RAISED });
    const found = commitmentsOf(model, state.answers, result);
    expect(found.length).toBeGreaterThan(0);
    const exits = model.gates.flatMap(({ id }, i) => (result.gates[i]?.state === 'false' ? [] : exitsOf(model, state.answers, result, id)));
    for (const { changes, after, gates } of found) {
      expect(changes).toHaveLength(1);
      expect(exits.map((exit) => exit.after.overall?.low)).toContain(after.overall?.low);
      for (const change of changes)
        for (const value of change.values) {
          const answers = new Map([
            ...state.answers,
            [change.question, { state: 'answered' as const, value, evidence: { grade: change.grade } }],
          ]);
          const then = evaluate(model, answers);
          expect({ headline: then.headline, rating: then.rating }).toEqual({ headline: after.headline, rating: after.rating });
          for (const gate of gates) expect(then.gates.find(({ id }) => id === gate)?.state).toBe('false');
        }
    }
  });

  test('G5.4 ways out that were found beforehand are looked for again where they ask for what nobody can promise', () => {
    const { model, state, result } = inputOf({ answers: RAISED });
    const found = new Map(result.gates.map(({ id }) => [id, exitsOf(model, state.answers, result, id)]));
    const [first] = commitmentsOf(model, state.answers, result, found);
    expect(commitmentsOf(model, state.answers, result)[0]).toEqual(first);
    const asked = first?.changes[0]?.question ?? '';
    const items = model.items.map((item) =>
      item.question.id === asked ? { ...item, question: { ...item.question, notNegotiable: true as const } } : item,
    );
    const left = commitmentsOf({ ...model, items }, state.answers, result, found);
    expect(left.flatMap(({ changes }) => changes.map(({ question }) => question))).not.toContain(asked);
  });

  test('K2 a stop that holds is not for negotiation, whatever else could be met', () => {
    const { model, state, result } = inputOf({ answers: STOP });
    expect(commitmentsOf(model, state.answers, result)).toEqual([]);
    expect(
      all(under(comparisonDocument(made({ one: { answers: STOP }, two: { answers: GOOD } })).blocks, 'What would change it')),
    ).toContain('Bid A: none, since a stop is a matter of law and what ends it is nobody’s to promise.');
  });

  test('nothing is offered for a bid in the lowest band, or one that no gate raises', () => {
    const low = inputOf({ answers: { ...GOOD, use: answered('some', undefined) } });
    expect(commitmentsOf(low.model, low.state.answers, low.result)).toEqual([]);
    expect(all(comparisonDocument(made({ one: { answers: GOOD }, two: { answers: RAISED } })).blocks)).toContain(
      'Bid A: none is needed, since the rating is already in the lowest band.',
    );
  });

  test('the supposed order is printed as a supposition and changes no figure of the result', () => {
    const input = made({ one: { answers: RAISED }, two: { answers: GOOD } });
    const { blocks } = comparisonDocument(input);
    const change = all(under(blocks, 'What would change it'));
    expect(change).toContain('Supposition: the order if each bid met the first of its rows');
    expect(change).toContain('It is no part of the result');
    expect(all(blocks).split('Supposition')).toHaveLength(2);
    const [one, two] = input.comparison.bids;
    expect(one && two && compareStandings(two.range.worst, one.range.best)).toBeLessThan(0);
    expect(all(blocks.slice(0, 1))).toContain('Bid B');
  });
});
