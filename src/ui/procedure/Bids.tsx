import { Fragment, startTransition, useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { evaluate } from '../../core/evaluate.ts';
import type { Lot } from '../../core/format/procedure.ts';
import { fold } from '../../core/history.ts';
import { modelOf } from '../../core/model.ts';
import type { JoinedBid } from '../../core/procedure/state.ts';
import type { Result } from '../../core/result.ts';
import { joinKept, removeBid, startBid } from '../../store/bids.ts';
import type { WholeAssessment } from '../../store/records.ts';
import { Successive } from '../compare/Successive.tsx';
import { inSlices } from '../compare/slices.ts';
import { useWords } from '../words.ts';
import { BidItem, type ShownBid } from './BidItem.tsx';
import own from './Bids.module.css';
import { nameOf } from './bidNames.ts';
import { LeftBids } from './LeftBids.tsx';
import { movableTo } from './movable.ts';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';
import { RemoveBid } from './RemoveBid.tsx';
import { TakeIn } from './TakeIn.tsx';

/** The bids, lot by lot, and the ways in for more. */
export function Bids() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { view, act } = useProcedure();
  const { header, state } = view;
  const [lot, setLot] = useState(state.lots[0]?.id ?? '');
  const [leaving, setLeaving] = useState<JoinedBid | null>(null);
  const [said, setSaid] = useState('');
  const shown = useShownBids();
  const place = {
    lot: state.lots.some(({ id }) => id === lot) ? lot : '',
    labelOf: (letter: string) => t('procedure.bid.label', { letter }),
  };
  const start = async () => {
    const made = await act(() => startBid(header.id, place, t('procedure.bids.purpose')));
    if (made) navigate(`/a/${made.value}`);
  };
  const remove = async (bid: JoinedBid, reason: string) => {
    setLeaving(null);
    if (await act(() => removeBid(header.id, bid.assessment, reason))) setSaid(t('procedure.bid.removed', { label: bid.label }));
  };
  const takeBack = async (bid: JoinedBid) => {
    const back = await act(() => joinKept(header.id, bid.assessment, { ...place, lot: bid.lot ?? '' }));
    if (back?.value.kind === 'joined') setSaid(t('procedure.left.returned', { label: bid.label }));
  };
  return (
    <section className={styles.part} aria-labelledby="bids">
      <div className={own.head}>
        <h2 id="bids">{t('procedure.bids')}</h2>
        {state.lots.length < 2 && <CompareLink bids={shown} />}
      </div>
      {state.bids.length === 0 && <p className="muted">{t('procedure.bids.none')}</p>}
      <Lots shown={shown} onRemove={setLeaving} />
      <p role="status" className={said ? undefined : 'visually-hidden'}>
        {said}
      </p>
      <LeftBids onReturn={(bid) => void takeBack(bid)} />
      <div className={`panel ${own.more}`}>
        {state.lots.length > 1 && (
          <div className="field">
            <label htmlFor="bid-lot">{t('procedure.bids.for')}</label>
            <select id="bid-lot" value={lot} onChange={({ target }) => setLot(target.value)}>
              {state.lots.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className={own.way}>
          <p>{t('procedure.bids.new.help')}</p>
          <button type="button" className="button-quiet" onClick={() => void start()}>
            {t('procedure.bids.new')}
          </button>
        </div>
        <TakeIn place={place} />
      </div>
      {leaving && <RemoveBid bid={leaving} onClose={() => setLeaving(null)} onRemove={(reason) => void remove(leaving, reason)} />}
    </section>
  );
}

interface LotsProps {
  readonly shown: readonly ShownBid[];
  readonly onRemove: (bid: JoinedBid) => void;
}

function Lots({ shown, onRemove }: LotsProps) {
  const { t } = useWords();
  const { lots } = useProcedure().view.state;
  const list = (bids: readonly ShownBid[]) => (
    <ul className="framed">
      <Successive>
        {chunksOf(bids).map((chunk) => (
          <Fragment key={chunk[0]?.bid.assessment}>
            {chunk.map((one) => (
              <BidItem key={one.bid.assessment} one={one} onRemove={() => onRemove(one.bid)} />
            ))}
          </Fragment>
        ))}
      </Successive>
    </ul>
  );
  // With one lot, or none, there is nothing to tell apart.
  if (lots.length < 2) return shown.length > 0 && list(shown);
  return [...lots, { id: '', title: t('procedure.bids.noLot') }].map(({ id, title }) => {
    const bids = shown.filter(({ bid }) => (bid.lot ?? '') === id);
    if (bids.length === 0) return null;
    return (
      <div key={id} className={own.lot}>
        <div className={own.head}>
          <h3>{id === '' ? title : t('procedure.bids.lot', { title })}</h3>
          {id !== '' && <CompareLink bids={bids} lot={{ id, title }} />}
        </div>
        {list(bids)}
      </div>
    );
  });
}

/** Laid out in one frame. */
const CHUNK = 25;

const chunksOf = (bids: readonly ShownBid[]): readonly (readonly ShownBid[])[] =>
  Array.from({ length: Math.ceil(bids.length / CHUNK) }, (_, i) => bids.slice(i * CHUNK, (i + 1) * CHUNK));

/** The way to the comparison of these bids, where there are two that can be compared. */
function CompareLink({ bids, lot }: { readonly bids: readonly ShownBid[]; readonly lot?: Lot }) {
  const { t } = useWords();
  const { header } = useProcedure().view;
  const count = bids.filter(({ result }) => result !== null).length;
  if (count < 2) return null;
  return (
    <Link
      href={`/p/${header.id}/compare${lot ? `/${lot.id}` : ''}`}
      className="button"
      aria-label={lot && t('procedure.bids.compare.lot', { count, title: lot.title })}
    >
      {t('procedure.bids.compare', { count })}
    </Link>
  );
}

/** The bids in the order of joining, each with its result as soon as it is worked out. */
function useShownBids(): readonly ShownBid[] {
  const { view } = useProcedure();
  const results = useResults();
  return useMemo(
    () =>
      view.state.bids.map((bid): ShownBid => {
        const here = view.bids.get(bid.assessment);
        const result = here && !view.behind.has(bid.assessment) ? results.get(bid.assessment) : null;
        const movable = movableTo(view, bid.assessment);
        const bands = view.criteria?.questionnaire.bands ?? [];
        return { bid, name: nameOf(view.state, here), result, isHere: here !== undefined, movable, bands };
      }),
    [view, results],
  );
}

/** By assessment. Many are worked out in slices; what is shown already stays until the new is there. */
function useResults(): ReadonlyMap<string, Result> {
  const { criteria, bids, behind } = useProcedure().view;
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  useEffect(() => {
    if (!criteria) return;
    let left = false;
    const model = modelOf(criteria.questionnaire, criteria.facts, criteria.policy);
    const found = new Map<string, Result>();
    const show = () => startTransition(() => setResults((now) => new Map([...now, ...found])));
    const wanted = [...bids.values()].filter(({ header }) => !behind.has(header.id));
    const work = ({ header, history }: WholeAssessment) => found.set(header.id, evaluate(model, fold(history).answers));
    void inSlices(wanted, work, () => !left, show).then((all) => all && show());
    return () => {
      left = true;
    };
  }, [criteria, bids, behind]);
  return results;
}
