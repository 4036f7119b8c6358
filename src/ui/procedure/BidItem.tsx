import { Link } from 'wouter';
import type { Band } from '../../core/format/questionnaire.ts';
import type { JoinedBid } from '../../core/procedure/state.ts';
import type { Result } from '../../core/result.ts';
import { headlineWord } from '../../i18n/headline-word.ts';
import { visible } from '../../report/pdf/visible.ts';
import { ExportButton } from '../parts/ExportButton.tsx';
import { useWords } from '../words.ts';
import own from './Bids.module.css';

/** A bid as the list shows it. */
export interface ShownBid {
  readonly bid: JoinedBid;
  /** Empty until names are revealed. */
  readonly name: string;
  /** Null where it is not on this device, or not under the criteria in force; undefined until it is worked out. */
  readonly result: Result | null | undefined;
  readonly isHere: boolean;
  /** Version of the questionnaire that it is to be moved to, where it is behind. */
  readonly movable: string | null;
  readonly bands: readonly Band[];
}

interface Props {
  readonly one: ShownBid;
  readonly onRemove: () => void;
}

/** One bid: what it is called, how it stands, and what can be done with it. */
export function BidItem({ one: { bid, name, result, isHere, movable, bands }, onRemove }: Props) {
  const words = useWords();
  const { t, f } = words;
  const { assessment, label } = bid;
  const word = result && headlineWord(result.headline, bands, words);
  const share = result && f.percent(result.coverage);
  return (
    <li className={own.item}>
      <div>
        <h3>{isHere ? <Link href={`/a/${assessment}`}>{visible(label)}</Link> : visible(label)}</h3>
        {name && <p>{name}</p>}
        {result && share && (
          <p className="muted small">
            {result.overall
              ? t('procedure.bid.figures', { interval: f.interval(result.overall), share })
              : t('procedure.bid.noFigures', { share })}
          </p>
        )}
        {!isHere && <p className="muted small">{t('procedure.bid.away.help')}</p>}
        {isHere && result === null && movable === null && <p className="muted small">{t('procedure.bid.behind')}</p>}
        {movable !== null && (
          <p className="small">
            {t('procedure.bid.move', { version: movable })}{' '}
            <Link href={`/a/${assessment}/move`} aria-label={t('procedure.bid.move.of', { label })}>
              {t('procedure.bid.move.link')}
            </Link>
          </p>
        )}
      </div>
      <p className={own.word}>
        {word ? (
          <Link href={`/a/${assessment}/result`} aria-label={t('procedure.bid.result', { word, label })}>
            {word}
          </Link>
        ) : (
          !isHere && <span className="muted">{t('procedure.bid.away')}</span>
        )}
      </p>
      <div className="acts">
        {isHere && (
          <ExportButton id={assessment} className="link" label={t('procedure.bid.download.of', { label })}>
            {t('procedure.bid.download')}
          </ExportButton>
        )}
        <button type="button" className="link" aria-label={t('procedure.bid.remove.of', { label })} onClick={onRemove}>
          {t('procedure.bid.remove')}
        </button>
      </div>
    </li>
  );
}
