import type { Source } from '../../core/format/questionnaire.ts';
import type { HomeKey } from '../../i18n/languages.ts';
import { Outward } from '../parts/Outward.tsx';
import { useWords } from '../words.ts';
import styles from './QuestionnairesPage.module.css';

export const STATUS: Readonly<Record<Source['status'], HomeKey>> = {
  'in-force': 'status.inForce',
  proposal: 'status.proposal',
  lapsed: 'status.lapsed',
};

/** What a questionnaire rests on; what is not in force says so first. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const { t, f, local } = useWords();
  return (
    <details>
      <summary>{t('questionnaires.sources', { count: sources.length })}</summary>
      <ul className={styles.sources}>
        {sources.map((source) => (
          <li key={source.id}>
            <Outward url={source.url}>{local(source.title)}</Outward>
            <span className="muted small">{t('questionnaires.source', { status: t(STATUS[source.status]), day: f.day(source.asOf) })}</span>
            {source.note && <span className="muted small">{local(source.note)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
