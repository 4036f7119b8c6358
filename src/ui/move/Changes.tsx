import type { LocalText } from '../../core/format/primitives.ts';
import type { Column, Option, Question } from '../../core/format/questionnaire.ts';
import type { Left, Why } from '../../core/move.ts';
import { useWords } from '../words.ts';
import { WHY } from './why.ts';

interface Props {
  readonly left: Left;
  readonly before: Question;
  readonly after: Question | undefined;
}

/** Why an answer does not carry over by itself, with what was there before and what is there now, as far as they differ. */
export function Changes({ left, before, after }: Props) {
  const { t, local } = useWords();
  const say = (...texts: readonly (LocalText | undefined)[]) => texts.flatMap((text) => (text ? [local(text)] : [])).join(' ');
  const option = ({ text, help }: Option) => say(text, help);
  const column = (one: Column) =>
    [say(one.text, one.hint), ...(('options' in one && one.options) || []).map(option)].filter(Boolean).join(', ');
  /** Per reason, what a question has there. */
  const parts: Partial<Record<Why, (question: Question) => readonly string[]>> = {
    'words-changed': (question) => [say(question.text, question.hint)],
    'options-changed': (question) =>
      question.type === 'table' ? [say(question.noRows?.text)] : (('options' in question && question.options) || []).map(option),
    'columns-changed': (question) => (question.type === 'table' ? question.columns.map(column) : []),
    'unit-changed': (question) => [say(question.type === 'number' ? question.unit : undefined)],
  };
  return left.why.map((why) => {
    const part = parts[why];
    const [old, now] = part && after ? [part(before), part(after)] : [[], []];
    const gone = old.filter((one) => one !== '' && !now.includes(one));
    const come = now.filter((one) => one !== '' && !old.includes(one));
    return (
      <div key={why}>
        <p>{t(WHY[why])}</p>
        {gone.length > 0 && <p className="muted small">{t('move.before', { text: gone.join(' · ') })}</p>}
        {come.length > 0 && <p className="muted small">{t('move.now', { text: come.join(' · ') })}</p>}
      </div>
    );
  });
}
