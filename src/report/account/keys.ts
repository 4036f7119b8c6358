/** Messages for the closed sets of the method, by what core calls them. */
import type { Answer } from '../../core/format/answer.ts';
import type { Source } from '../../core/format/questionnaire.ts';
import type { Truth } from '../../core/truth.ts';
import type { MethodKey } from '../../i18n/languages.ts';

/** The two ways of not having an answer that are stored. */
export const UNANSWERED = {
  unknown: 'method.state.unknown',
  declined: 'method.state.declined',
} as const satisfies Record<Exclude<Answer['state'], 'answered'>, MethodKey>;

/** How a gate stands. */
export const GATE_STATE = {
  true: 'method.gate.true',
  false: 'method.gate.false',
  undetermined: 'method.gate.undetermined',
} as const satisfies Record<Truth, MethodKey>;

/** The sentence for a floor that holds, or could. */
export const FLOOR = {
  true: 'method.floor.true',
  undetermined: 'method.floor.undetermined',
} as const satisfies Record<Exclude<Truth, 'false'>, MethodKey>;

/** What a source is now. Only law and what courts say is in force. */
export const statusOf = ({ kind, status }: Pick<Source, 'kind' | 'status'>): MethodKey =>
  status === 'in-force' && kind !== 'law' && kind !== 'case' ? 'method.status.current' : STATUS[status];

/** Whether a law is one now. */
export const STATUS = {
  'in-force': 'method.status.in-force',
  proposal: 'method.status.proposal',
  lapsed: 'method.status.lapsed',
} as const satisfies Record<Source['status'], MethodKey>;
