import type { ProcedureEntry } from '../../core/format/procedure.ts';
import { sealCode } from '../../core/procedure/seal.ts';
import { foldProcedure } from '../../core/procedure/state.ts';
import { useWords, type Words } from '../words.ts';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';
import { DETAIL_NAMES } from './TenderCard.tsx';

/** Who did what, when: newest first. Nothing is ever removed from it. */
export function History() {
  const words = useWords();
  const { t, f } = words;
  const { history } = useProcedure().view.procedure;
  return (
    <details>
      <summary>{t('procedure.history')}</summary>
      <ol className={styles.history} reversed>
        {history
          .map((entry, place) => (
            <li key={entry.id}>
              <p>{lineOf(entry, history.slice(0, place), words)}</p>
              <p className="muted small">
                {t('procedure.history.when', { at: f.instant(entry.at), by: entry.by || t('procedure.history.nobody') })}
              </p>
            </li>
          ))
          .reverse()}
      </ol>
    </details>
  );
}

function lineOf(entry: ProcedureEntry, before: readonly ProcedureEntry[], { t, f }: Words): string {
  switch (entry.kind) {
    case 'detail':
      return t('procedure.history.detail', { detail: t(DETAIL_NAMES[entry.detail]), value: entry.value || t('procedure.notGiven') });
    case 'lots':
      return t('procedure.history.lots', { count: entry.lots.length, lots: f.and(entry.lots.map(({ title }) => title)) });
    case 'criteria':
      return entry.reason === undefined ? t('procedure.history.criteria') : t('procedure.history.deviation', { reason: entry.reason });
    case 'seal':
      return t('procedure.history.seal', { code: sealCode(entry.sha256) });
    case 'bid':
      return t('procedure.history.bid', { label: entry.label });
    case 'leave': {
      const label = foldProcedure(before).bids.find(({ assessment }) => assessment === entry.assessment)?.label ?? entry.assessment;
      return t('procedure.history.leave', { label, reason: entry.reason });
    }
    case 'reveal':
      return t('procedure.history.reveal');
    case 'notice':
      return t('procedure.history.notice', { notice: entry.notice || t('procedure.notGiven'), lot: entry.lot.id });
  }
}
