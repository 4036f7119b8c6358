import type { LeftBid } from '../../core/procedure/state.ts';
import { useWords } from '../words.ts';
import own from './Bids.module.css';
import { useProcedure } from './procedure.ts';

/** The bids that were taken out, each with the reason and the way back. */
export function LeftBids({ onReturn }: { readonly onReturn: (bid: LeftBid) => void }) {
  const { t, f } = useWords();
  const { left } = useProcedure().view.state;
  if (left.length === 0) return null;
  return (
    <details>
      <summary>{t('procedure.left', { count: left.length })}</summary>
      <ul className={own.left}>
        {left.map((bid) => (
          <li key={bid.assessment} className="row">
            <span>
              {t('procedure.left.line', {
                label: bid.label,
                reason: bid.reason,
                at: f.instant(bid.at),
                by: bid.by || t('procedure.history.nobody'),
              })}
            </span>
            <button
              type="button"
              className="link"
              aria-label={t('procedure.left.back.of', { label: bid.label })}
              onClick={() => onReturn(bid)}
            >
              {t('procedure.left.back')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
