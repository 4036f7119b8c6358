import { Link, Route, Switch } from 'wouter';
import { page } from '../page.tsx';
import { NotFound } from '../parts/NotFound.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { CriteriaPage } from './CriteriaPage.tsx';
import { DetailsPage } from './DetailsPage.tsx';
import { NewPage } from './NewPage.tsx';
import { ProcedurePage } from './ProcedurePage.tsx';
import { ProcedureContext, useProcedureRead } from './procedure.ts';
import { SealPage } from './SealPage.tsx';

const ComparePage = page(['account', 'compare'], 'ComparePage', () => import('./ComparePage.tsx'));

/** The pages of one procedure; the address `new` begins one. */
export function ProcedurePages({ id }: { readonly id: string }) {
  return id === 'new' ? <NewPage /> : <Kept id={id} />;
}

function Kept({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { read, shown } = useProcedureRead(id);
  if (shown)
    return (
      <ProcedureContext value={shown}>
        <Switch>
          <Route path="/p/:id" component={ProcedurePage} />
          <Route path="/p/:id/details" component={DetailsPage} />
          <Route path="/p/:id/criteria" component={CriteriaPage} />
          <Route path="/p/:id/seal" component={SealPage} />
          <Route path="/p/:id/compare/:lot?">{({ lot }) => <ComparePage lot={lot} />}</Route>
          <Route component={NotFound} />
        </Switch>
      </ProcedureContext>
    );
  if (!read) return null;
  return (
    <div className="stack measure">
      <PageTitle title={t(read.kind === 'failed' ? 'procedure.unreadable.title' : 'procedure.missing.title')} />
      <Notice>{t(read.kind === 'failed' ? read.why : 'procedure.missing.text')}</Notice>
      <p>
        <Link href="/">{t('app.notFound.home')}</Link>
      </p>
    </div>
  );
}
