import { useEffect, useRef } from 'react';
import { useWords } from '../words.ts';
import styles from './ErrorSummary.module.css';

/** `field`: the id of the element to go to. `message`: the same words as at the field. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

interface Props {
  readonly errors: readonly FieldError[];
  /** Number of the attempt (React Hook Form's `submitCount`): each new one that fails takes the focus. */
  readonly attempt: number;
}

/** What must be put right before the page can be left, on top of it, with a link to each field. */
export function ErrorSummary({ errors, attempt }: Props) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown && attempt > 0) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div className={styles.summary} role="alert" aria-labelledby="error-summary-title" tabIndex={-1} ref={box}>
      <h2 id="error-summary-title">{t('errors.title', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <button type="button" className="link" onClick={() => goTo(field)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Focuses the field itself, or the first control in it where it is a group; what names it comes into sight. */
function goTo(id: string): void {
  const element = document.getElementById(id);
  const control = element?.matches('input, select, textarea, button')
    ? element
    : element?.querySelector<HTMLElement>('input, select, textarea, button');
  const name = element?.querySelector('legend, label') ?? document.querySelector(`label[for="${id}"]`);
  (name ?? element?.closest('fieldset') ?? control)?.scrollIntoView();
  control?.focus({ preventScroll: element !== control });
}
