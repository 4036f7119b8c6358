import { useId, useState } from 'react';
import { knownHashes } from '../../report/verify/known.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { useWords } from '../words.ts';
import styles from './Verify.module.css';

export interface Known {
  readonly hashes: ReadonlySet<string>;
}

interface Props {
  readonly known: Known | null;
  readonly onUse: (known: Known | null) => void;
}

/** SHA-256s from elsewhere: pasted, or in a file such as the register. */
export function KnownList({ known, onUse }: Props) {
  const { t, f } = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const take = (text: string) => {
    const hashes = knownHashes(text);
    setRefused(hashes === null);
    onUse(hashes && { hashes });
  };
  return (
    <details className={styles.known}>
      <summary>{t('verify.known')}</summary>
      <div className={styles.knownInner}>
        <p className="hint measure" id={`${id}-help`}>
          {t('verify.known.help')}
        </p>
        <div className="field">
          <label htmlFor={id}>{t('verify.known.label')}</label>
          <textarea
            id={id}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            spellCheck={false}
            autoComplete="off"
            translate="no"
            aria-describedby={`${id}-help ${id}-said`}
          />
        </div>
        <div className="row">
          <button type="button" className="button-quiet" onClick={() => take(typed)}>
            {t('verify.known.use')}
          </button>
          <FileButton onFile={(file) => void file.text().then(take)}>{t('verify.known.file')}</FileButton>
          {known && (
            <button type="button" className="link" onClick={() => onUse(null)}>
              {t('verify.known.none')}
            </button>
          )}
        </div>
        <p id={`${id}-said`} role="status" className={isRefused ? 'error' : 'muted'}>
          {isRefused
            ? t('verify.list.none')
            : known && t('verify.known.used', { count: known.hashes.size, number: f.integer(known.hashes.size) })}
        </p>
      </div>
    </details>
  );
}
