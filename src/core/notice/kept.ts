/** What a procedure keeps of a contract notice: a lot with its criteria, and what each of them stands for (SPEC N7). */
import type { LocalText } from '../format/primitives.ts';
import type { KeptLot } from '../format/procedure.ts';
import { type NoticeLot, nameOf } from './notice.ts';
import { checkWeights, type Mapping, type WeighedSection, type WeightCheck } from './weights.ts';

/** Longest text that is kept of a notice. */
const LONGEST = 2000;

const cut = (text: LocalText): LocalText =>
  Object.fromEntries(Object.entries(text).map(([language, words]) => [language, words.slice(0, LONGEST)]));

/** Of each criterion what it is called, its weight and its section; long descriptions are left in the notice. */
export const keptOf = ({ id, title, formula, criteria }: NoticeLot, mapping: Mapping): KeptLot => ({
  id,
  title: cut(title),
  formula: cut(formula),
  criteria: criteria.map((criterion, place) => ({
    type: criterion.type,
    name: cut(nameOf(criterion)),
    weight: criterion.weight,
    section: mapping[place] ?? null,
  })),
});

/** The lot as the check takes it, and what comes of it beside these weights. */
export function checkKept(kept: KeptLot, sections: readonly WeighedSection[]): { readonly lot: NoticeLot; readonly check: WeightCheck } {
  const lot: NoticeLot = { ...kept, criteria: kept.criteria.map(({ section: _, ...criterion }) => ({ ...criterion, description: {} })) };
  const mapping = kept.criteria.map(({ section }) => section);
  return { lot, check: checkWeights(lot, sections, mapping) };
}
