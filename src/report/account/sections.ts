import type { Effect, Gate } from '../../core/format/questionnaire.ts';
import type { Interval } from '../../core/interval.ts';
import type { Model } from '../../core/model.ts';
import type { Result } from '../../core/result.ts';
import type { MethodKey } from '../../i18n/languages.ts';
import { extentOf } from '../figures/intervalBar.ts';
import type { Spread } from '../figures/plane.ts';
import type { Wording } from '../words.ts';
import { sectionName } from './gates.ts';
import { FLOOR } from './keys.ts';

type Standing = keyof typeof FLOOR;
type Floor = Extract<Effect, { readonly effect: 'section-at-least' }>;

/** One section as it counts, with the floors that gates put under it. */
export interface SectionAccount {
  readonly id: string;
  readonly name: string;
  /** Share of the overall weight among the sections that carry any, 0 to 1. */
  readonly share: number;
  readonly interval: Interval | null;
  readonly answered: number;
  /** The highest floor that changes either end. */
  readonly floor: number | undefined;
  /** A sentence for each floor. */
  readonly floors: readonly string[];
}

/** The sections that carry weight. */
export function sectionAccounts(model: Model, result: Result, words: Wording): readonly SectionAccount[] {
  const weighted = result.sections.filter(({ weight }) => weight > 0);
  const total = weighted.filter(({ sum }) => sum).reduce((sum, { weight }) => sum + weight, 0);
  return weighted.map((section) => {
    const name = sectionName(model, section.id, words);
    const found = section.interval === section.sum ? [] : floorsOf(model, result, section.id);
    return {
      id: section.id,
      name,
      share: section.sum && total > 0 ? section.weight / total : 0,
      interval: section.interval,
      answered: section.answered,
      floor: found.length > 0 ? Math.max(...found.map(({ effect }) => effect.risk)) : undefined,
      floors: found.map(({ gate, state, effect }) => floorWords(model, gate, state, effect, words)),
    };
  });
}

function floorsOf(model: Model, result: Result, section: string) {
  return model.gates.flatMap((gate, i) => {
    const state = result.gates[i]?.state ?? 'false';
    if (state === 'false') return [];
    return gate.effects.flatMap((effect) =>
      effect.effect === 'section-at-least' && effect.section === section ? [{ gate, state, effect }] : [],
    );
  });
}

/** The sentences of a gate that holds, or could, for each floor that it puts under a section. */
export const floorsOfGate = (model: Model, gate: Gate, state: Standing, words: Wording): readonly string[] =>
  gate.effects.flatMap((effect) => (effect.effect === 'section-at-least' ? [floorWords(model, gate, state, effect, words)] : []));

const floorWords = (model: Model, gate: Gate, state: Standing, { section, risk }: Floor, words: Wording): string =>
  words.t(FLOOR[state], { section: sectionName(model, section, words), risk: words.f.number(risk), gate: words.local(gate.title) });

/** An interval on the scale, in words: the alternative text of its bar. */
export function barAlt(interval: Interval | null, { t, f }: Wording): string {
  if (!interval) return t('method.bar.none');
  const [low, high] = [f.score(interval.low), f.score(interval.high)];
  return low === high ? t('method.bar.point', { score: low }) : t('method.bar.range', { low, high });
}

/** What the bars of a table show, so that its legend names no other mark. */
export function marksOf(bars: readonly { readonly interval: Interval | null; readonly floor?: number | undefined }[]): {
  readonly dot: 'dot' | 'long' | 'none';
  readonly range: 'some' | 'none';
  readonly floor: 'some' | 'none';
} {
  const drawn = new Set(bars.flatMap(({ interval }) => (interval ? [extentOf(interval)] : [])));
  return {
    dot: drawn.has('long') ? 'long' : drawn.has('dot') ? 'dot' : 'none',
    range: drawn.has('range') ? 'some' : 'none',
    floor: bars.some(({ floor }) => floor !== undefined) ? 'some' : 'none',
  };
}

/** What the drawing of two indices shows. */
export const SPREAD = {
  point: 'method.plane.point',
  spot: 'method.plane.spot',
  line: 'method.plane.line',
  box: 'method.plane.box',
} as const satisfies Record<Spread, MethodKey>;

/** Lower edges of the bands, for bars and planes. */
export const edgesOf = (model: Model): readonly number[] => model.questionnaire.bands.map(({ from }) => from);
