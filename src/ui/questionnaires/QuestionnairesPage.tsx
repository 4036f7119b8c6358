import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { CountryFacts } from './CountryFacts.tsx';
import { LoadQuestionnaire } from './LoadQuestionnaire.tsx';
import { QuestionnaireCard } from './QuestionnaireCard.tsx';
import styles from './QuestionnairesPage.module.css';
import { useShelf } from './shelf.ts';

/** What an assessment can be made with: questionnaires, shipped and own, and the table of country facts. */
export function QuestionnairesPage() {
  const { t } = useWords();
  const shelf = useShelf();
  return (
    <div className={styles.page}>
      <div className="stack">
        <PageTitle title={t('questionnaires.title')} />
        <p className="lede">{t('questionnaires.lede')}</p>
      </div>
      {shelf?.map((one) => (
        <QuestionnaireCard key={one.key} one={one} />
      ))}
      <LoadQuestionnaire />
      <CountryFacts />
    </div>
  );
}
