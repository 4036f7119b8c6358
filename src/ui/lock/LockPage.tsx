import { useState } from 'react';
import type { LockKey } from '../../i18n/languages.ts';
import { visible } from '../../report/pdf/visible.ts';
import { type Opening, unlock } from '../../store/lock/find.ts';
import { place } from '../../store/place.ts';
import { canSeal } from '../../store/sealed.ts';
import { Mark } from '../parts/Mark.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import { EraseDialog } from './EraseDialog.tsx';
import styles from './Lock.module.css';
import { whenHere } from './locking.ts';
import { type NotOpened, PassphraseForm } from './PassphraseForm.tsx';

interface Props {
  /** What the assessment behind it is called; '' for everything that is kept here, and where it has no name. */
  readonly label: string;
  /** Called when the lock is open. */
  readonly onOpened: () => void;
}

/** Why no passphrase helps. */
const FAILURES: { readonly [O in Opening]?: LockKey } = { damaged: 'lock.damaged', gone: 'own.door.gone', leaving: 'own.door.leaving' };

/** Asks for the passphrase; there is nothing else to be seen. */
export function LockPage({ label, onOpened }: Props) {
  const { t } = useWords();
  const [isDamaged, setDamaged] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const isOfOwn = place.own;
  const open = async (passphrase: string): Promise<NotOpened | null> => {
    try {
      await whenHere();
      const opening = await unlock(passphrase);
      setDamaged(opening === 'damaged');
      if (opening === 'open') onOpened();
      else if (opening === 'none') location.reload();
      else if (opening === 'passphrase') return { wrong: t('lock.wrong') };
      else return { failure: t(FAILURES[opening] ?? 'lock.failed') };
      return null;
    } catch {
      return { failure: t('lock.failed') };
    }
  };
  return (
    <main className={styles.page}>
      <title>{t('app.name')}</title>
      <p className={styles.name}>
        <Mark className={styles.mark} />
        {t('app.name')}
      </p>
      {isOfOwn && (
        <p>
          <a href={location.pathname}>{t('own.door.back')}</a>
        </p>
      )}
      <h1>{isOfOwn ? visible(label) || t('own.label.usual') : t('lock.title')}</h1>
      {canSeal() ? (
        <>
          <p className="lede">{t(isOfOwn ? 'own.door.text' : 'lock.text')}</p>
          <PassphraseForm id="lock-passphrase" autoFocus submit={t('lock.open')} busy={t('lock.opening')} onSubmit={open} />
        </>
      ) : (
        <Notice tone="strong">
          <p>{t('lock.unavailable')}</p>
        </Notice>
      )}
      <details open={isDamaged}>
        <summary>{t('lock.forgotten')}</summary>
        <div className="stack">
          <p>{t(isOfOwn ? 'own.forgotten.text' : 'lock.forgotten.text')}</p>
          <p>
            <button type="button" className="button-quiet" onClick={() => setErasing(true)}>
              {t(isOfOwn ? 'own.erase' : 'lock.erase')}
            </button>
          </p>
        </div>
      </details>
      {isErasing && <EraseDialog onClose={() => setErasing(false)} />}
    </main>
  );
}
