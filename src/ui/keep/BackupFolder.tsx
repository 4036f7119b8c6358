import { useEffect, useState } from 'react';
import { canPick, type FolderState, folderState, leaveFolder, pickFolder, wakeFolder } from '../../store/folder.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import { autosave, useAutosave } from './autosave.ts';

/** The folder into which a backup goes by itself; nothing where a browser knows no such thing. */
export function BackupFolder({ onSaved }: { readonly onSaved: () => void }) {
  const { t } = useWords();
  const failed = useAutosave((s) => s.failed);
  const [state, setState] = useState<FolderState | null>(null);
  useEffect(() => {
    if (canPick()) void folderState().then(setState, () => undefined);
  }, []);
  if (!state) return null;
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await autosave();
    } catch {
      useAutosave.setState({ failed: true });
    }
    setState(await folderState().catch(() => state));
    onSaved();
  };
  return (
    <>
      {state.kind === 'none' ? (
        <>
          <p className="measure muted" id="backup-folder">
            {t('backup.folder.help')}
          </p>
          <p>
            <button type="button" className="button-quiet" aria-describedby="backup-folder" onClick={() => void act(pickFolder)}>
              {t('backup.folder.pick')}
            </button>
          </p>
        </>
      ) : (
        <>
          <p>{state.kind === 'ready' ? t('backup.folder.ready', { name: state.name }) : t('backup.folder.asleep', { name: state.name })}</p>
          <p className="row">
            {state.kind === 'asleep' && (
              <button type="button" className="button-quiet" onClick={() => void act(wakeFolder)}>
                {t('backup.folder.wake')}
              </button>
            )}
            <button type="button" className="link" onClick={() => void act(leaveFolder)}>
              {t('backup.folder.leave')}
            </button>
          </p>
        </>
      )}
      {failed && (
        <Notice tone="error" role="alert">
          <p>{t('backup.folder.failed')}</p>
        </Notice>
      )}
    </>
  );
}
