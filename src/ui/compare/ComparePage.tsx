import { BackLink } from '../parts/BackLink.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { comparedIn } from './address.ts';
import styles from './Compared.module.css';
import { Compared } from './Compared.tsx';
import { useComparable } from './comparable.ts';

/** The bids that the address names, compared as far as they can be. */
export function ComparePage({ ids }: { readonly ids: string }) {
  const { t } = useWords();
  const read = useComparable(comparedIn(ids));
  if (!read) return null;
  if (read.kind === 'failed')
    return (
      <div className={styles.page}>
        <BackLink to="/">{t('compare.back')}</BackLink>
        <PageTitle title={t('compare.cannot')} />
        <Notice tone="error">
          <p>{t(sentenceOf(read.error))}</p>
        </Notice>
      </div>
    );
  const { missing, comparison } = read.comparable;
  return (
    <div className={styles.page}>
      <BackLink to="/">{t('compare.back')}</BackLink>
      {comparison && comparison.bids.length > 0 ? (
        <Compared comparable={read.comparable} comparison={comparison} />
      ) : (
        <>
          <PageTitle title={t('compare.cannot')} />
          <p className="lede">{t('compare.cannot.none')}</p>
        </>
      )}
      {missing.length > 0 && (
        <Notice tone="strong">
          <p>{t('compare.missing', { count: missing.length })}</p>
        </Notice>
      )}
    </div>
  );
}
