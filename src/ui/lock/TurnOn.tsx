import { useState } from 'react';
import { exportBackup } from '../../store/backup.ts';
import { noteBackup } from '../../store/lastBackup.ts';
import { turnOn } from '../../store/lock/turn.ts';
import { page } from '../page.tsx';
import { download } from '../parts/download.ts';
import { sentenceOf } from '../parts/failure.ts';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../words.ts';
import styles from './Lock.module.css';
import { NewPassphraseForm } from './NewPassphraseForm.tsx';
import { turnAlone } from './turning.ts';

const SealDialog = page(['sealed'], 'SealDialog', () => import('../sealed/SealDialog.tsx'));

/** Offers a backup, asks for a passphrase, and puts everything under it. */
export function TurnOn() {
  const { t } = useWords();
  return (
    <section className={styles.part} aria-labelledby="turn-on">
      <h2 id="turn-on">{t('encryption.on.title')}</h2>
      <BackupFirst />
      <NewPassphraseForm
        understood={t('encryption.understood')}
        submit={t('encryption.turnOn')}
        onSubmit={({ passphrase }) => turnAlone(() => turnOn(passphrase))}
      />
    </section>
  );
}

/** If the passphrase is lost, this is all there is. */
function BackupFirst() {
  const { t } = useWords();
  const [isSealing, setSealing] = useState(false);
  const [done, setDone] = useState<{ readonly error?: unknown } | null>(null);
  const save = async () => {
    try {
      const { name, text } = await exportBackup();
      download(name, new Blob([text], { type: 'application/json' }));
      await noteBackup();
      setDone({});
    } catch (error) {
      setDone({ error });
    }
  };
  return (
    <>
      <p>{t('encryption.backup')}</p>
      <p className="row">
        <button type="button" className="button-quiet" onClick={() => void save()}>
          {t('encryption.backup.download')}
        </button>
        <button type="button" className="button-quiet" onClick={() => setSealing(true)}>
          {t('encryption.backup.encrypted')}
        </button>
      </p>
      {done && (
        <Said of={done} tone={'error' in done ? 'error' : 'soft'}>
          <p>{'error' in done ? t(sentenceOf(done.error)) : t('encryption.backup.done')}</p>
        </Said>
      )}
      {isSealing && (
        <SealDialog
          content={async () => (await exportBackup()).text}
          onSealed={() => void noteBackup().catch(() => undefined)}
          onClose={() => setSealing(false)}
        />
      )}
    </>
  );
}
