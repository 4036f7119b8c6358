import type { QuestionOf } from '../../core/format/questionnaire.ts';
import { useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import { type FieldProps, useFieldForm } from './form.ts';
import { namesOf } from './names.ts';
import { StateChoices } from './StateChoices.tsx';

/** One of several options. */
export function SingleField({ question }: FieldProps<QuestionOf<'single'>>) {
  const { local } = useWords();
  const { register, keep } = useFieldForm();
  const input = register(namesOf(question.id).choice, { onChange: () => keep(question) });
  return (
    <div>
      {question.options.map((option) => (
        <Choice key={option.id} type="radio" {...input} value={option.id} help={option.help && local(option.help)}>
          {local(option.text)}
        </Choice>
      ))}
      <StateChoices question={question} type="radio" input={(value) => ({ ...input, value })} />
    </div>
  );
}
