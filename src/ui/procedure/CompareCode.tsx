import { type FormEvent, useState } from 'react';
import { isSealCode } from '../../core/procedure/seal.ts';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import styles from './procedure.module.css';

/** Is a code that somebody else reads out that of this seal? */
export function CompareCode({ sha256 }: { readonly sha256: string }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<'same' | 'other' | null>(null);
  const compare = (event: FormEvent) => {
    event.preventDefault();
    setSaid(isSealCode(typed, sha256) ? 'same' : 'other');
  };
  return (
    <form className={`${styles.formPart} ${styles.compare}`} onSubmit={compare}>
      <div>
        <h2>{t('procedure.seal.compare')}</h2>
        <p className="muted">{t('procedure.seal.compare.help')}</p>
      </div>
      <TextField
        id="other-code"
        label={t('procedure.seal.compare.label')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setSaid(null);
        }}
      />
      <p>
        <button type="submit" className="button-quiet">
          {t('procedure.seal.compare.do')}
        </button>
      </p>
      <div role="status">
        {said && (
          <Notice tone={said === 'same' ? 'soft' : 'error'}>
            <p>
              <strong>{t(said === 'same' ? 'procedure.seal.compare.same' : 'procedure.seal.compare.other')}</strong>
            </p>
          </Notice>
        )}
      </div>
    </form>
  );
}
