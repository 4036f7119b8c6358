import { useState } from 'react';
import { page } from '../page.tsx';
import { useWords } from '../words.ts';
import styles from './Sign.module.css';

const SignPanel = page(['sign'], 'SignPanel', () => import('./SignPanel.tsx'));

/** The way to a signed report, closed until wanted; what is in it is fetched only then. */
export function Sign() {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.sign} onToggle={({ currentTarget }) => setOpened((before) => before || currentTarget.open)}>
      <summary>{t('result.sign')}</summary>
      {opened && <SignPanel />}
    </details>
  );
}
