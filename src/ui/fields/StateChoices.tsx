import type { ComponentProps } from 'react';
import { useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import styles from './fields.module.css';
import { DECLINED, UNKNOWN } from './names.ts';

interface Props {
  readonly type: 'radio' | 'checkbox';
  /** Props of the input with this value. */
  readonly input: (value: string) => ComponentProps<'input'>;
}

/** The two ways of having asked and not having an answer (method A1), beneath an "or". */
export function StateChoices({ type, input }: Props) {
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
