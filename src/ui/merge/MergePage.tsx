import { Nameless } from '../compare/Nameless.tsx';
import { BackLink } from '../parts/BackLink.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { useWords } from '../words.ts';
import { Files } from './Files.tsx';
import { Lead } from './Lead.tsx';
import { Lists } from './Lists.tsx';
import styles from './Merge.module.css';
import { MergeForm } from './MergeForm.tsx';
import { useMerging } from './merging.ts';

/** What several evaluators of one bid agree on and where they differ, and the way to keep it all as one assessment. */
export function MergePage({ ids }: { readonly ids: string }) {
  const { t } = useWords();
  const read = useMerging(ids);
  if (!read) return null;
  const merging = read.kind === 'read' ? read.merging : null;
  return (
    <div className={styles.page}>
      <BackLink to="/">{t('evaluators.back')}</BackLink>
      {merging?.merged?.ok ? (
        <>
          <Lead merged={merging.merged.value} files={merging.files} />
          <Files merged={merging.merged.value} files={merging.files} />
          <Lists merged={merging.merged.value} files={merging.files} />
          <MergeForm merged={merging.merged.value} files={merging.files} />
        </>
      ) : (
        <>
          <PageTitle title={t('evaluators.cannot')} />
          {read.kind === 'failed' && (
            <Notice tone="error">
              <p>{t(sentenceOf(read.error))}</p>
            </Notice>
          )}
          {merging?.merged === null && merging.nameless.size === 0 && <p className="lede">{t('evaluators.cannot.few')}</p>}
          {merging?.merged?.ok === false && <ProblemList problems={merging.merged.problems} />}
        </>
      )}
      {merging && <Nameless bids={merging.nameless} />}
      {merging !== null && merging.missing > 0 && (
        <Notice tone="strong">
          <p>{t('evaluators.missing', { count: merging.missing })}</p>
        </Notice>
      )}
    </div>
  );
}
