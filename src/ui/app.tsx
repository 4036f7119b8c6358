/** The shell around every page, and which page is shown where. Addresses are in the hash: any static host, any folder. */
import { useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { isSealed } from '../store/database.ts';
import { openAssessment } from '../store/workspace.ts';
import styles from './app.module.css';
import { page, part } from './page.tsx';
import { Boundary } from './parts/Boundary.tsx';
import { Footer } from './parts/Footer.tsx';
import { Header } from './parts/Header.tsx';
import { SaveFailure } from './parts/SaveFailure.tsx';
import { useWords } from './words.ts';

const HomePage = page(['home'], 'HomePage', () => import('./home/HomePage.tsx'));
const StartPage = page(['home', 'problems'], 'StartPage', () => import('./start/StartPage.tsx'));
const TaskListPage = page(['fill', 'overview'], 'TaskListPage', () => import('./fill/TaskListPage.tsx'));
const QuestionPage = page(['fill', 'values'], 'QuestionPage', () => import('./fill/QuestionPage.tsx'));
const CheckPage = page(['account', 'fill', 'overview'], 'CheckPage', () => import('./fill/CheckPage.tsx'));
const HistoryPage = page(['account', 'fill', 'overview'], 'HistoryPage', () => import('./fill/HistoryPage.tsx'));
const ResultPage = page(['account', 'fill', 'problems', 'result', 'values'], 'ResultPage', () => import('./result/ResultPage.tsx'));
const ComparePage = page(['compare', 'problems'], 'ComparePage', () => import('./compare/ComparePage.tsx'));
const MergePage = page(
  ['account', 'compare', 'evaluators', 'fill', 'overview', 'problems'],
  'MergePage',
  () => import('./merge/MergePage.tsx'),
);
const DifferencesPage = page(['account', 'evaluators', 'fill', 'values'], 'DifferencesPage', () => import('./merge/DifferencesPage.tsx'));
const MovePage = page(['account', 'fill', 'move', 'problems'], 'MovePage', () => import('./move/MovePage.tsx'));
const FinalPages = page(
  ['account', 'fill', 'final', 'overview', 'problems', 'values'],
  'FinalPages',
  () => import('./final/FinalPages.tsx'),
);
const ProcedurePages = page(
  ['account', 'differences', 'fill', 'problems', 'procedure', 'procedureList', 'values'],
  'ProcedurePages',
  () => import('./procedure/ProcedurePages.tsx'),
);
const OtherPages = page([], 'OtherPages', () => import('./OtherPages.tsx'));
const Late = part(['keep', 'lock', 'offline'], 'Late', () => import('./Late.tsx'));
export const fetchLate = Late.fetch;
const WithAssessment = page(['fill'], 'WithAssessment', () => import('./fill/WithAssessment.tsx'));

/** Fetches what the address is going to need. @returns when it is there, or could not be had: whoever shows it says what went wrong */
export async function fetchAhead(location: string): Promise<void> {
  const [, assessment, section, page] = /^\/a\/([^/]+)(?:\/s\/([^/]+)\/([^/]+))?/.exec(location) ?? [];
  if (assessment === undefined) return;
  await Promise.allSettled([WithAssessment.fetch(), QuestionPage.fetch(), openAssessment(assessment)]);
  if (section === undefined || page === undefined) return;
  await Promise.allSettled([import('./fill/needs.ts').then(({ fetchNeeds }) => fetchNeeds(section, page))]);
}

export function App() {
  return (
    <Router hook={useHashLocation}>
      <Shell />
    </Router>
  );
}

/** What nobody asks for comes after the page that was: so often it is looked whether that is there, in milliseconds. */
const LATER = 500;

function Shell() {
  const { t } = useWords();
  const [location] = useLocation();
  const [isLate, setLate] = useState(isSealed);
  useEffect(() => {
    const timer = setInterval(() => document.querySelector('h1') && setLate(true), LATER);
    return () => clearInterval(timer);
  }, []);
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
      {isLate && <Late />}
      <main id="main" tabIndex={-1} className={styles.main}>
        <Boundary at={location}>
          <Pages />
        </Boundary>
      </main>
      <Footer />
    </div>
  );
}

function Pages() {
  const [location] = useLocation();
  useEffect(() => {
    void fetchAhead(location);
  }, [location]);
  // A folder's own address is written with and without a slash.
  if (location.length > 1 && location.endsWith('/')) return <Redirect to={location.replace(/\/+$/, '')} replace />;
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/new/:questionnaire?" component={StartPage} />
      <Route path="/compare/:ids">{({ ids }) => <ComparePage ids={ids} key={ids} />}</Route>
      <Route path="/merge/:ids">{({ ids }) => <MergePage ids={ids} key={ids} />}</Route>
      <Route path="/p/:id/*?">{({ id }) => <ProcedurePages id={id} key={id} />}</Route>
      <Route path="/a/:id/*?">
        {({ id }) => (
          <WithAssessment id={id} key={id}>
            <AssessmentPages />
          </WithAssessment>
        )}
      </Route>
      <Route component={OtherPages} />
    </Switch>
  );
}

function AssessmentPages() {
  return (
    <Switch>
      <Route path="/a/:id" component={TaskListPage} />
      <Route path="/a/:id/s/:section/:page" component={QuestionPage} />
      <Route path="/a/:id/check/:section?" component={CheckPage} />
      <Route path="/a/:id/history" component={HistoryPage} />
      <Route path="/a/:id/differences" component={DifferencesPage} />
      <Route path="/a/:id/move" component={MovePage} />
      <Route path="/a/:id/result" component={ResultPage} />
      <Route path="/a/:id/final/*?" component={FinalPages} />
      <Route component={OtherPages} />
    </Switch>
  );
}
