import { type ReactNode, useMemo } from 'react';
import type { Comparison } from '../../core/compare/comparison.ts';
import { leftOut } from '../../report/comparison/bids.ts';
import { comparisonAccount, drawnContext } from '../../report/comparison/context.ts';
import { firstPlaces, labels, sentence } from '../../report/comparison/lead.ts';
import { type ProcedureContext, tenderOf } from '../../report/comparison/procedure.ts';
import { visible } from '../../report/pdf/visible.ts';
import { APP_VERSION } from '../../report/version.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { Blocks } from './Blocks.tsx';
import { Change } from './Change.tsx';
import styles from './Compared.module.css';
import type { Comparable } from './comparable.ts';
import { Download } from './Download.tsx';
import { NotSeparated } from './NotSeparated.tsx';
import { Order } from './Order.tsx';
import { Robustness } from './Robustness.tsx';
import { Sheets } from './Sheets.tsx';
import { Standing } from './Standing.tsx';
import { Successive } from './Successive.tsx';
import { Tables } from './Tables.tsx';
import { useDraws } from './useDraws.ts';
import { WhatIf } from './WhatIf.tsx';
import { useAllFound, useFoundWays } from './ways.ts';

interface Props {
  readonly comparable: Comparable;
  /** Of one bid at least. */
  readonly comparison: Comparison;
  readonly lead: ReactNode;
  readonly procedure: ProcedureContext | undefined;
}

/** What can be said and what cannot, the bids side by side, how firm it is, and what would change it. */
export function Compared({ comparable: { assessments }, comparison, lead, procedure }: Props) {
  const { t, language } = useWords();
  const draws = useDraws(comparison);
  const { drawn, progress } = draws;
  const found = useFoundWays(comparison, progress === null && (drawn !== null || draws.ended !== null));
  const isFound = useAllFound(found);
  const account = useMemo(
    () =>
      comparisonAccount({
        comparison,
        assessments,
        found: { get: (id) => found.getState().ways.get(id) },
        procedure,
        language,
        appVersion: APP_VERSION,
      }),
    [comparison, assessments, found, procedure, language],
  );
  const context = useMemo(() => drawn && drawnContext(account, drawn.acceptability, drawn.band), [account, drawn]);
  const { call, model, local } = account;
  const said = labels(account);
  if (account.bids.length < 2)
    return (
      <>
        <PageTitle title={t('compare.cannot')} />
        {lead}
        <p className="lede">{t('compare.cannot.one')}</p>
        <Blocks blocks={leftOut(account)} level={2} />
      </>
    );
  return (
    <Successive>
      <div className={styles.top}>
        <div className={styles.say}>
          <p className="eyebrow">{visible(procedure ? tenderOf(procedure) : call || local(model.questionnaire.title))}</p>
          <PageTitle title={t('compare.window')} className={styles.title}>
            {visible(sentence(account))}
          </PageTitle>
        </div>
        {(lead || said.length > 0) && (
          <div className={styles.aside}>
            {lead}
            <Blocks blocks={said} level={2} />
          </div>
        )}
        <Order account={account} />
      </div>
      <div className={styles.say}>
        <p className={styles.first}>{context ? firstPlaces(context) : t('compare.draws.drawing')}</p>
        <NotSeparated account={account} found={found} />
        <Blocks blocks={leftOut(account)} level={2} />
      </div>
      <Sheets account={account} context={context} found={found} />
      <div className="stack">
        <Download context={isFound ? context : null} />
        <Tables context={context} />
      </div>
      <Standing account={account} />
      <Robustness account={account} context={context} draws={draws} />
      <WhatIf account={account} />
      <Change account={account} found={found} />
    </Successive>
  );
}
