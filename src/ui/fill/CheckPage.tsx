import { useMemo } from 'react';
import { Link, useParams } from 'wouter';
import { type Earlier, earlierIn } from '../../core/earlier.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { foldLine, isFinal } from '../../core/line.ts';
import { visible } from '../../report/pdf/visible.ts';
import { tagOf } from '../fields/names.ts';
import { part } from '../page.tsx';
import { BackLink } from '../parts/BackLink.tsx';
import { NotFound } from '../parts/NotFound.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { AnswerText } from './AnswerText.tsx';
import styles from './CheckPage.module.css';
import { useOpen } from './open.ts';
import { progressOf } from './progress.ts';
import { QuestionLink } from './QuestionLink.tsx';
import { SectionState } from './SectionState.tsx';
import { UndoRedo } from './UndoRedo.tsx';
import { useTitle } from './useTitle.ts';

const FinalState = part(['final'], 'FinalState', () => import('../final/FinalState.tsx'));
const Unsettled = part(['evaluators'], 'Unsettled', () => import('../merge/Unsettled.tsx'));
const DisputedVoices = part(['account', 'evaluators'], 'DisputedVoices', () => import('../merge/DisputedVoices.tsx'));
const Behind = part(['account', 'evaluators'], 'Behind', () => import('../merge/Behind.tsx'));

/** Every answer of a section, or of all, with its evidence and its way back to the question; what is not answered comes first. */
export function CheckPage() {
  const { section: only } = useParams<{ section?: string }>();
  const { t, local } = useWords();
  const title = useTitle();
  const id = useOpen(({ assessment }) => assessment.id);
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const isUnsettled = useOpen(({ state }) => state.disputed.size > 0);
  const isEdition = useOpen(({ history }) => history.some(({ kind }) => kind === 'final'));
  const shown = model.sections.flatMap((one, index) => (only === undefined || one.section.id === only ? { ...one, index } : []));
  const [first] = shown;
  if (!first) return <NotFound />;
  return (
    <div className={styles.page}>
      <div className="top">
        <BackLink to={`/a/${id}`}>{t('fill.backTo', { title })}</BackLink>
        <UndoRedo />
      </div>
      <PageTitle title={only === undefined ? t('fill.check') : t('fill.check.section', { section: local(first.section.title) })}>
        {t('fill.check')}
      </PageTitle>
      {isEdition && <FinalState />}
      {isUnsettled && <Unsettled />}
      {shown.map(({ section, items, index }) => (
        <section key={section.id} aria-labelledby={`check-${section.id}`} className={styles.section}>
          <div className={styles.head}>
            <h2 id={`check-${section.id}`}>{local(section.title)}</h2>
            <SectionState id={`check-${section.id}-state`} progress={progressOf({ model, result }, index)} />
          </div>
          <NotAnswered items={items} />
          <Answered items={items} />
          <NotCounted items={items} />
        </section>
      ))}
      <p className="row">
        <Link href={only === undefined ? `/a/${id}/result` : `/a/${id}`} className="button">
          {only === undefined ? t('fill.tasks.result') : t('fill.check.sections')}
        </Link>
        {only !== undefined && (
          <Link href={`/a/${id}/check`} className="button-quiet">
            {t('fill.check.all')}
          </Link>
        )}
      </p>
    </div>
  );
}

/** Indexes of the questions of one section. */
interface Items {
  readonly items: readonly number[];
}

const STATES = [
  { state: 'open', title: 'fill.check.open' },
  { state: 'unknown', title: 'fill.check.unknown' },
  { state: 'declined', title: 'fill.check.declined' },
] as const;

/** Not yet answered, could not be found out, declined: each apart (method A1). */
function NotAnswered({ items }: Items) {
  const { t } = useWords();
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const disputed = useOpen((open) => open.state.disputed);
  const earlier = useEarlier();
  return STATES.map(({ state, title }) => {
    const found = items
      .filter((index) => result.questions[index]?.state === state && result.questions[index]?.applicable !== 'false')
      .flatMap((index) => model.items[index] ?? []);
    if (found.length === 0) return null;
    return (
      <div key={state} className={styles.without}>
        <h3>{t(title, { count: found.length })}</h3>
        <ul>
          {found.map(({ question, index }) => (
            <li key={question.id}>
              <Asked question={question} />
              {result.questions[index]?.applicable === 'undetermined' && <span className="muted">{t('fill.check.may')}</span>}
              <Note question={question} earlier={earlier(question)} />
              {disputed.has(question.id) && <DisputedVoices question={question} />}
              <Change question={question} isAnswered={state !== 'open'} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function Answered({ items }: Items) {
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const found = items.filter((index) => result.questions[index]?.state === 'answered' && result.questions[index]?.applicable !== 'false');
  return <Rows questions={found.flatMap((index) => model.items[index]?.question ?? [])} />;
}

/** Method S3: kept, and counted again should the question come back. */
function NotCounted({ items }: Items) {
  const { t } = useWords();
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const found = items.filter((index) => result.questions[index]?.state !== 'open' && result.questions[index]?.applicable === 'false');
  if (found.length === 0) return null;
  return (
    <div className={styles.kept}>
      <h3>{t('fill.check.kept')}</h3>
      <p className="muted">{t('fill.check.kept.help')}</p>
      <Rows questions={found.flatMap((index) => model.items[index]?.question ?? [])} isHidden />
    </div>
  );
}

function Rows({ questions, isHidden }: { readonly questions: readonly Question[]; readonly isHidden?: boolean }) {
  const { t } = useWords();
  const answers = useOpen(({ state }) => state.answers);
  const given = useOpen(({ state }) => state.given);
  const isMerged = useOpen(({ fold }) => fold !== foldLine);
  const earlier = useEarlier();
  if (questions.length === 0) return null;
  return (
    <dl className={styles.rows}>
      {questions.map((question) => {
        const answer = answers.get(question.id);
        const entry = given.get(question.id);
        return (
          <div key={question.id}>
            <dt>
              <Asked question={question} />
            </dt>
            <dd>
              {answer?.state === 'answered' && <AnswerText question={question} value={answer.value} />}
              {answer?.state === 'unknown' && <p>{t('method.state.unknown')}</p>}
              {answer?.state === 'declined' && <p>{t('method.state.declined')}</p>}
              {answer?.state === 'answered' && answer.incomplete && <p className="muted">{t('method.incomplete')}</p>}
              <EvidenceLine question={question} earlier={earlier(question)} />
              <Note question={question} earlier={earlier(question)} />
              {(isMerged || (entry?.kind === 'answer' && entry.reason)) && <Behind question={question} />}
            </dd>
            {!isHidden && (
              <dd className={styles.change}>
                <Change question={question} isAnswered />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

function Asked({ question }: { readonly question: Question }) {
  const { local } = useWords();
  return (
    <span>
      {local(question.text)} <span className="tag">{tagOf(question.id)}</span>
    </span>
  );
}

function Change({ question, isAnswered }: { readonly question: Question; readonly isAnswered: boolean }) {
  const { t } = useWords();
  const final = useOpen(({ history }) => isFinal(history));
  if (final) return null;
  return (
    <QuestionLink question={question.id}>
      {isAnswered ? t('fill.check.change') : t('fill.check.answer')}
      <span className="visually-hidden"> {tagOf(question.id)}</span>
    </QuestionLink>
  );
}

/** What the present answer to a question kept of an earlier one (SPEC H4). */
function useEarlier(): (question: Question) => Earlier {
  const history = useOpen((open) => open.history);
  const given = useOpen(({ state }) => state.given);
  return useMemo(() => {
    const earlier = earlierIn(history);
    return ({ id }) => earlier(given.get(id));
  }, [history, given]);
}

interface AboutProps {
  readonly question: Question;
  readonly earlier: Earlier;
}

/** Grade first: it decides how far the answer is trusted (method A4). */
function EvidenceLine({ question, earlier }: AboutProps) {
  const { t, f, local } = useWords();
  const answer = useOpen(({ state }) => state.answers.get(question.id));
  const grades = useOpen(({ model }) => model.questionnaire.grades);
  if (question.evidence === 'none' || answer?.state !== 'answered') return null;
  const { evidence } = answer;
  const grade = grades.find((one) => one.id === evidence?.grade);
  const parts = [evidence?.title, evidence?.reference, evidence?.date && f.day(evidence.date), evidence?.file?.name].filter(Boolean);
  return (
    <p className="muted small">
      {[grade ? local(grade.name) : t('fill.check.noGrade'), ...parts].map((part) => visible(part ?? '')).join(' · ')}
      {evidence && earlier.evidence && <strong> · {t('fill.check.earlier')}</strong>}
    </p>
  );
}

function Note({ question, earlier }: AboutProps) {
  const { t } = useWords();
  const note = useOpen(({ state }) => state.answers.get(question.id)?.note);
  if (!note) return null;
  return (
    <p className={`${styles.note} muted small`}>
      {visible(note)}
      {earlier.note && <strong> · {t('fill.check.earlierNote')}</strong>}
    </p>
  );
}
