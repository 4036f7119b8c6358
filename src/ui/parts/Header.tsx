import { Link, useRoute } from 'wouter';
import { useWords } from '../words.ts';
import styles from './Header.module.css';
import { Mark } from './Mark.tsx';
import { SaveState } from './SaveState.tsx';

/** Name, ways through the app, and whether the open assessment is on disk. */
export function Header() {
  const { t } = useWords();
  const [atQuestionnaires] = useRoute('/questionnaires');
  const [atRegister] = useRoute('/register');
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link href="/" className={styles.name}>
          <Mark className={styles.mark} />
          {t('app.name')}
        </Link>
        <nav aria-label={t('app.nav')} className={styles.nav}>
          <Link href="/" aria-current={atQuestionnaires || atRegister ? undefined : 'true'}>
            {t('app.assessments')}
          </Link>
          <Link href="/questionnaires" aria-current={atQuestionnaires ? 'page' : undefined}>
            {t('app.questionnaires')}
          </Link>
          <Link href="/register" aria-current={atRegister ? 'page' : undefined}>
            {t('app.register')}
          </Link>
        </nav>
        <SaveState />
      </div>
    </header>
  );
}
