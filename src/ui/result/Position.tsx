import { detailWords } from '../../report/account/details.ts';
import { bandName } from '../../report/account/headline.ts';
import { visible } from '../../report/pdf/visible.ts';
import { useOpen } from '../fill/open.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Position.module.css';
import { useWording } from './wording.ts';

/** What stands beside the computed rating: the assessor's own (method R5), and the vendor's words. */
export function Position() {
  const { t, f } = useWords();
  const words = useWording();
  const model = useOpen((open) => open.model);
  const { details, override } = useOpen((open) => open.state);
  const { position, positionSource, positionDate } = details;
  const day = positionDate && detailWords('positionDate', positionDate, f);
  const origin = positionSource && day ? t('result.position.origin', { source: positionSource, day }) : (positionSource ?? day);
  return (
    <>
      {override && (
        <Notice tone="strong">
          <p>
            <strong>
              {t('result.override.stands', {
                band: bandName(model, override.band, words),
                by: visible(override.by) || t('result.unnamed'),
                at: f.instant(override.at),
              })}
            </strong>
          </p>
          <p>{visible(override.reason)}</p>
        </Notice>
      )}
      {position && (
        <figure className={styles.position}>
          <figcaption className="muted small">{t('result.position')}</figcaption>
          <blockquote className={styles.quote}>{visible(position)}</blockquote>
          {origin && <p className="muted small">{visible(origin)}</p>}
        </figure>
      )}
    </>
  );
}
