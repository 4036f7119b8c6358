import { useEffect, useState } from 'react';
import type { Problem } from '../../core/problems.ts';
import { onChange } from '../../store/announce.ts';
import { fileText } from '../../store/files.ts';
import { dispose, type IssuedLine, isIssued, listRegister, type RegisterLine } from '../../store/register.ts';
import { dayOf } from '../parts/clock.ts';
import { download } from '../parts/download.ts';
import { Failed } from '../parts/Failed.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../words.ts';
import { DisposeDialog } from './DisposeDialog.tsx';
import { LineItem } from './LineItem.tsx';
import styles from './Register.module.css';
import { registerCsv } from './table.ts';

type Outcome = { readonly kind: 'done' | 'refused'; readonly title: string; readonly problems: readonly Problem[] };

/** Every report that was given out, what identifies it, how long it is kept, and its disposal. */
export function RegisterPage() {
  const words = useWords();
  const { t } = words;
  const [lines, failure] = useRegister();
  const [doomed, setDoomed] = useState<IssuedLine | null>(null);
  const [outcome, setOutcome] = useState<Outcome | { readonly kind: 'failed'; readonly error: unknown } | null>(null);
  const today = dayOf(new Date());
  const due = lines?.filter((line) => isDue(line, today)).length ?? 0;
  const end = async (line: IssuedLine) => {
    const { title } = line;
    setDoomed(null);
    try {
      const ended = await dispose(line);
      setOutcome({ kind: ended.ok ? 'done' : 'refused', title: title || t('register.unnamed'), problems: ended.ok ? [] : ended.problems });
    } catch (error) {
      setOutcome({ kind: 'failed', error });
    }
  };
  return (
    <div className={styles.page}>
      <PageTitle title={t('register.title')} />
      <p className="lede measure">{t('register.lead')}</p>
      <Failed error={failure} />
      {outcome && (
        <Said of={outcome} tone={outcome.kind === 'done' ? 'soft' : 'error'}>
          {outcome.kind === 'done' && <p>{t('register.done', { title: outcome.title })}</p>}
          {outcome.kind === 'failed' && <p>{t(sentenceOf(outcome.error))}</p>}
          {outcome.kind === 'refused' && (
            <>
              <p>{t('register.refused', { title: outcome.title })}</p>
              <ProblemList problems={outcome.problems} />
            </>
          )}
        </Said>
      )}
      {lines?.length === 0 && <p className="muted">{t('register.empty')}</p>}
      {lines && lines.length > 0 && (
        <>
          {due > 0 && <p className={styles.due}>{t('register.due', { count: due })}</p>}
          <p className="row">
            <button
              type="button"
              className="button-quiet"
              onClick={() => download(`${t('register.file')}.csv`, new Blob([registerCsv(lines, words)], { type: 'text/csv' }))}
            >
              {t('register.csv')}
            </button>
            <button
              type="button"
              className="button-quiet"
              onClick={() => download(`${t('register.file')}.json`, new Blob([fileText(lines)], { type: 'application/json' }))}
            >
              {t('register.json')}
            </button>
          </p>
          <ul className="framed">
            {lines.map((line) => (
              <LineItem key={line.id} line={line} isDue={isDue(line, today)} onDispose={setDoomed} />
            ))}
          </ul>
        </>
      )}
      {doomed && (
        <DisposeDialog
          line={doomed}
          count={lines?.filter((line) => isIssued(line) && doomed.assessment !== '' && line.assessment === doomed.assessment).length ?? 0}
          isEarly={doomed.disposal > today}
          onClose={() => setDoomed(null)}
          onDispose={() => void end(doomed)}
        />
      )}
    </div>
  );
}

const isDue = (line: RegisterLine, today: string): boolean => isIssued(line) && line.disposal !== '' && line.disposal <= today;

/** The lines, up to date with every window, null until they are read; and what kept them from being read. */
function useRegister(): readonly [readonly RegisterLine[] | null, unknown] {
  const [read, setRead] = useState<readonly [readonly RegisterLine[] | null, unknown]>([null, null]);
  useEffect(() => {
    let left = false;
    const look = () =>
      listRegister().then(
        (lines) => !left && setRead([lines, null]),
        (failure) => !left && setRead([[], failure]),
      );
    void look();
    const stop = onChange(() => void look());
    return () => {
      left = true;
      stop();
    };
  }, []);
  return read;
}
