import type { UseFormRegisterReturn } from 'react-hook-form';
import styles from './Choices.module.css';

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly help?: string | undefined;
}

interface Props {
  /** Id of the group, for the error summary. */
  readonly id: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly Choice[];
  readonly registration: UseFormRegisterReturn;
}

/** One of a few: radios in a group with its legend, hint and error. */
export function Choices({ id, legend, hint, error, choices, registration }: Props) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset id={id} aria-describedby={describedBy || undefined} className={styles.choices}>
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {choices.map(({ value, text, help }) => (
        <label key={value} className="option">
          <input type="radio" value={value} {...registration} />
          <span>
            {text}
            {help && <span className={`hint ${styles.help}`}>{help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
