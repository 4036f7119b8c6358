import { Link } from 'wouter';
import type { ProcedureDetail } from '../../core/format/procedure.ts';
import type { ProcedureKey } from '../../i18n/languages.ts';
import { visible } from '../../report/pdf/visible.ts';
import { exportProcedure } from '../../store/procedureList.ts';
import { download } from '../parts/download.ts';
import { useWords } from '../words.ts';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';

/** What each fact about the tender is called, in the order in which they are shown. */
export const DETAIL_NAMES: Readonly<Record<ProcedureDetail, ProcedureKey>> = {
  number: 'procedure.number',
  title: 'procedure.title',
  authority: 'procedure.authority',
  notice: 'procedure.notice',
  retention: 'procedure.retention',
};
const DETAILS = Object.keys(DETAIL_NAMES) as readonly ProcedureDetail[];

/** Facts about the tender, its lots, and its file. */
export function TenderCard() {
  const { t } = useWords();
  const { header, state } = useProcedure().view;
  const { details, lots } = state;
  const save = async () => {
    const { name, text } = await exportProcedure(header.id);
    download(name, new Blob([text], { type: 'application/json' }));
  };
  return (
    <section className={`panel ${styles.card}`} aria-labelledby="tender">
      <h2 id="tender" className={styles.cardTitle}>
        {t('procedure.details')}
      </h2>
      <dl className="facts">
        {DETAILS.map((detail) => (
          <div key={detail}>
            <dt>{t(DETAIL_NAMES[detail])}</dt>
            <dd className={details[detail] ? undefined : 'muted'}>{visible(details[detail] || t('procedure.notGiven'))}</dd>
          </div>
        ))}
        {lots.length > 0 && (
          <div>
            <dt>{t('procedure.lots')}</dt>
            {lots.map(({ id, title }) => (
              <dd key={id}>{visible(title)}</dd>
            ))}
          </div>
        )}
      </dl>
      <p className="row">
        <Link href={`/p/${header.id}/details`} className="button-quiet">
          {t('procedure.details.change')}
        </Link>
        <button type="button" className="link" onClick={() => void save()}>
          {t('procedure.download')}
        </button>
      </p>
    </section>
  );
}
