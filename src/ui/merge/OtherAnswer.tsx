import { useMemo } from 'react';
import type { Question } from '../../core/format/questionnaire.ts';
import { Complaint } from '../fields/Complaint.tsx';
import { type FieldForm, FieldFormContext } from '../fields/form.ts';
import { fieldOf } from '../fields/index.ts';
import { namesOf } from '../fields/names.ts';
import { useOpen } from '../fill/open.ts';
import { Choices } from '../parts/Choices.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import styles from './Settle.module.css';

interface Props {
  readonly question: Question;
  readonly form: Omit<FieldForm, 'keep' | 'keepSoon'>;
}

/** An answer that none of the evaluators gave, in the fields of its question, with what it rests on. */
export function OtherAnswer({ question, form: { register, control, errors, setValue, getValues } }: Props) {
  const { t, local } = useWords();
  const grades = useOpen(({ model }) => model.questionnaire.grades);
  // Nothing is handed on before the form is sent.
  const form = useMemo<FieldForm>(
    () => ({ register, control, errors, setValue, getValues, keep: () => undefined, keepSoon: () => undefined }),
    [register, control, errors, setValue, getValues],
  );
  const Field = fieldOf(question);
  const names = namesOf(question.id);
  const isTyped = question.type === 'number' || question.type === 'date' || question.type === 'text' || question.type === 'table';
  return (
    <FieldFormContext value={form}>
      <div className={styles.other}>
        <fieldset>
          <legend id={`${question.id}--other`}>
            <strong>{t('evaluators.settle.otherAnswer')}</strong>
          </legend>
          {!isTyped && <Complaint name={names.choice} />}
          <Field question={question} labelledBy={`${question.id}--other`} describedBy={undefined} />
        </fieldset>
        {question.evidence !== 'none' && (
          <>
            <Choices
              id={names.grade}
              legend={t('evaluators.settle.grade')}
              choices={[
                { value: '', text: t('evaluators.settle.noGrade') },
                ...grades.map(({ id, name }) => ({ value: id, text: local(name) })),
              ]}
              registration={register(names.grade)}
            />
            <TextField
              id={names.title}
              label={t('evaluators.settle.source')}
              optional
              maxLength={2000}
              autoComplete="off"
              {...register(names.title)}
            />
          </>
        )}
      </div>
    </FieldFormContext>
  );
}
