import type { ChangeEvent } from 'react';
import type { QuestionOf } from '../../core/format/questionnaire.ts';
import { useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import { standsAlone } from './draft.ts';
import { type FieldProps, useFieldForm } from './form.ts';
import { namesOf } from './names.ts';
import { StateChoices } from './StateChoices.tsx';

/** Any number of options; what cannot stand beside another choice puts the others out, and they put it out. */
export function SeveralField({ question }: FieldProps<QuestionOf<'several'>>) {
  const { local } = useWords();
  const { register, getValues, setValue, keep } = useFieldForm();
  const { choice } = namesOf(question.id);
  const input = register(choice, {
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      if (target.checked) {
        const chosen: readonly string[] = [getValues(choice)].flat();
        setValue(choice, standsAlone(question, target.value) ? [target.value] : chosen.filter((one) => !standsAlone(question, one)));
      }
      keep(question);
    },
  });
  return (
    <div>
      {question.options.map((option) => (
        <Choice key={option.id} type="checkbox" {...input} value={option.id} help={option.help && local(option.help)}>
          {local(option.text)}
        </Choice>
      ))}
      <StateChoices question={question} type="checkbox" input={(value) => ({ ...input, value })} />
    </div>
  );
}
