import { Route, Switch } from 'wouter';
import { isFinal } from '../../core/line.ts';
import { useOpen } from '../fill/open.ts';
import { NotFound } from '../parts/NotFound.tsx';
import { ChangesPage } from './ChangesPage.tsx';
import { FinalisePage } from './FinalisePage.tsx';
import { FinalPage } from './FinalPage.tsx';
import { RedactPage } from './RedactPage.tsx';

/** Making an assessment final, and what is done with one that is. */
export function FinalPages() {
  const final = useOpen(({ history }) => isFinal(history));
  return (
    <Switch>
      <Route path="/a/:id/final">{final ? <FinalPage /> : <FinalisePage />}</Route>
      <Route path="/a/:id/final/changes" component={ChangesPage} />
      <Route path="/a/:id/final/redact" component={RedactPage} />
      <Route component={NotFound} />
    </Switch>
  );
}
