import { useEffect, useState } from 'react';
import { Link, useParams } from 'wouter';
import { isFinal } from '../../core/line.ts';
import { frameShown } from '../../store/frame.ts';
import { page as lazyPage, part } from '../page.tsx';
import { BackLink } from '../parts/BackLink.tsx';
import { NotFound } from '../parts/NotFound.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { useOpen } from './open.ts';
import { PageForm } from './PageForm.tsx';
import styles from './QuestionPage.module.css';
import { useTitle } from './useTitle.ts';

/** These come when the questions are there: they are what a person waits for. */
const LivePanel = part(['overview'], 'LivePanel', () => import('./LivePanel.tsx'));
const UndoRedo = part(['overview'], 'UndoRedo', () => import('./UndoRedo.tsx'));

const ReadPage = lazyPage(['account', 'final'], 'ReadPage', () => import('../final/ReadPage.tsx'));

/** One page of questions beside the result so far. */
export function QuestionPage() {
  const params = useParams<{ section: string; page: string }>();
  const { t, local } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const title = useTitle();
  const final = useOpen(({ history }) => isFinal(history));
  const sectionIndex = useOpen(({ model }) => model.sectionIndex(params.section) ?? -1);
  const section = useOpen(({ model }) => model.sections[sectionIndex]?.section);
  const pageIndex = section?.pages.findIndex((one) => one.id === params.page) ?? -1;
  const page = section?.pages[pageIndex];
  const [questionsAreThere, setQuestionsAreThere] = useState(false);
  useEffect(() => {
    void frameShown().then(() => setQuestionsAreThere(true));
  }, []);
  if (!section || !page) return <NotFound />;
  return (
    <div className={styles.page}>
      <div className="top">
        <BackLink to={`/a/${id}`}>{t('fill.backTo', { title })}</BackLink>
        {questionsAreThere && <UndoRedo />}
      </div>
      <div className={styles.main}>
        <PageTitle title={local(page.title)} />
        <Where section={sectionIndex} page={pageIndex} />
        {pageIndex === 0 && section.intro && <p className={styles.intro}>{local(section.intro)}</p>}
        {final ? (
          <ReadPage section={sectionIndex} page={pageIndex} />
        ) : (
          <PageForm key={`${section.id}/${page.id}`} section={sectionIndex} page={pageIndex} />
        )}
        <p className={`small ${styles.check}`}>
          <Link href={`/a/${id}/check/${section.id}`}>{t('fill.check.link')}</Link>
        </p>
      </div>
      {questionsAreThere && <LivePanel section={sectionIndex} />}
    </div>
  );
}

interface WhereProps {
  /** Indexes in the questionnaire. */
  readonly section: number;
  readonly page: number;
}

/** Which page of the section it is, and of how many questions: where an answer brings one, the rest of the page does not render again. */
function Where({ section, page }: WhereProps) {
  const { t, f, local } = useWords();
  const shown = useOpen(({ model }) => model.sections[section]?.section);
  const count = useOpen(
    ({ model, result }) =>
      model.sections[section]?.items.filter((i) => model.items[i]?.page === page && result.questions[i]?.applicable !== 'false').length ??
      0,
  );
  return (
    shown && (
      <p className={`${styles.where} muted`}>
        {t('fill.page.where', { page: f.integer(page + 1), pages: f.integer(shown.pages.length), section: local(shown.title), count })}
      </p>
    )
  );
}
