import type { ComponentProps, ReactNode } from 'react';

interface Props extends ComponentProps<'input'> {
  readonly type: 'radio' | 'checkbox';
  readonly help?: string | undefined;
  readonly children: ReactNode;
}

/** A native radio or checkbox; the whole row is its label. */
export function Choice({ help, children, ...input }: Props) {
  return (
    <label className="option">
      <input {...input} />
      <span>
        {children}
        {help && <span className="hint option-help">{help}</span>}
      </span>
    </label>
  );
}
