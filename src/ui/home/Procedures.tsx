import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { onChange } from '../../store/announce.ts';
import {
  binProcedure,
  exportProcedure,
  listProcedures,
  type ProcedureSummary,
  purgeProcedure,
  restoreProcedure,
} from '../../store/procedureList.ts';
import { dayOf } from '../parts/clock.ts';
import { download } from '../parts/download.ts';
import { titleOf } from '../procedure/bidNames.ts';
import { useWords } from '../words.ts';
import { useActs } from './acts.tsx';
import { Bin } from './Bin.tsx';
import styles from './HomePage.module.css';

interface Listed extends ProcedureSummary {
  readonly title: string;
}

/** The procedures on this device, last changed first, and the ways to one. */
export function Procedures() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { act, said } = useActs();
  const all = useProcedures(t('procedure.untitled'));
  if (!all) return null;
  const restore = ({ id, title }: Listed) =>
    act(async () => {
      await restoreProcedure(id);
      return { kind: 'done', text: t('procedure.restored', { title }) };
    });
  const bin = (one: Listed) =>
    act(async () => {
      await binProcedure(one.id);
      return { kind: 'done', text: t('procedure.deleted', { title: one.title }), back: () => restore(one) };
    });
  const purge = ({ id, title }: Listed) =>
    act(async () => {
      await purgeProcedure(id);
      return { kind: 'done', text: t('procedure.purged', { title }) };
    });
  const save = ({ id }: Listed) =>
    act(async () => {
      const { name, text } = await exportProcedure(id);
      download(name, new Blob([text], { type: 'application/json' }));
      return null;
    });
  const example = () =>
    act(async () => {
      const { openExampleProcedure } = await import('../../store/exampleProcedure.ts');
      navigate(`/p/${await openExampleProcedure()}/compare`);
      return null;
    });
  const list = all.filter(({ binned }) => binned === undefined);
  const binned = all.filter((one) => one.binned !== undefined);
  return (
    <section aria-labelledby="procedures" className="stack">
      <div>
        <h2 id="procedures">{t('procedure.list')}</h2>
        <p className="muted">{t('procedure.list.help')}</p>
      </div>
      {said}
      {list.length === 0 ? (
        <p className="muted">{t('procedure.list.empty')}</p>
      ) : (
        <ul className="framed">
          {list.map((one) => (
            <Item key={one.id} one={one} onBin={() => void bin(one)} onSave={() => void save(one)} />
          ))}
        </ul>
      )}
      <div className="row">
        <Link href="/p/new" className="button-quiet">
          {t('procedure.list.new')}
        </Link>
        <button type="button" className="link" onClick={() => void example()}>
          {t('procedure.list.example')}
        </button>
      </div>
      {binned.length > 0 && (
        <Bin
          summary={t('procedure.bin', { count: binned.length })}
          warning={t('procedure.purge.text')}
          bin={binned}
          onRestore={(one) => void restore(one)}
          onPurge={(one) => void purge(one)}
        />
      )}
    </section>
  );
}

interface ItemProps {
  readonly one: Listed;
  readonly onBin: () => void;
  readonly onSave: () => void;
}

/** One procedure: what it is, how it stands, and what can be done with it. */
function Item({ one: { id, title, changed, state }, onBin, onSave }: ItemProps) {
  const { t, f } = useWords();
  const { details, seal, bids, deviations } = state;
  const sealed = seal && { day: f.day(dayOf(new Date(seal.at))), count: bids.length };
  return (
    <li className={styles.item}>
      <div>
        <h3>
          <Link href={`/p/${id}`}>{title}</Link>
        </h3>
        <p className="muted small">
          {t('procedure.list.facts', {
            number: details.number ?? '',
            authority: details.authority || t('procedure.list.noAuthority'),
            day: f.day(dayOf(new Date(changed))),
          })}
        </p>
        <p>
          {sealed
            ? deviations.length > 0
              ? t('procedure.state.deviated', { ...sealed, deviations: deviations.length })
              : t('procedure.state.sealed', sealed)
            : t('procedure.state.draft')}
        </p>
      </div>
      <div className="acts">
        <button type="button" className="link" aria-label={t('procedure.download.of', { title })} onClick={onSave}>
          {t('procedure.download')}
        </button>
        <button type="button" className="link" aria-label={t('procedure.delete.of', { title })} onClick={onBin}>
          {t('procedure.delete')}
        </button>
      </div>
    </li>
  );
}

/** Up to date with every window; null while they are read for the first time, and where they cannot be. */
function useProcedures(untitled: string): readonly Listed[] | null {
  const [all, setAll] = useState<readonly Listed[] | null>(null);
  useEffect(() => {
    let left = false;
    const read = async () => {
      const found = await listProcedures();
      if (!left) setAll(found.map((one) => ({ ...one, title: titleOf(one.state) || untitled })));
    };
    // Without storage the list of assessments says so already.
    const readAgain = () => void read().catch(() => !left && setAll([]));
    readAgain();
    const stop = onChange((change) => {
      if (change.kind !== 'entries') readAgain();
    });
    return () => {
      left = true;
      stop();
    };
  }, [untitled]);
  return all;
}
