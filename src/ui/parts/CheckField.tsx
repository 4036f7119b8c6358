import type { ComponentPropsWithRef } from 'react';

interface Props extends Omit<ComponentPropsWithRef<'input'>, 'id' | 'type'> {
  readonly id: string;
  readonly label: string;
  readonly error?: string | undefined;
}

/** One box to tick, with its error. */
export function CheckField({ id, label, error, ...input }: Props) {
  return (
    <div className="field">
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label className="option">
        <input
          type="checkbox"
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          {...input}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
