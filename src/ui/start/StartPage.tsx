import { useParams } from 'wouter';
import { BackLink } from '../parts/BackLink.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useShelf } from '../questionnaires/shelf.ts';
import { useWords } from '../words.ts';
import { StartForm } from './StartForm.tsx';
import styles from './StartPage.module.css';

/** Before the first question: what it takes, and what the assessment is about. */
export function StartPage() {
  const { t } = useWords();
  const { questionnaire } = useParams();
  const shelf = useShelf();
  return (
    <>
      <BackLink to="/">{t('app.assessments')}</BackLink>
      <div className={styles.page}>
        <div className="stack">
          <PageTitle title={t('start.title')} />
          <p className="lede">{t('start.lede')}</p>
        </div>
        <aside className={styles.aside} aria-labelledby="start-needs">
          <div className="panel">
            <h2 id="start-needs">{t('start.needs')}</h2>
            <ul>
              <li>{t('start.needs.offer')}</li>
              <li>{t('start.needs.register')}</li>
              <li>{t('start.needs.expert')}</li>
            </ul>
            <h3>{t('start.time')}</h3>
            <p>{t('start.time.text')}</p>
            <h3>{t('start.missing')}</h3>
            <p>{t('start.missing.text')}</p>
          </div>
        </aside>
        <div className={styles.main}>{shelf && <StartForm shelf={shelf} wanted={questionnaire} />}</div>
      </div>
    </>
  );
}
