import { type ReactNode, useMemo } from 'react';
import type { Comparison } from '../../core/compare/comparison.ts';
import { leftOut } from '../../report/comparison/bids.ts';
import { type BidName, type ComparisonAccount, comparisonAccount, drawnContext } from '../../report/comparison/context.ts';
import { firstPlaces, labels, sentence } from '../../report/comparison/lead.ts';
import { negotiation } from '../../report/comparison/negotiation.ts';
import { standing } from '../../report/comparison/order.ts';
import { APP_VERSION } from '../../report/version.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { Blocks } from './Blocks.tsx';
import styles from './Compared.module.css';
import type { Comparable } from './comparable.ts';
import { Download } from './Download.tsx';
import { NotSeparated } from './NotSeparated.tsx';
import { Robustness } from './Robustness.tsx';
import { Sheets } from './Sheets.tsx';
import { Tables } from './Tables.tsx';
import { useDraws } from './useDraws.ts';
import { WhatIf } from './WhatIf.tsx';

interface Props {
  readonly comparable: Comparable;
  /** Of one bid at least. */
  readonly comparison: Comparison;
  readonly lead: ReactNode;
  readonly names: ReadonlyMap<string, BidName> | undefined;
}

/** What can be said and what cannot, the bids side by side, how firm it is, and what would change it. */
export function Compared({ comparable: { assessments, same }, comparison, lead, names }: Props) {
  const { t, language } = useWords();
  const account = useMemo(
    () => comparisonAccount({ comparison, assessments, ...(names && { names }), language, appVersion: APP_VERSION }),
    [comparison, assessments, names, language],
  );
  const draws = useDraws(same);
  const { drawn } = draws;
  const context = useMemo(() => drawn && drawnContext(account, drawn.acceptability, drawn.band), [account, drawn]);
  const { call, model, local } = account;
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
    <>
      {lead}
      <div className={styles.say}>
        <p className="eyebrow">{call ?? local(model.questionnaire.title)}</p>
        <PageTitle title={t('compare.window')} className={styles.title}>
          {sentence(account)}
        </PageTitle>
        <p className={styles.first}>{context ? firstPlaces(context) : t('compare.draws.drawing')}</p>
        <Blocks blocks={labels(account)} level={2} />
        <NotSeparated account={account} />
        <Blocks blocks={leftOut(account)} level={2} />
      </div>
      <Sheets account={account} context={context} />
      <div className="stack">
        <Download context={context} />
        <Tables context={context} />
      </div>
      <section className={styles.part}>
        <Blocks blocks={standing(account)} level={2} />
      </section>
      <Robustness account={account} context={context} draws={draws} />
      <WhatIf account={account} />
      {(context || draws.ended) && <Change account={account} />}
    </>
  );
}

/** What each bid could commit to. Found by trying, which takes a moment, so it comes after the rest. */
function Change({ account }: { readonly account: ComparisonAccount }) {
  const blocks = useMemo(() => negotiation(account), [account]);
  return (
    <section className={styles.change}>
      <Blocks blocks={blocks} level={2} />
    </section>
  );
}
