import { useEffect, useState } from 'react';
import { visible } from '../../report/pdf/visible.ts';
import { labelOf } from '../../store/own/label.ts';
import { Assessments } from '../home/Assessments.tsx';
import styles from '../home/HomePage.module.css';
import { useKept } from '../home/kept.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';

/** The first screen inside of a store that holds an assessment under a passphrase of its own. */
export function OwnHome() {
  const { t } = useWords();
  const kept = useKept();
  const [label, setLabel] = useState<string | null>(null);
  useEffect(() => void labelOf().then((found) => setLabel(found ?? '')), []);
  if (label === null) return null;
  const title = visible(label) || t('own.label.usual');
  return (
    <div className={styles.page}>
      <div className={styles.say}>
        <PageTitle title={title} />
        <p className="lede">{t('own.home.text')}</p>
        <p className="muted">{t('own.home.out')}</p>
      </div>
      <Assessments kept={kept} />
    </div>
  );
}
