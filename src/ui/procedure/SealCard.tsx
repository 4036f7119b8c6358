import { Link } from 'wouter';
import { useWords } from '../words.ts';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';
import { SealCode } from './SealCode.tsx';

/** The seal beside the procedure: its code, or the way to it. */
export function SealCard() {
  const { t, f } = useWords();
  const { header, state } = useProcedure().view;
  const { seal } = state;
  return (
    <section className={`panel ${styles.card}`} aria-labelledby="seal">
      <h2 id="seal" className={styles.cardTitle}>
        {t('procedure.seal')}
      </h2>
      {seal ? (
        <>
          <SealCode sha256={seal.sha256} />
          <p className="muted small">{t('procedure.deviation.when', { at: f.instant(seal.at), by: seal.by })}</p>
          <p>
            <Link href={`/p/${header.id}/seal`}>{t('procedure.seal.link')}</Link>
          </p>
        </>
      ) : (
        <>
          <p>{t('procedure.seal.before')}</p>
          <p>
            <Link href={`/p/${header.id}/seal`} className="button">
              {t('procedure.seal.do')}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
