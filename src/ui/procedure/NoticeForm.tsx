import { useId, useState } from 'react';
import type { Notice as ContractNotice } from '../../core/notice/notice.ts';
import type { Problem } from '../../core/problems.ts';
import { readText } from '../../store/files.ts';
import { DropZone } from '../parts/DropZone.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { useWords } from '../words.ts';
import { KeptNotices } from './KeptNotices.tsx';
import type { NoticeCheckProps } from './NoticeCheck.tsx';
import styles from './NoticeForm.module.css';
import { NoticeLots } from './NoticeLots.tsx';

type Read =
  | { readonly kind: 'read'; readonly notice: ContractNotice }
  | { readonly kind: 'refused'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed' };

/** Opens a contract notice and shows its weights beside those used. */
export function NoticeForm({ questionnaire, policy, named }: NoticeCheckProps) {
  const { t } = useWords();
  const id = useId();
  const [read, setRead] = useState<Read | null>(null);
  const open = async (file: File) => {
    setRead(null);
    try {
      setRead(await readFile(file));
    } catch {
      // A part of the app that could not be fetched, or a file that went away: nothing of the procedure is at stake.
      setRead({ kind: 'failed' });
    }
  };
  return (
    <section className={styles.form} aria-labelledby={`${id}-title`}>
      <DropZone onFiles={([file]) => file && void open(file)}>
        <h2 id={`${id}-title`}>{t('notice.title')}</h2>
        <p id={`${id}-help`}>{t('notice.intro')}</p>
        <FileButton accept=".xml,application/xml,text/xml" describedBy={`${id}-help`} onFile={(file) => void open(file)}>
          {t(read?.kind === 'read' ? 'notice.open.another' : 'notice.open')}
        </FileButton>
      </DropZone>
      {read?.kind === 'refused' && (
        <Notice tone="error" role="alert">
          <p>
            <strong>{t('notice.refused', { name: read.name, count: read.problems.length })}</strong>
          </p>
          <ProblemList problems={read.problems} />
        </Notice>
      )}
      {read?.kind === 'failed' && (
        <Notice tone="error" role="alert">
          <p>{t('notice.failed')}</p>
        </Notice>
      )}
      {read?.kind === 'read' && <NoticeLots notice={read.notice} questionnaire={questionnaire} policy={policy} named={named} />}
      <KeptNotices questionnaire={questionnaire} policy={policy} />
    </section>
  );
}

async function readFile(file: File): Promise<Read> {
  const [text, { readNotice }] = await Promise.all([readText(file), import('../../core/notice/read.ts')]);
  const outcome = text.ok ? readNotice(text.value) : text;
  return outcome.ok ? { kind: 'read', notice: outcome.value } : { kind: 'refused', name: file.name, problems: outcome.problems };
}
