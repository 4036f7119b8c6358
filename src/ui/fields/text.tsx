import type { QuestionOf } from '../../core/format/questionnaire.ts';
import type { FieldProps } from './form.ts';
import { Typed } from './Typed.tsx';

/** Text, of a line or of several. */
export function TextField(props: FieldProps<QuestionOf<'text'>>) {
  return <Typed {...props} input={{ type: 'text', autoComplete: 'off' }} long={props.question.long} />;
}
