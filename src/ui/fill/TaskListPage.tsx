import { useState } from 'react';
import { Link } from 'wouter';
import { isFinal } from '../../core/line.ts';
import { headlineWord } from '../../i18n/headline-word.ts';
import { visible } from '../../report/pdf/visible.ts';
import { part } from '../page.tsx';
import { BackLink } from '../parts/BackLink.tsx';
import { ExportButton } from '../parts/ExportButton.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { pageAddress } from './address.ts';
import { DetailsDialog } from './DetailsDialog.tsx';
import { DetailsList } from './DetailsList.tsx';
import { useOpen } from './open.ts';
import { pageToGoOn, progressOf } from './progress.ts';
import { SectionState } from './SectionState.tsx';
import styles from './TaskListPage.module.css';
import { UndoRedo } from './UndoRedo.tsx';
import { useTitle } from './useTitle.ts';

const Altered = part(['problems'], 'Altered', () => import('../result/Altered.tsx'));
const BidOf = part(['account', 'differences', 'procedure', 'procedureList'], 'BidOf', () => import('../procedure/BidOf.tsx'));
const Unsettled = part(['evaluators'], 'Unsettled', () => import('../merge/Unsettled.tsx'));
const FinalState = part(['final'], 'FinalState', () => import('../final/FinalState.tsx'));
const NewerVersion = part(['move'], 'NewerVersion', () => import('../move/NewerVersion.tsx'));

/** The sections of the questionnaire, to be filled in any order, and all that can be done with the assessment. */
export function TaskListPage() {
  const words = useWords();
  const { t, f, local } = words;
  const title = useTitle();
  const id = useOpen(({ assessment }) => assessment.id);
  const { questionnaire } = useOpen(({ model }) => model);
  const { overall, headline } = useOpen(({ result }) => result);
  const label = useOpen(({ state }) => state.details.label);
  const procedure = useOpen(({ assessment }) => assessment.procedure);
  const isUnsettled = useOpen(({ state }) => state.disputed.size > 0);
  const final = useOpen(({ history }) => isFinal(history));
  const isEdition = useOpen(({ history }) => history.some(({ kind }) => kind === 'final'));
  const isBegun = useOpen(({ state }) => state.answers.size > 0);
  const isDone = useOpen(({ result }) => result.questions.every(({ state, applicable }) => state !== 'open' || applicable === 'false'));
  const [editing, setEditing] = useState(false);
  const word = headlineWord(headline, questionnaire.bands, words);
  return (
    <div className={styles.page}>
      <div className="top">
        <BackLink to="/">{t('fill.toAll')}</BackLink>
        <UndoRedo />
      </div>
      <div className={styles.main}>
        <PageTitle title={title} />
        {label && <p className={styles.label}>{visible(label)}</p>}
        <p className={styles.now}>
          {overall && headline.kind !== 'stop'
            ? t(isDone || final ? 'fill.tasks.all' : 'fill.tasks.now', { word, interval: f.interval(overall) })
            : t(isDone || final ? 'fill.tasks.allNotScored' : 'fill.tasks.nowNotScored', { word })}
        </p>
        <Altered />
        {isEdition && <FinalState />}
        {isUnsettled && <Unsettled />}
        {procedure !== undefined && <BidOf procedure={procedure} bid={id} />}
        <h2 className={styles.heading}>{t('fill.tasks.sections')}</h2>
        {!final && <p className="muted">{t('fill.tasks.anyOrder')}</p>}
        <Tasks />
        <p className={styles.actions}>
          {!isBegun && <Start />}
          <Link href={`/a/${id}/result`} className={isBegun ? 'button' : 'button-quiet'}>
            {t('fill.tasks.result')}
          </Link>
          <Link href={`/a/${id}/check`} className="button-quiet">
            {t('fill.check.link')}
          </Link>
        </p>
      </div>
      <div className={styles.side}>
        <section className="panel stack" aria-labelledby="details-title">
          <h2 id="details-title" className={styles.aside}>
            {t('fill.details')}
          </h2>
          <DetailsList />
          {!final && (
            <p>
              <button type="button" className="button-quiet" onClick={() => setEditing(true)}>
                {t('fill.details.change')}
              </button>
            </p>
          )}
        </section>
        <ul className={styles.links}>
          <li>
            <Link href={`/a/${id}/history`}>{t('fill.history.link')}</Link>
          </li>
          <li>
            <ExportButton id={id} className="link">
              {t('fill.export')}
            </ExportButton>
          </li>
        </ul>
        <p className="small muted">
          {t('fill.tasks.questionnaire', { title: local(questionnaire.title), id: questionnaire.id, version: questionnaire.version })}
        </p>
        <NewerVersion />
      </div>
      {editing && !final && <DetailsDialog onClose={() => setEditing(false)} />}
    </div>
  );
}

/** Before the first answer the sections lead, not the result. */
function Start() {
  const { t, local } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const model = useOpen((open) => open.model);
  const section = model.sections[0]?.section;
  if (!section) return null;
  return (
    <Link href={pageAddress(id, model, 0, 0)} className="button">
      {t('fill.tasks.start', { section: local(section.short ?? section.title) })}
    </Link>
  );
}

/** A row a section: its name leads to the first page with an open question, its state is said in words. */
function Tasks() {
  const { local } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  return (
    <ul className={styles.tasks}>
      {model.sections.map(({ section }, index) => (
        <li key={section.id}>
          <Link href={pageAddress(id, model, index, pageToGoOn({ model, result }, index))} aria-describedby={`task-${section.id}`}>
            {local(section.title)}
          </Link>
          <SectionState id={`task-${section.id}`} progress={progressOf({ model, result }, index)} />
        </li>
      ))}
    </ul>
  );
}
