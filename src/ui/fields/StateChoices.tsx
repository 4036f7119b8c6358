import { type ComponentProps, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Question } from '../../core/format/questionnaire.ts';
import { useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import styles from './fields.module.css';
import { useFieldForm } from './form.ts';
import { DECLINED, namesOf, UNKNOWN } from './names.ts';

interface Props {
  readonly question: Question;
  readonly type: 'radio' | 'checkbox';
  /** Props of the input with this value. */
  readonly input: (value: string) => ComponentProps<'input'>;
}

/** The two ways of having asked and not having an answer (method A1), beneath an "or": beside every question that is scored. */
export function StateChoices(props: Props) {
  return props.question.weight > 0 ? <Both {...props} /> : <WhereGiven {...props} />;
}

/** A question that is not scored may have been answered so in a file; what no field holds would be lost when the page is left. */
function WhereGiven(props: Props) {
  const { control } = useFieldForm();
  const value: unknown = useWatch({ control, name: namesOf(props.question.id).choice });
  const isGiven = [value].flat().some((one) => one === UNKNOWN || one === DECLINED);
  const [wasGiven, setWasGiven] = useState(isGiven);
  if (isGiven && !wasGiven) setWasGiven(true);
  return wasGiven ? <Both {...props} /> : null;
}

function Both({ type, input }: Props) {
  const { t } = useWords();
  return (
    <>
      <p className={`${styles.or} or`}>{t('fill.or')}</p>
      <Choice {...input(UNKNOWN)} type={type}>
        {t('fill.state.unknown')}
      </Choice>
      <Choice {...input(DECLINED)} type={type}>
        {t('fill.state.declined')}
      </Choice>
    </>
  );
}
