/** The figures of a bid, taken apart: which questions and sections make each end of its score, and what gates lift. */
import type { Section } from '../../core/format/questionnaire.ts';
import { type End as EndOfMean, greatestMean, leastMean, type Part } from '../../core/mean.ts';
import type { Item, Model } from '../../core/model.ts';
import type { QuestionResult, Result } from '../../core/result.ts';
import type { Truth } from '../../core/truth.ts';

/** Does it count at this end (SPEC S2), and with what risk? */
interface Counted {
  readonly counts: boolean;
  readonly risk: number;
}

export interface QuestionPart {
  readonly item: Item;
  readonly low: Counted;
  readonly high: Counted;
}

/** One end of a section. */
interface SectionEnd {
  readonly counts: boolean;
  readonly mean: number;
  /** The highest floor that gates put under it at this end. */
  readonly floor: number | null;
  /** What it counts as. */
  readonly held: number;
}

export interface SectionPart {
  readonly section: Section;
  /** Those that apply, or may, and are scored. */
  readonly questions: readonly QuestionPart[];
  /** Null where nothing in it is scored. */
  readonly ends: { readonly low: SectionEnd; readonly high: SectionEnd } | null;
  readonly answered: number;
}

/** The sections that carry weight. */
export function reckoning(model: Model, result: Result): readonly SectionPart[] {
  const parts = result.sections.map(({ interval, weight }) => interval && { ...interval, weight });
  const scored = parts.flatMap((part) => part ?? []);
  const ends = { low: leastMean(scored), high: greatestMean(scored) };
  return model.sections.flatMap(({ section, items }, index): SectionPart[] => {
    const [part, found] = [parts[index], result.sections[index]];
    if (section.weight === 0 || !found) return [];
    const end = (which: 'low' | 'high'): SectionEnd | null =>
      part && found.sum && found.interval
        ? {
            counts: ends[which]?.taken.has(part) ?? false,
            mean: found.sum[which],
            floor: floorOf(model, result, section.id, which === 'low' ? ['true'] : ['true', 'undetermined']),
            held: found.interval[which],
          }
        : null;
    const [low, high] = [end('low'), end('high')];
    return [
      { section, questions: questionParts(model, result, items), ends: low && high ? { low, high } : null, answered: found.answered },
    ];
  });
}

function questionParts(model: Model, result: Result, items: readonly number[]): readonly QuestionPart[] {
  const parts = items.flatMap((index) => {
    const [item, found] = [model.items[index], result.questions[index]];
    return item && found ? partOf(item, found) : [];
  });
  const [least, greatest] = [leastMean(parts), greatestMean(parts)];
  const counted = (end: EndOfMean | null, part: Part, risk: number): Counted => ({ counts: end?.taken.has(part) ?? false, risk });
  return parts.map((part) => ({ item: part.item, low: counted(least, part, part.low), high: counted(greatest, part, part.high) }));
}

function partOf(item: Item, { interval, applicable }: QuestionResult): readonly (Part & { readonly item: Item })[] {
  if (!interval || applicable === 'false') return [];
  return [{ item, weight: item.question.weight, low: interval.low, high: interval.high, optional: applicable === 'undetermined' }];
}

function floorOf(model: Model, result: Result, section: string, states: readonly Truth[]): number | null {
  const risks = model.gates.flatMap((gate, i) =>
    states.includes(result.gates[i]?.state ?? 'false')
      ? gate.effects.flatMap((effect) => (effect.effect === 'section-at-least' && effect.section === section ? [effect.risk] : []))
      : [],
  );
  return risks.length === 0 ? null : Math.max(...risks);
}
