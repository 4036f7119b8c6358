import { useMemo } from 'react';
import { Link } from 'wouter';
import { sealCode } from '../../core/procedure/seal.ts';
import { procedureContext } from '../../report/comparison/procedure.ts';
import { assessmentOf } from '../../store/documents.ts';
import { ComparedBids } from '../compare/ComparedBids.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { titleOf } from './bidNames.ts';
import { Deviations } from './Deviations.tsx';
import { Frame } from './Frame.tsx';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';

/** The bids of a procedure, or of one of its lots, compared under its seal; what was changed since stands above all that is said of them. */
export function ComparePage({ lot }: { readonly lot: string | undefined }) {
  const { t, f } = useWords();
  const { header, procedure, state, bids, behind } = useProcedure().view;
  const { seal } = state;
  const meant = state.bids.filter((bid) => lot === undefined || bid.lot === lot);
  const here = meant.flatMap(({ assessment }) => (behind.has(assessment) ? [] : (bids.get(assessment) ?? [])));
  const ids = here.map((bid) => bid.header.id);
  const others = meant.filter(({ assessment }) => !ids.includes(assessment)).map(({ label }) => label);
  // The comparison reckons anew for another context, so it stays the same until the procedure has another entry.
  const key = [procedure.history.length, ...ids].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const context = useMemo(() => procedureContext(procedure, here.map(assessmentOf)), [key]);
  return (
    <Frame up={`/p/${header.id}`} back={t('procedure.backTo', { title: titleOf(state) || t('procedure.untitled') })}>
      <div className={styles.compared}>
        {ids.length === 0 ? (
          <>
            <PageTitle title={t('procedure.compare.none')} />
            <p className="lede">{t('procedure.compare.none.text')}</p>
          </>
        ) : (
          <ComparedBids
            ids={ids}
            procedure={context}
            lead={
              <div className={styles.lead}>
                {seal && (
                  <p className="muted small">
                    <Link href={`/p/${header.id}/seal`}>
                      {t('procedure.compare.sealed', { at: f.instant(seal.at), by: seal.by, code: sealCode(seal.sha256) })}
                    </Link>
                  </p>
                )}
                <Deviations procedure={procedure} folded />
                {others.length > 0 && (
                  <Notice tone="strong">
                    <p>{t('procedure.compare.few', { count: others.length, labels: f.and(others) })}</p>
                  </Notice>
                )}
              </div>
            }
          />
        )}
      </div>
    </Frame>
  );
}
