import { explainGate } from '../../core/explain.ts';
import type { Answer } from '../../core/format/answer.ts';
import type { Citation, Effect, Gate, Question } from '../../core/format/questionnaire.ts';
import type { State } from '../../core/history.ts';
import type { Model } from '../../core/model.ts';
import type { Result } from '../../core/result.ts';
import type { Truth } from '../../core/truth.ts';
import type { Wording } from '../words.ts';
import { bandName } from './headline.ts';
import { STATUS } from './keys.ts';

/** A question that a gate rests on, with its present answer. `settled`: the answer decides its part of the condition. */
export interface GateFact {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly settled: boolean;
}

/** A gate with all that explains it. */
export interface GateAccount {
  readonly gate: Gate;
  readonly state: Truth;
  readonly title: string;
  /** Why it matters; where it could apply, told as not established. */
  readonly reason: string;
  /** What it does, such as "at least High". */
  readonly effect: string;
  /** Law and judgments it rests on, each with its status; everything where there is no law among it. */
  readonly law: readonly string[];
  /** Everything it rests on. */
  readonly sources: readonly string[];
  readonly facts: readonly GateFact[];
  /** Names of the sections whose score it looks at. */
  readonly sections: readonly string[];
  readonly exit: string;
}

/** A stop is not negotiated away: what is said of its exit is what can be done. */
export const isStop = ({ effects }: Pick<Gate, 'effects'>): boolean => effects.some(({ effect }) => effect === 'stop');

/** The gates that are true, then those that could be, each in the questionnaire's order. */
export function gateAccounts(model: Model, state: State, result: Result, words: Wording): readonly GateAccount[] {
  const account = (wanted: Truth) =>
    model.gates.filter((_, i) => result.gates[i]?.state === wanted).map((gate) => gateAccount(model, state, result, gate, wanted, words));
  return [...account('true'), ...account('undetermined')];
}

function gateAccount(model: Model, state: State, result: Result, gate: Gate, truth: Truth, words: Wording): GateAccount {
  const { local, f, t } = words;
  const { because, dependsOn, sections } = explainGate(model, state.answers, result, gate.id);
  const binding = gate.sources.filter(({ source }) => isBinding(model, source));
  const fact = (settled: boolean) => (id: string) => {
    const item = model.items[model.indexOf(id) ?? -1];
    return item ? [{ question: item.question, answer: state.answers.get(id), settled }] : [];
  };
  return {
    gate,
    state: truth,
    title: local(gate.title),
    reason: truth === 'true' ? local(gate.reason) : t('method.reasonOpen', { reason: local(gate.reason) }),
    effect: f.and(gate.effects.map((effect) => effectWords(model, effect, words))),
    law: (binding.length > 0 ? binding : gate.sources).map((citation) => citationWords(model, citation, words)),
    sources: gate.sources.map((citation) => citationWords(model, citation, words)),
    // A gate that holds no longer waits for anything: what is open changes nothing about it.
    facts: [...because.flatMap(fact(true)), ...(truth === 'true' ? [] : dependsOn.flatMap(fact(false)))],
    sections: sections.map((id) => sectionName(model, id, words)),
    exit: local(gate.exit),
  };
}

export function effectWords(model: Pick<Model, 'questionnaire'>, effect: Effect, words: Wording): string {
  const { t, f } = words;
  switch (effect.effect) {
    case 'stop':
      return t('method.effect.stop');
    case 'rating-at-least':
      return t('method.effect.rating', { band: bandName(model, effect.band, words) });
    case 'section-at-least':
      return t('method.effect.section', { section: sectionName(model, effect.section, words), risk: f.number(effect.risk) });
  }
}

export function sectionName(model: Pick<Model, 'questionnaire'>, section: string, { local }: Wording): string {
  const found = model.questionnaire.sections.find(({ id }) => id === section);
  return found ? local(found.short ?? found.title) : section;
}

const isBinding = (model: Model, source: string): boolean => {
  const kind = model.questionnaire.sources.find(({ id }) => id === source)?.kind;
  return kind === 'law' || kind === 'case';
};

/** A source with its place; law and judgments with their status. */
function citationWords(model: Model, { source, at }: Citation, { t, local }: Wording): string {
  const found = model.questionnaire.sources.find(({ id }) => id === source);
  if (!found) return source;
  const status = t(STATUS[found.status]);
  const title = local(found.title);
  if (!isBinding(model, source)) return at === undefined ? title : t('method.source', { title, at });
  return at === undefined ? t('method.lawWhole', { title, status }) : t('method.law', { title, at, status });
}
