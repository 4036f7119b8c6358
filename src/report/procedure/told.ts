import type { Told } from '../../core/procedure/told.ts';
import type { DifferenceKey, MethodKey } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translator.ts';
import { effectWords } from '../account/gates.ts';
import { answerInline, evidenceInline, saidWords, type Wording } from '../words.ts';
import { conditionWords } from './condition.ts';
import { COMBINED, TERM } from './keys.ts';

/** The wording of a result, with the messages of the area `differences` as well. */
export interface DifferenceWording extends Omit<Wording, 't'> {
  readonly t: Translate<MethodKey | DifferenceKey>;
}

/** A value on one side of a difference, on one line. */
export function toldWords(told: Told | null, words: DifferenceWording): string {
  const { t, f } = words;
  if (told === null) return t('differences.nothing');
  const tell = (one: Told) => toldWords(one, words);
  switch (told.say) {
    case 'number':
      return exact(told.number, words);
    case 'share':
      return t('differences.percent', { figure: exact(told.share * 100, words) });
    case 'term':
      return t(TERM[told.term]);
    case 'there':
      return told.there ? t('differences.there') : t('differences.notThere');
    case 'list':
      return told.items.length === 0 ? t('differences.none') : told.items.map(tell).join('; ');
    case 'pair':
      return t('method.cell', { column: tell(told.label), value: tell(told.value) });
    case 'hash':
      return t('differences.hash', { start: told.sha256.slice(0, 12) });
    case 'weight':
      return told.by === 'policy'
        ? t('differences.weight.policy', { weight: exact(told.weight, words) })
        : t('differences.weight.questionnaire', { weight: exact(told.weight, words) });
    case 'choice':
      return told.by === 'policy'
        ? t('differences.choice.policy', { name: tell(told.name), value: exact(told.value, words) })
        : t('differences.choice.default', { name: tell(told.name), value: exact(told.value, words) });
    case 'answer':
      return answerInline(told.question, told.answer, words);
    case 'evidence':
      return evidenceInline(told.evidence, told.questionnaire, words);
    case 'condition':
      return conditionWords(told.condition, told.questionnaire, words);
    case 'effect':
      return effectWords(told, told.effect, words);
    case 'citation':
      return told.at === undefined ? tell(told.source) : t('method.source', { title: tell(told.source), at: told.at });
    case 'combine':
      return told.combine.rule === 'worst-plus'
        ? t('differences.combine.worstPlus', { each: exact(told.combine.each, words), from: exact(told.combine.from, words) })
        : t(COMBINED[told.combine.rule]);
    case 'scale': {
      const points = told.scale.points
        .map(({ at, risk }) =>
          t('differences.scale.point', { at: typeof at === 'string' ? f.day(at) : exact(at, words), risk: exact(risk, words) }),
        )
        .join('; ');
      return told.scale.kind === 'steps' ? t('differences.scale.steps', { points }) : t('differences.scale.line', { points });
    }
    case 'class':
      return classWords(told, words);
    default:
      return saidWords(told, words);
  }
}

function classWords({ of, set }: Extract<Told, { say: 'class' }>, words: DifferenceWording): string {
  const { t, f } = words;
  if (of.by === 'policy') return t('differences.class.policy');
  if (of.by === 'rest') return t('differences.class.rest');
  const name = toldWords(set, words);
  return of.values
    ? t('differences.class.factsValues', { set: name, values: f.or(of.values) })
    : t('differences.class.facts', { set: name });
}

/** A number with the digits of a screen, or with all it has where those would hide a difference. */
function exact(value: number, { f }: DifferenceWording): string {
  const shown = Math.round(value * 1e6) / 1e6;
  return Math.abs(shown - value) > 1e-12 * Math.abs(value) ? String(value) : f.number(value);
}
