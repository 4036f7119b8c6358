import { Link } from 'wouter';
import { finalOf, supersededIn } from '../../core/editions/versions.ts';
import { useOpen } from '../fill/open.ts';
import { useWords } from '../words.ts';
import styles from './Final.module.css';
import { NewVersion } from './NewVersion.tsx';
import { useVersionsAfter } from './versions.ts';

/** Says of the open assessment that it is final, and whether another took its place; of a new version, what it takes the place of. Else nothing. */
export function FinalState() {
  const history = useOpen((open) => open.history);
  if (finalOf(history)) return <IsFinal />;
  return supersededIn(history) ? <IsVersion /> : null;
}

function IsFinal() {
  const { t, f } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const final = useOpen(({ history }) => finalOf(history));
  const after = useVersionsAfter(id);
  if (!final) return null;
  const by = after.find((one) => one.final);
  const open = after.find((one) => !one.final);
  return (
    <div className={styles.state}>
      <p className={styles.word}>{t('final.state', { number: final.number })}</p>
      <p className="muted">{t('final.state.of', { day: f.day(final.day) })}</p>
      {by?.final && (
        <p>
          <Link href={`/a/${by.id}`}>{t('final.state.superseded', { number: by.final.number, day: f.day(by.final.day) })}</Link>
        </p>
      )}
      {!by && open && (
        <p>
          <Link href={`/a/${open.id}`}>{t('final.state.open')}</Link>
        </p>
      )}
      <p className="row">
        {after.length === 0 && <NewVersion className="link" />}
        <Link href={`/a/${id}/final`}>{t('final.state.details')}</Link>
      </p>
    </div>
  );
}

function IsVersion() {
  const { t, f } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const before = useOpen(({ history }) => {
    const named = supersededIn(history);
    return named && finalOf(history.slice(0, history.indexOf(named)));
  });
  if (!before) return null;
  return (
    <p>
      {t('final.version', { number: before.number, day: f.day(before.day) })}{' '}
      <Link href={`/a/${id}/final/changes`}>{t('final.version.changes')}</Link>
    </p>
  );
}
