import { APP_VERSION } from '../../report/version.ts';
import { useWords } from '../words.ts';
import styles from './Footer.module.css';

/** What this is, what it never does, which version and licence. */
export function Footer() {
  const { t } = useWords();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>{t('app.footer.what')}</p>
        <p>
          <a href="#/promises">{t('app.footer.device')}</a>
        </p>
        <p>{t('app.footer.version', { version: APP_VERSION })}</p>
      </div>
    </footer>
  );
}
