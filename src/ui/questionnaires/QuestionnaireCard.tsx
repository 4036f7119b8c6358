import { useId, useMemo } from 'react';
import { Link } from 'wouter';
import { hashOf } from '../../core/canonical.ts';
import { download } from '../parts/download.ts';
import { useWords } from '../words.ts';
import styles from './QuestionnairesPage.module.css';
import { Sources } from './Sources.tsx';
import type { Shelved } from './shelf.ts';

interface Props {
  readonly one: Shelved;
  /** Asked for of one's own only. */
  readonly onRemove: () => void;
}

/** One questionnaire: what it is, what it rests on, and what can be done with it. */
export function QuestionnaireCard({ one: { key, questionnaire, questions, own }, onRemove }: Props) {
  const { t, f, local, language } = useWords();
  const titleId = useId();
  const hash = useMemo(() => hashOf(questionnaire), [questionnaire]);
  const title = local(questionnaire.title);
  const facts = [
    [t('questionnaires.id'), key],
    [t('questionnaires.released'), f.day(questionnaire.released)],
    [t('questionnaires.publisher'), questionnaire.publisher],
    [t('questionnaires.licence'), questionnaire.licence],
    [t('questionnaires.languages'), f.and(questionnaire.languages.map((tag) => languageName(tag, language)))],
    [
      t('questionnaires.size'),
      t('questionnaires.sizeText', { questions, sections: questionnaire.sections.length, gates: questionnaire.gates.length }),
    ],
  ];
  const save = () =>
    download(
      `${questionnaire.id}-${questionnaire.version}.json`,
      new Blob([`${JSON.stringify(questionnaire, null, 2)}\n`], { type: 'application/json' }),
    );
  return (
    <section className={`panel ${styles.card}`} aria-labelledby={titleId}>
      <div>
        <p className="eyebrow">{own ? t('questionnaires.own') : t('questionnaires.shipped')}</p>
        <h2 id={titleId}>{title}</h2>
      </div>
      <p className="measure">{local(questionnaire.purpose)}</p>
      <dl className={`facts ${styles.facts}`}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('questionnaires.hash')}</dt>
          <dd>
            <code title={hash}>{hash.slice(0, 16)}</code>
          </dd>
        </div>
      </dl>
      <Sources sources={questionnaire.sources} />
      <div className="row">
        <Link href={`/new/${key}`} className="button-quiet" aria-label={t('questionnaires.use.of', { title })}>
          {t('questionnaires.use')}
        </Link>
        <button type="button" className="link" aria-label={t('questionnaires.download.of', { title })} onClick={save}>
          {t('questionnaires.download')}
        </button>
        {own && (
          <button type="button" className="link" aria-label={t('questionnaires.remove.of', { title })} onClick={onRemove}>
            {t('questionnaires.remove')}
          </button>
        )}
      </div>
      {own && <p className="hint">{t('questionnaires.remove.help')}</p>}
    </section>
  );
}

/** Name of a language by its tag; the tag itself where it is none. */
function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
