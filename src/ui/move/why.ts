import type { Why } from '../../core/move.ts';
import type { MoveKey } from '../../i18n/languages.ts';

/** Why an answer does not carry over by itself. */
export const WHY = {
  'question-gone': 'move.why.question-gone',
  'type-changed': 'move.why.type-changed',
  disputed: 'move.why.disputed',
  'option-gone': 'move.why.option-gone',
  'column-gone': 'move.why.column-gone',
  'unit-changed': 'move.why.unit-changed',
  'out-of-range': 'move.why.out-of-range',
  'not-accepted': 'move.why.not-accepted',
  'words-changed': 'move.why.words-changed',
  'options-changed': 'move.why.options-changed',
  'columns-changed': 'move.why.columns-changed',
  'grade-changed': 'move.why.grade-changed',
} as const satisfies Record<Why, MoveKey>;
