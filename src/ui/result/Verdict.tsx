import { useMemo } from 'react';
import { headlineAccount } from '../../report/account/headline.ts';
import { meter } from '../../report/figures/meter.ts';
import { visible } from '../../report/pdf/visible.ts';
import { DrawingSvg } from '../figures/DrawingSvg.tsx';
import { useOpen } from '../fill/open.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import styles from './Verdict.module.css';
import { useWording } from './wording.ts';

/** Words longer than this are set smaller. */
const LONG = 12;

/** The word, its meter, what stands beside it, and the one sentence that says why. */
export function Verdict({ title }: { readonly title: string }) {
  const { t } = useWords();
  const words = useWording();
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const details = useOpen(({ state }) => state.details);
  const { word, beside, why, reading, meterAlt } = useMemo(() => headlineAccount(model, result, words), [model, result, words]);
  const { id, version } = model.questionnaire;
  const eyebrow = [visible(details.vendor || title), t('result.questionnaire', { id, version })].join(' · ');
  return (
    <div className={styles.verdict}>
      {details.label && <p className={styles.label}>{visible(details.label)}</p>}
      <p className="eyebrow">{eyebrow}</p>
      <div className={styles.line}>
        <PageTitle title={t('result.titleOf', { title })} className={word.length > LONG ? `${styles.word} ${styles.long}` : styles.word}>
          <span className="visually-hidden">{t('result.before')} </span>
          {word}
        </PageTitle>
        <DrawingSvg drawing={meter(reading, model.questionnaire.bands.length)} label={meterAlt} className={styles.meter} />
      </div>
      <p className={styles.why}>{why}</p>
      <ul className={`${styles.beside} muted`}>
        {beside.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
