import type { ComponentProps, ReactNode } from 'react';
import styles from './fields.module.css';

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
        {help && <span className={`${styles.help} hint`}>{help}</span>}
      </span>
    </label>
  );
}
