import type { ComponentPropsWithRef } from 'react';
import { useWords } from '../words.ts';

interface Props extends Omit<ComponentPropsWithRef<'input'>, 'id'> {
  /** Id of the input, for the error summary. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Marked as such; what is required is not. */
  readonly optional?: boolean;
}

/** A line of text with its label, hint and error. */
export function TextField({ id, label, hint, error, optional, ...input }: Props) {
  const { t } = useWords();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{optional ? t('form.optional', { label }) : label}</label>
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
      <input type="text" id={id} aria-invalid={error ? true : undefined} aria-describedby={describedBy || undefined} {...input} />
    </div>
  );
}
