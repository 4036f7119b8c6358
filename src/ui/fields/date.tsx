import type { QuestionOf } from '../../core/format/questionnaire.ts';
import styles from './fields.module.css';
import type { FieldProps } from './form.ts';
import { Typed } from './Typed.tsx';

/** A day, or an option that is none. */
export function DateField(props: FieldProps<QuestionOf<'date'>>) {
  return <Typed {...props} input={{ type: 'date', className: styles.day }} options={props.question.options} />;
}
