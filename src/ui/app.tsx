/** The shell around every page, and which page is shown where. Addresses are in the hash: any static host, any folder. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import styles from './app.module.css';
import { Boundary } from './parts/Boundary.tsx';
import { Footer } from './parts/Footer.tsx';
import { Header } from './parts/Header.tsx';
import { NotFound } from './parts/NotFound.tsx';
import { SaveFailure } from './parts/SaveFailure.tsx';
import { useWords } from './words.ts';

const HomePage = lazy(() => import('./home/HomePage.tsx').then((m) => ({ default: m.HomePage })));
const StartPage = lazy(() => import('./start/StartPage.tsx').then((m) => ({ default: m.StartPage })));
const QuestionnairesPage = lazy(() => import('./questionnaires/QuestionnairesPage.tsx').then((m) => ({ default: m.QuestionnairesPage })));
const WithAssessment = lazy(() => import('./fill/WithAssessment.tsx').then((m) => ({ default: m.WithAssessment })));
const TaskListPage = lazy(() => import('./fill/TaskListPage.tsx').then((m) => ({ default: m.TaskListPage })));
const QuestionPage = lazy(() => import('./fill/QuestionPage.tsx').then((m) => ({ default: m.QuestionPage })));
const CheckPage = lazy(() => import('./fill/CheckPage.tsx').then((m) => ({ default: m.CheckPage })));
const HistoryPage = lazy(() => import('./fill/HistoryPage.tsx').then((m) => ({ default: m.HistoryPage })));
const ResultPage = lazy(() => import('./result/ResultPage.tsx').then((m) => ({ default: m.ResultPage })));

export function App() {
  return (
    <Router hook={useHashLocation}>
      <Shell />
    </Router>
  );
}

function Shell() {
  const { t } = useWords();
  const [location] = useLocation();
  return (
    <div className={styles.shell}>
      {/* biome-ignore lint/a11y/useValidAnchor: it does lead to a part of this page; only its hash is spoken for. */}
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          // The hash is the address of the page; the focus moves without it.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      <Header />
      <SaveFailure />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Boundary at={location}>
          <Suspense fallback={<Loading />}>
            <Pages />
          </Suspense>
        </Boundary>
      </main>
      <Footer />
    </div>
  );
}

function Pages() {
  const [location] = useLocation();
  // A folder's own address is written with and without a slash.
  if (location.length > 1 && location.endsWith('/')) return <Redirect to={location.replace(/\/+$/, '')} replace />;
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/new/:questionnaire?" component={StartPage} />
      <Route path="/questionnaires" component={QuestionnairesPage} />
      <Route path="/a/:id/*?">
        {({ id }) => (
          <WithAssessment id={id} key={id}>
            <AssessmentPages />
          </WithAssessment>
        )}
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}

function AssessmentPages() {
  return (
    <Switch>
      <Route path="/a/:id" component={TaskListPage} />
      <Route path="/a/:id/s/:section/:page" component={QuestionPage} />
      <Route path="/a/:id/check" component={CheckPage} />
      <Route path="/a/:id/history" component={HistoryPage} />
      <Route path="/a/:id/result" component={ResultPage} />
      <Route component={NotFound} />
    </Switch>
  );
}

/** Said only when it takes long enough to be noticed. */
function Loading() {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return late ? (
    <p role="status" className="muted">
      {t('app.loading')}
    </p>
  ) : null;
}
