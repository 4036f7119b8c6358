import { useWords } from '../words.ts';
import styles from './Footer.module.css';

/** Put in by the build. */
const VERSION: string | undefined = import.meta.env.VITE_VERSION;

/** What this is, what it never does, which version and licence. */
export function Footer() {
  const { t } = useWords();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>{t('app.footer.what')}</p>
        <p>{t('app.footer.device')}</p>
        <p>{VERSION ? t('app.footer.version', { version: VERSION }) : t('app.footer.licence')}</p>
      </div>
    </footer>
  );
}
