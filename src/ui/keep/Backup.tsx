import { useState } from 'react';
import type { Problem } from '../../core/problems.ts';
import { exportBackup, type Restored, restoreBackup } from '../../store/backup.ts';
import { useCopy } from '../../store/copy/copy.ts';
import { noteBackup } from '../../store/lastBackup.ts';
import { LockLink } from '../lock/LockLink.tsx';
import { page } from '../page.tsx';
import { download } from '../parts/download.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Said } from '../parts/Said.tsx';
import { loadWords, useWords } from '../words.ts';
import { BackupFolder } from './BackupFolder.tsx';
import { daysSince, useLastBackup } from './useBackup.ts';

const SealDialog = page(['sealed'], 'SealDialog', () => import('../sealed/SealDialog.tsx'));
const UnsealDialog = page(['sealed'], 'UnsealDialog', () => import('../sealed/UnsealDialog.tsx'));

type Outcome =
  | { readonly kind: 'downloaded'; readonly left: number }
  | { readonly kind: 'restored'; readonly restored: Restored }
  | { readonly kind: 'refused'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Everything in one file and back; how old the last one is, and a folder into which it goes by itself. */
export function Backup() {
  const { t } = useWords();
  const { last, look } = useLastBackup();
  const isOnce = useCopy((copy) => copy.kind === 'none');
  const [isSealing, setSealing] = useState(false);
  const [sealed, setSealed] = useState<File | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const act = async (work: () => Promise<Outcome>) => {
    try {
      setOutcome(await work());
    } catch (error) {
      setOutcome({ kind: 'failed', error });
    }
  };
  const noted = async () => {
    await noteBackup();
    look();
  };
  const save = () =>
    act(async () => {
      const { name, text, left } = await exportBackup();
      download(name, new Blob([text], { type: 'application/json' }));
      await noted();
      return { kind: 'downloaded', left };
    });
  const restore = (file: File) =>
    act(async () => {
      await loadWords(['problems', 'values']);
      const done = await restoreBackup(file);
      return done.ok ? { kind: 'restored', restored: done.value } : { kind: 'refused', name: file.name, problems: done.problems };
    });
  const failed = (error: unknown) => setOutcome({ kind: 'failed', error });
  const take = async (file: File) => {
    // A sealed file may be refused before anything of it is restored.
    const [{ isSealed }] = await Promise.all([import('../../store/sealed.ts'), loadWords(['problems'])]);
    return (await isSealed(file)) ? setSealed(file) : restore(file);
  };
  const days = daysSince(last?.at ?? null);
  return (
    <section aria-labelledby="backup" className="stack">
      <h2 id="backup">{t('backup.title')}</h2>
      <p className="measure">{t('backup.text')}</p>
      {isOnce && (
        <Notice tone="strong">
          <p>{t('backup.none')}</p>
        </Notice>
      )}
      {last && !last.isEmpty && (
        <p className={days === 0 ? 'muted' : undefined}>{days === 0 ? t('backup.age') : <strong>{t('backup.due', { days })}</strong>}</p>
      )}
      <div className="row">
        {last && !last.isEmpty && (
          <>
            <button type="button" className="button-quiet" onClick={() => void save()}>
              {t('backup.download')}
            </button>
            <button type="button" className="button-quiet" onClick={() => setSealing(true)}>
              {t('backup.encrypted')}
            </button>
          </>
        )}
        <FileButton accept=".json,.encrypted,application/json" onFile={(file) => void take(file).catch(failed)}>
          {t('backup.restore')}
        </FileButton>
      </div>
      {isSealing && (
        <SealDialog
          content={async () => (await exportBackup()).text}
          onSealed={() => void noted().catch(failed)}
          onClose={() => setSealing(false)}
        />
      )}
      {sealed && (
        <UnsealDialog
          file={sealed}
          onOpened={(file) => {
            setSealed(null);
            void restore(file);
          }}
          onRefused={(problems) => {
            setSealed(null);
            setOutcome({ kind: 'refused', name: sealed.name, problems });
          }}
          onClose={() => setSealed(null)}
        />
      )}
      {outcome?.kind === 'refused' && <Refused name={outcome.name} problems={outcome.problems} />}
      {outcome && outcome.kind !== 'refused' && (
        <Said of={outcome} tone={outcome.kind === 'failed' ? 'error' : 'soft'}>
          {outcome.kind === 'downloaded' && <p>{t('backup.downloaded')}</p>}
          {outcome.kind === 'downloaded' && outcome.left > 0 && <p>{t('own.left', { count: outcome.left })}</p>}
          {outcome.kind === 'restored' && <p>{t('backup.restored', { ...outcome.restored })}</p>}
          {outcome.kind === 'failed' && <p>{t(sentenceOf(outcome.error))}</p>}
        </Said>
      )}
      <BackupFolder onSaved={look} />
      <LockLink />
    </section>
  );
}
