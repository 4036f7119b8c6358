import { evaluateCondition, type View } from './conditions.ts';
import type { Gate } from './format/questionnaire.ts';
import { type Interval, rounded } from './interval.ts';
import type { Mean } from './mean.ts';
import type { Model } from './model.ts';
import type { GateResult } from './result.ts';
import { any, type Truth } from './truth.ts';

/** What the gates do to the sections and to the rating. */
export interface GateEffects {
  readonly gates: readonly GateResult[];
  /** Section intervals after the section floors. */
  readonly sections: readonly (Mean | null)[];
  /** Band indexes that the rating is at least, at each end. */
  readonly floors: Interval;
  readonly stop: Truth;
}

/** Does the gate only keep a section from counting too little? Then it sets no rating by itself, and is told apart from those that do. */
export const isFloor = ({ effects }: Gate): boolean => effects.every(({ effect }) => effect === 'section-at-least');

/**
 * Goes through the gates in their order (method C3: each may look at earlier ones). True: the effect holds at both ends;
 * undetermined: at the upper end only (G3). An effect only ever raises (G4). A later gate sees sections as earlier gates
 * left them (SPEC G3.1).
 */
export function applyGates(model: Model, before: readonly (Mean | null)[], questions: Pick<View, 'applicable' | 'answer'>): GateEffects {
  const sections = [...before];
  const states = new Map<string, Truth>();
  const stops: Truth[] = [];
  const floors = { low: 0, high: 0 };
  const view: View = { ...questions, section: (index) => sections[index] ?? null, gate: (id) => states.get(id) ?? 'false' };
  const bands = model.questionnaire.bands;
  for (const gate of model.gates) {
    const state = evaluateCondition(gate.when, model, view);
    states.set(gate.id, state);
    for (const effect of gate.effects) {
      if (effect.effect === 'stop') stops.push(state);
      if (state === 'false') continue;
      if (effect.effect === 'rating-at-least') {
        const band = bands.findIndex((one) => one.id === effect.band);
        floors.high = Math.max(floors.high, band);
        if (state === 'true') floors.low = Math.max(floors.low, band);
      }
      if (effect.effect === 'section-at-least') {
        const index = model.sectionIndex(effect.section) ?? -1;
        const section = sections[index];
        if (section) sections[index] = raise(section, effect.risk, state === 'true');
      }
    }
  }
  return { gates: model.gates.map(({ id }) => ({ id, state: states.get(id) ?? 'false' })), sections, floors, stop: any(stops) };
}

function raise(section: Mean, risk: number, both: boolean): Mean {
  const lifted = (end: number) => (rounded(end) < rounded(risk) ? risk : end);
  return { low: both ? lifted(section.low) : section.low, high: lifted(section.high), optional: section.optional };
}
