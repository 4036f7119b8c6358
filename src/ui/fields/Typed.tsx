import type { ComponentProps } from 'react';
import type { Option, QuestionOf } from '../../core/format/questionnaire.ts';
import { useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import { Complaint, complaintId } from './Complaint.tsx';
import styles from './fields.module.css';
import { type FieldProps, useComplaint, useFieldForm } from './form.ts';
import { namesOf } from './names.ts';
import { StateChoices } from './StateChoices.tsx';

interface Props extends FieldProps<QuestionOf<'number' | 'date' | 'text'>> {
  readonly input: Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'className' | 'autoComplete'>;
  readonly long?: boolean | undefined;
  /** Unit behind, range below. */
  readonly unit?: string | undefined;
  readonly range?: string | undefined;
  readonly options?: readonly Option[] | undefined;
}

/** What is typed, and the choices that stand in its place: choosing empties the one, typing the other. */
export function Typed({ question, labelledBy, describedBy, input, long, unit, range, options = [] }: Props) {
  const { local } = useWords();
  const { register, getValues, setValue, keep, keepSoon } = useFieldForm();
  const { typed, choice } = namesOf(question.id);
  const complaint = useComplaint(typed);
  const written = register(typed, {
    onChange: () => {
      if (getValues(choice)) setValue(choice, '');
      keepSoon(question);
    },
    onBlur: () => keep(question),
  });
  const chosen = register(choice, {
    onChange: () => {
      setValue(typed, '');
      keep(question);
    },
  });
  const shared = {
    ...written,
    id: typed,
    'aria-labelledby': unit ? `${labelledBy} ${typed}--unit` : labelledBy,
    'aria-describedby': [describedBy, range && `${typed}--range`, complaint && complaintId(typed)].filter(Boolean).join(' ') || undefined,
    'aria-invalid': complaint ? true : undefined,
  };
  return (
    <div>
      {range && (
        <p className="hint" id={`${typed}--range`}>
          {range}
        </p>
      )}
      <Complaint name={typed} />
      <div className={styles.typed}>
        {long ? <textarea {...shared} rows={4} /> : <input {...shared} {...input} />}
        {unit && <span id={`${typed}--unit`}>{unit}</span>}
      </div>
      {options.map((option) => (
        <Choice key={option.id} type="radio" {...chosen} value={option.id} help={option.help && local(option.help)}>
          {local(option.text)}
        </Choice>
      ))}
      <StateChoices question={question} type="radio" input={(value) => ({ ...chosen, value })} />
    </div>
  );
}
