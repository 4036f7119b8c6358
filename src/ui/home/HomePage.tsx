import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { frameShown } from '../../store/frame.ts';
import { place } from '../../store/place.ts';
import { part } from '../page.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { Assessments } from './Assessments.tsx';
import { Examples } from './Examples.tsx';
import styles from './HomePage.module.css';
import { isBare, useKept } from './kept.ts';
import { OpenFile } from './OpenFile.tsx';

const OwnHome = part(['lock'], 'OwnHome', () => import('../own/OwnHome.tsx'));
/** Comes after what is said first. */
const Procedures = part(['procedureList'], 'Procedures', () => import('./Procedures.tsx'));
const Backup = part(['keep', 'lock'], 'Backup', () => import('../keep/Backup.tsx'));

/** The first screen: of everything, or of an assessment under a passphrase of its own. */
export function HomePage() {
  return place.own ? <OwnHome /> : <Everything />;
}

/** What this does, the three ways in, and what is on this device. */
function Everything() {
  const { t } = useWords();
  const [isShown, setShown] = useState(false);
  const kept = useKept();
  const isFirstVisit = kept !== null && isBare(kept);
  const isKnown = kept !== null && !isFirstVisit;
  const more = (
    <>
      <p className={styles.device}>{t('home.device')}</p>
      <Examples />
    </>
  );
  useEffect(() => {
    void frameShown().then(() => setShown(true));
  }, []);
  return (
    <div className={styles.page}>
      <div className={styles.hero}>
        <div className={styles.say}>
          <PageTitle title={t('home.window')} className={styles.title}>
            {t('home.title')}
          </PageTitle>
          <p className={isKnown ? `lede ${styles.pitch}` : 'lede'}>{t('home.lede')}</p>
          <p className={styles.start}>
            <Link href="/new" className="button">
              {t('home.start')}
            </Link>
            <span className={isKnown ? `muted ${styles.pitch}` : 'muted'}>{t('home.start.help')}</span>
          </p>
        </div>
        <OpenFile />
      </div>
      {/* On a first visit what this is and what it comes to lead; whoever has work here finds that first. */}
      {isFirstVisit && more}
      <Assessments kept={kept} />
      {isShown && <Procedures />}
      {isKnown && more}
      {isShown && <Backup />}
    </div>
  );
}
