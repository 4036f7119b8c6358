import { useState } from 'react';
import { removeQuestionnaire } from '../../store/questionnaires.ts';
import { sentenceOf } from '../parts/failure.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../words.ts';
import { CountryFacts } from './CountryFacts.tsx';
import { LoadQuestionnaire } from './LoadQuestionnaire.tsx';
import { QuestionnaireCard } from './QuestionnaireCard.tsx';
import styles from './QuestionnairesPage.module.css';
import { type Shelved, useShelf } from './shelf.ts';

/** What an assessment can be made with: questionnaires, shipped and own, and the table of country facts. */
export function QuestionnairesPage() {
  const { t, local } = useWords();
  const shelf = useShelf();
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean } | null>(null);
  const remove = async ({ key, questionnaire }: Shelved) => {
    try {
      await removeQuestionnaire(key);
      setSaid({ text: t('questionnaires.removed', { title: local(questionnaire.title) }), failed: false });
    } catch (error) {
      setSaid({ text: t(sentenceOf(error)), failed: true });
    }
  };
  return (
    <div className={styles.page}>
      <div className="stack">
        <PageTitle title={t('questionnaires.title')} />
        <p className="lede">{t('questionnaires.lede')}</p>
      </div>
      {said && (
        <Said of={said} tone={said.failed ? 'error' : 'soft'}>
          <p>{said.text}</p>
        </Said>
      )}
      {shelf?.map((one) => (
        <QuestionnaireCard key={one.key} one={one} onRemove={() => void remove(one)} />
      ))}
      <LoadQuestionnaire />
      <CountryFacts />
    </div>
  );
}
