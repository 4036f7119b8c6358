import { useDeferredValue, useId, useRef, useState } from 'react';
import { type Checked, reasonsOf, verdictTable } from '../../report/verify/table.ts';
import { isUnchanged, type Judged, type Verdict } from '../../report/verify/verdict.ts';
import { VERDICT } from '../../report/verify/words.ts';
import { download } from '../parts/download.ts';
import { useWords } from '../words.ts';
import type { Row } from './useVerifying.ts';
import styles from './Verify.module.css';

/** Verdicts in the order in which they want attention; `unread` and `waiting` are none. */
const KINDS = ['changed', 'not-ours', 'unread', 'other-version', 'signed-unknown', 'unsigned', 'signed-known', 'waiting'] as const;
type Kind = (typeof KINDS)[number];
/** Rows shown at once; more on demand, since a table of thousands is slow to lay out. */
const STEP = 200;

const kindOf = ({ finding }: Row): Kind => (finding === undefined ? 'waiting' : 'unread' in finding ? 'unread' : finding.judged.verdict);

const judgedOf = ({ finding }: Row): Judged | undefined => (finding && 'judged' in finding ? finding.judged : undefined);

const checkedOf = ({ path, finding }: Row): Checked => ({ file: path, ...finding });

interface Props {
  readonly rows: readonly Row[];
  readonly done: number;
  readonly isStopped: boolean;
  readonly onStop: () => void;
}

/** What was found: in one sentence, and file by file. */
export function Findings({ rows, done, isStopped, onStop }: Props) {
  const { t, f } = useWords();
  const id = useId();
  const [shown, setShown] = useState<Kind | 'all'>('all');
  const [name, setName] = useState('');
  const [most, setMost] = useState(STEP);
  const wanted = useDeferredValue(name.trim().toLowerCase());
  const heading = useRef<HTMLHeadingElement>(null);
  // The button goes; whoever pressed it is where it is said what came of it.
  const end = () => {
    onStop();
    heading.current?.focus();
  };
  const isWorking = done < rows.length && !isStopped;
  const counts = new Map(KINDS.map((kind) => [kind, 0]));
  for (const row of rows) counts.set(kindOf(row), (counts.get(kindOf(row)) ?? 0) + 1);
  const wordsOf = (kind: Kind): string => {
    if (kind === 'waiting' && !isStopped) return t('verify.waiting');
    return kind === 'unread' || kind === 'waiting' ? t('verify.notChecked') : t(VERDICT[kind]);
  };
  const matching = rows.filter((row) => (shown === 'all' || kindOf(row) === shown) && row.path.toLowerCase().includes(wanted));
  const save = async () => {
    const { csvOf } = await import('../../report/tables/csv.ts');
    const csv = csvOf(verdictTable(rows.map(checkedOf), t, f));
    download(t('verify.csvName'), new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <section aria-labelledby={`${id}-found`} className={styles.found}>
      <div role="status">
        <h2 ref={heading} tabIndex={-1} id={`${id}-found`} className={styles.word}>
          <Summary rows={rows} done={done} isStopped={isStopped} />
        </h2>
      </div>
      {isWorking && (
        <div className={styles.working}>
          <progress value={done} max={rows.length} aria-labelledby={`${id}-found`} className={styles.progress} />
          <button type="button" className="button-quiet" onClick={end}>
            {t('verify.stop')}
          </button>
        </div>
      )}
      {rows.length > 1 && (counts.get('unsigned') ?? 0) > 0 && <p className="muted measure">{t('verify.sum.unsigned')}</p>}
      {rows.length > 1 && (
        <div className={styles.tools}>
          <div className={styles.tool}>
            <label htmlFor={`${id}-kind`}>{t('verify.show')}</label>
            <select id={`${id}-kind`} value={shown} onChange={({ target }) => setShown(target.value as Kind | 'all')}>
              <option value="all">{t('verify.show.all', { count: f.integer(rows.length) })}</option>
              {KINDS.filter((kind) => (counts.get(kind) ?? 0) > 0 || kind === shown).map((kind) => (
                <option key={kind} value={kind}>
                  {t('verify.show.some', { kind: wordsOf(kind), count: f.integer(counts.get(kind) ?? 0) })}
                </option>
              ))}
            </select>
          </div>
          <div className={styles.tool}>
            <label htmlFor={`${id}-name`}>{t('verify.filter')}</label>
            <input
              id={`${id}-name`}
              type="search"
              value={name}
              onChange={({ target }) => setName(target.value)}
              autoComplete="off"
              spellCheck={false}
            />
          </div>
          <button type="button" className="button-quiet" onClick={() => void save()} aria-disabled={isWorking}>
            {t('verify.csv')}
          </button>
        </div>
      )}
      <table className={styles.table}>
        <caption className="visually-hidden">{t('verify.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('verify.table.file')}</th>
            <th scope="col">{t('verify.table.verdict')}</th>
            <th scope="col">{t('verify.table.reasons')}</th>
          </tr>
        </thead>
        <tbody>
          {matching.slice(0, most).map((row) => (
            <Line key={row.at} row={row} verdict={wordsOf(kindOf(row))} isOnly={rows.length === 1} />
          ))}
        </tbody>
      </table>
      {matching.length === 0 && <p className="muted">{t('verify.nothing')}</p>}
      {matching.length > most && (
        <p>
          <button type="button" className="button-quiet" onClick={() => setMost(most + STEP)}>
            {t('verify.more', { count: f.integer(Math.min(STEP, matching.length - most)), all: f.integer(matching.length) })}
          </button>
        </p>
      )}
    </section>
  );
}

/** Of one file its verdict; of many how many are what they claim to be. */
function Summary({ rows, done, isStopped }: Omit<Props, 'onStop'>) {
  const { t, f } = useWords();
  const [number, of] = [f.integer(done), f.integer(rows.length)];
  if (done < rows.length) return t(isStopped ? 'verify.sum.stopped' : 'verify.sum.working', { done: number, of });
  const verdicts = rows.flatMap((row) => judgedOf(row) ?? []);
  const [only] = verdicts;
  if (rows.length === 1) return only ? t(VERDICT[only.verdict]) : t('verify.notChecked');
  const unchanged = verdicts.filter(isUnchanged).length;
  return unchanged === rows.length ? t('verify.sum.all', { of }) : t('verify.sum.some', { unchanged: f.integer(unchanged), of });
}

/** What holds of every unsigned report is said once, above, where there are many. */
function Line({ row, verdict, isOnly }: { readonly row: Row; readonly verdict: string; readonly isOnly: boolean }) {
  const { t, f } = useWords();
  const kind = kindOf(row);
  const judged = judgedOf(row);
  const told = judged && !isOnly ? { ...judged, reasons: judged.reasons.filter(({ code }) => code !== 'no-signature') } : judged;
  const reasons = reasonsOf({ ...checkedOf(row), ...(told && { judged: told }) }, t, f);
  return (
    <tr>
      <th scope="row" className={styles.file}>
        {row.path}
        {judged?.title !== undefined && <span className="muted small">{judged.title}</span>}
      </th>
      <td>
        <span className={`${styles.verdict} ${WANTS_A_LOOK.includes(kind) ? styles.look : ''}`}>{verdict}</span>
      </td>
      <td>
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

const WANTS_A_LOOK: readonly (Verdict | Kind)[] = ['changed', 'not-ours', 'unread'];
