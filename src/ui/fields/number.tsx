import type { QuestionOf } from '../../core/format/questionnaire.ts';
import { useWords } from '../words.ts';
import styles from './fields.module.css';
import type { FieldProps } from './form.ts';
import { Typed } from './Typed.tsx';

/** A number with its unit, or an option that is no number. */
export function NumberField(props: FieldProps<QuestionOf<'number'>>) {
  const { t, f, local } = useWords();
  const { question } = props;
  return (
    <Typed
      {...props}
      input={{ type: 'text', inputMode: question.integer ? 'numeric' : 'decimal', className: styles.figure, autoComplete: 'off' }}
      unit={question.unit && local(question.unit)}
      range={t('fill.number.range', { min: f.number(question.min), max: f.number(question.max) })}
      options={question.options}
    />
  );
}
