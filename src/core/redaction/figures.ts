/** What of a result may be known where some answers may not (SPEC W3). */
import type { Condition } from '../format/condition.ts';
import type { Gate } from '../format/questionnaire.ts';
import type { PublicRange, PublicResult } from '../format/redacted.ts';
import { type Model, questionsIn } from '../model.ts';
import type { Result } from '../result.ts';

/**
 * `hidden`: questions of which no figure is shown. `scores`: figures are withheld too from which those could be worked back: a mean and all
 * its parts but one give that one.
 */
export function publicResult(model: Model, result: Result, hidden: ReadonlySet<string>, scores: boolean): PublicResult {
  const { headline, rating, stop, coverage } = result;
  const withheldSections = new Set(
    model.sections.flatMap(({ section, items }, i) => {
      const { sum, interval } = result.sections[i] ?? { sum: null, interval: null };
      const isHidden = items.some((item) => hidden.has(model.items[item]?.question.id ?? ''));
      return scores && (isHidden || sum !== interval) ? [section.id] : [];
    }),
  );
  const withheldGates = new Set<string>();
  if (scores) for (const gate of model.gates) if (looksAt(gate, hidden, withheldSections, withheldGates)) withheldGates.add(gate.id);
  return {
    headline,
    rating,
    overall: scores ? 'withheld' : range(result.overall),
    stop: scores ? 'withheld' : stop,
    coverage,
    sections: result.sections.map(({ id, interval }) => ({ id, interval: withheldSections.has(id) ? 'withheld' : range(interval) })),
    gates: result.gates.map(({ id, state }) => ({ id, state: withheldGates.has(id) ? 'withheld' : state })),
    questions: result.questions.map(({ applicable, interval }, i) => {
      const id = model.items[i]?.question.id ?? '';
      return { id, applicable, interval: hidden.has(id) ? 'withheld' : range(interval) };
    }),
  };
}

const range = (interval: { readonly low: number; readonly high: number } | null): PublicRange =>
  interval && { low: interval.low, high: interval.high };

/** Does the gate hang on something that is not shown? Earlier gates come before later ones (C3). */
function looksAt({ when }: Gate, questions: ReadonlySet<string>, sections: ReadonlySet<string>, gates: ReadonlySet<string>): boolean {
  return (
    questionsIn(when).some((id) => questions.has(id)) || partsIn(when).some(({ section, gate }) => sections.has(section) || gates.has(gate))
  );
}

function partsIn(condition: Condition): readonly { readonly section: string; readonly gate: string }[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(partsIn);
    case 'not':
      return partsIn(condition.of);
    case 'section-at-least':
      return [{ section: condition.section, gate: '' }];
    case 'gate':
      return [{ section: '', gate: condition.gate }];
    default:
      return [];
  }
}

/** Questions that are asked or not by what a withheld answer says: whether they have an answer may tell what it was. */
export function telling(model: Model, hidden: ReadonlySet<string>): readonly string[] {
  const found = model.items.filter(({ question }) => hidden.has(question.id)).flatMap(({ dependents }) => dependents);
  return [...new Set(found)]
    .sort((a, b) => a - b)
    .flatMap((i) => model.items[i]?.question.id ?? [])
    .filter((id) => !hidden.has(id));
}
