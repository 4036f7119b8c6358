import type { Model } from '../model.ts';
import type { Result } from '../result.ts';
import type { Truth } from '../truth.ts';

/** What the gates of a bid demand of its rating. */
export interface Demand {
  /** Index of the lowest band they allow. */
  readonly floor: number;
  readonly stop: boolean;
}

/** What the gates in one of these states demand together. */
function demandOf(model: Model, result: Result, states: readonly Truth[]): Demand {
  const effects = model.gates.flatMap((gate, index) => (states.includes(result.gates[index]?.state ?? 'false') ? gate.effects : []));
  const floors = effects.map((one) =>
    one.effect === 'rating-at-least' ? model.questionnaire.bands.findIndex(({ id }) => id === one.band) : 0,
  );
  return { floor: Math.max(0, ...floors), stop: effects.some(({ effect }) => effect === 'stop') };
}

/** Of the gates that hold. */
export const leastDemand = (model: Model, result: Result): Demand => demandOf(model, result, ['true']);
/** Of those that could, too. */
export const mostDemand = (model: Model, result: Result): Demand => demandOf(model, result, ['true', 'undetermined']);
