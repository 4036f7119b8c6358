import { useState } from 'react';
import type { VerifyKey } from '../../i18n/languages.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { DropZone } from '../parts/DropZone.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { chosen, dropped, type Placed } from './dropped.ts';
import { Findings } from './Findings.tsx';
import { type Known, KnownList } from './KnownList.tsx';
import { useVerifying } from './useVerifying.ts';
import styles from './Verify.module.css';

/** Whether files are the reports that their own data give: one, or a folder of hundreds, on this device. */
export function VerifyPage() {
  const { t } = useWords();
  const [files, setFiles] = useState<readonly Placed[]>([]);
  const [known, setKnown] = useState<Known | null>(null);
  const [trouble, setTrouble] = useState<VerifyKey | null>(null);
  const { rows, done, isBroken, isStopped, stop, start } = useVerifying();
  const begin = (given: readonly Placed[]) => {
    setFiles(given);
    setTrouble(given.length === 0 ? 'verify.empty' : null);
    start(given, known?.hashes ?? null);
  };
  const use = (list: Known | null) => {
    setKnown(list);
    if (files.length > 0) start(files, list?.hashes ?? null);
  };
  return (
    <div className={styles.page}>
      <div className={styles.say}>
        <BackLink to="/">{t('verify.back')}</BackLink>
        <PageTitle title={t('verify.title')} />
        <p className="lede">{t('verify.lede')}</p>
      </div>
      <section aria-labelledby="verify-files">
        <DropZone onDrop={(transfer) => void dropped(transfer).then(begin, () => setTrouble('verify.unreadable'))}>
          <h2 id="verify-files">{t('verify.files')}</h2>
          <p id="verify-files-help">{t('verify.files.help')}</p>
          <div className="row">
            <FileButton accept=".pdf,application/pdf" describedBy="verify-files-help" onFiles={(all) => begin(chosen(all))}>
              {t('verify.choose')}
            </FileButton>
            <FileButton isFolder describedBy="verify-files-help" onFiles={(all) => begin(chosen(all))}>
              {t('verify.chooseFolder')}
            </FileButton>
          </div>
        </DropZone>
      </section>
      <KnownList known={known} onUse={use} />
      {trouble !== null && (
        <Notice role="status">
          <p>{t(trouble)}</p>
        </Notice>
      )}
      {isBroken && (
        <Notice tone="error" role="alert">
          <p>{t('verify.broken')}</p>
        </Notice>
      )}
      {rows.length > 0 && <Findings rows={rows} done={done} isStopped={isStopped} onStop={stop} />}
    </div>
  );
}
