import type { ReactNode } from 'react';
import { visible } from '../../report/pdf/visible.ts';
import { type IssuedLine, isIssued, type RegisterLine } from '../../store/register.ts';
import { clockOf, dayOf } from '../parts/clock.ts';
import { useWords } from '../words.ts';
import styles from './Register.module.css';

const KIND = { draft: 'register.draft', full: 'register.full', redacted: 'register.redacted', comparison: 'register.comparison' } as const;

interface Props {
  readonly line: RegisterLine;
  readonly isDue: boolean;
  readonly onDispose: (line: IssuedLine) => void;
}

/** One report: what it is, when it was made, how long it is kept, its hashes. */
export function LineItem({ line, isDue, onDispose }: Props) {
  const { t, f } = useWords();
  const moment = (at: string, by: string) => ({ day: f.day(dayOf(new Date(at))), time: clockOf(at), by: by || t('register.nobody') });
  const hashes = (
    <>
      <Fact term={t('register.pdf')} className={styles.hash}>
        <code>{line.pdf}</code>
      </Fact>
      <Fact term={t('register.record')} className={styles.hash}>
        <code>{line.record}</code>
      </Fact>
    </>
  );
  if (!isIssued(line))
    return (
      <li className={styles.item}>
        <h2>{t('register.disposed')}</h2>
        <dl className={`facts ${styles.facts}`}>
          <Fact term={t('register.disposed')}>{t('register.disposed.by', moment(line.disposed.at, line.disposed.by))}</Fact>
          {hashes}
        </dl>
      </li>
    );
  const what = t(KIND[line.kind], { number: line.number });
  const title = line.title || t('register.unnamed');
  return (
    <li className={styles.item}>
      <div>
        <h2>{what}</h2>
        <p className="muted">{visible(title)}</p>
      </div>
      <dl className={`facts ${styles.facts}`}>
        <Fact term={t('register.issued')}>{t('register.issued.by', moment(line.issued, line.by))}</Fact>
        {line.day && <Fact term={t('register.day')}>{f.day(line.day)}</Fact>}
        {line.retention && <Fact term={t('register.retention')}>{visible(line.retention)}</Fact>}
        {line.disposal && (
          <Fact term={t('register.disposal')}>
            {f.day(line.disposal)}
            {isDue && <strong> · {t('register.isDue')}</strong>}
          </Fact>
        )}
        {hashes}
      </dl>
      <p>
        <button type="button" className="link" aria-label={t('register.dispose.of', { title, what })} onClick={() => onDispose(line)}>
          {t('register.dispose')}
        </button>
      </p>
    </li>
  );
}

function Fact({
  term,
  className,
  children,
}: {
  readonly term: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={className}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
