import type { LocalText } from '../../core/format/primitives.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import type { Left, Why } from '../../core/move.ts';
import { useWords } from '../words.ts';
import { WHY } from './why.ts';

interface Props {
  readonly left: Left;
  readonly before: Question;
  readonly after: Question | undefined;
}

/** Why an answer does not carry over by itself, with what it said before and what it says now. */
export function Changes({ left, before, after }: Props) {
  const { t, f, local } = useWords();
  const say = (texts: readonly (LocalText | undefined)[]) => texts.flatMap((text) => (text ? [local(text)] : []));
  const listed = (texts: readonly string[]) => (texts.length > 0 ? f.and(texts) : t('move.nothing'));
  /** Per reason, what stood there and what stands there. */
  const sides: Partial<Record<Why, (question: Question) => string>> = {
    'words-changed': (question) => say([question.text, question.hint]).join(' '),
    'options-changed': (question) =>
      listed(
        say(
          question.type === 'table' ? [question.noRows?.text] : (('options' in question && question.options) || []).map(({ text }) => text),
        ),
      ),
    'columns-changed': (question) => listed(say(question.type === 'table' ? question.columns.map(({ text }) => text) : [])),
    'unit-changed': (question) => listed(say([question.type === 'number' ? question.unit : undefined])),
  };
  return left.why.map((why) => {
    const side = sides[why];
    return (
      <div key={why}>
        <p>{t(WHY[why])}</p>
        {side && after && (
          <>
            <p className="muted small">{t('move.before', { text: side(before) })}</p>
            <p className="muted small">{t('move.now', { text: side(after) })}</p>
          </>
        )}
      </div>
    );
  });
}
