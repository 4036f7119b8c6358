import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { sealCode } from '../../core/procedure/seal.ts';
import { type ProcedureView, readProcedure } from '../../store/procedures.ts';
import { useWords } from '../words.ts';
import { titleOf } from './bidNames.ts';
import { Deviations } from './Deviations.tsx';
import { movableTo } from './movable.ts';

interface Props {
  /** Id of the procedure. */
  readonly procedure: string;
  /** Id of the bid. */
  readonly bid: string;
}

/** Of which procedure the assessment is a bid, under which seal, and what was changed since. */
export function BidOf({ procedure, bid }: Props) {
  const { t, f } = useWords();
  const [view, setView] = useState<ProcedureView | null>(null);
  useEffect(() => {
    let left = false;
    // Without it nothing is said here; the bid itself is there all the same.
    readProcedure(procedure).then(
      (found) => !left && setView(found),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [procedure]);
  if (!view) return null;
  const { state } = view;
  const movable = movableTo(view, bid);
  const label = state.bids.find(({ assessment }) => assessment === bid)?.label ?? '';
  return (
    <>
      <p className="muted">
        <Link href={`/p/${procedure}`}>{t('procedure.bidOf', { label, title: titleOf(state) || t('procedure.untitled') })}</Link>
        {state.seal && (
          <span className="small">
            {' · '}
            {t('procedure.bidOf.sealed', { at: f.instant(state.seal.at), code: sealCode(state.seal.sha256) })}
          </span>
        )}
      </p>
      {movable !== null && (
        <p>
          {t('procedure.bid.move', { version: movable })} <Link href={`/a/${bid}/move`}>{t('procedure.bid.move.link')}</Link>
        </p>
      )}
      <Deviations procedure={view.procedure} />
    </>
  );
}
