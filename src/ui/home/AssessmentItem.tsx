import { Link } from 'wouter';
import type { FinalEntry } from '../../core/format/assessment.ts';
import { headlineWord } from '../../i18n/headline-word.ts';
import { visible } from '../../report/pdf/visible.ts';
import { place } from '../../store/place.ts';
import { dayOf } from '../parts/clock.ts';
import { ExportButton } from '../parts/ExportButton.tsx';
import { useWords } from '../words.ts';
import styles from './HomePage.module.css';
import type { Listed } from './kept.ts';

interface Props {
  readonly one: Listed;
  /** The final version that took its place. */
  readonly supersededBy?: FinalEntry | null | undefined;
  /** The final version that it is to take the place of. */
  readonly goesOnFrom?: FinalEntry | null | undefined;
  /** Whether it is among those to compare; left out where there is nothing to compare it with. */
  readonly chosen?: boolean | undefined;
  readonly onChoose: () => void;
  readonly onRename: () => void;
  readonly onDuplicate: () => void;
  readonly onBin: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** One assessment: what it is, how it stands, and what can be done with it. */
export function AssessmentItem({ one, supersededBy, goesOnFrom, chosen, onChoose, onRename, onDuplicate, onBin, onFailure }: Props) {
  const words = useWords();
  const { t, f } = words;
  const { id, details, questionnaire, result, bands, final } = one;
  const title = visible(one.title);
  const word = headlineWord(result.headline, bands, words);
  return (
    <li className={styles.item}>
      <div>
        <h3>
          <Link href={`/a/${id}`}>{title}</Link>
        </h3>
        <p className="muted small">
          {t('home.list.facts', {
            vendor: visible(details.vendor || '') || t('home.list.noVendor'),
            questionnaire: questionnaire.id,
            version: questionnaire.version,
            day: f.day(dayOf(new Date(one.changed))),
          })}
        </p>
        {!final && goesOnFrom && <p className={styles.final}>{t('home.list.version', { number: goesOnFrom.number })}</p>}
        {final && (
          <p className={styles.final}>
            {supersededBy
              ? t('home.list.superseded', { number: final.number, by: supersededBy.number, day: f.day(supersededBy.day) })
              : t('home.list.final', { number: final.number, day: f.day(final.day) })}
          </p>
        )}
      </div>
      <p className={styles.word}>
        <Link href={`/a/${id}/result`} aria-label={t('home.list.result', { word, title })}>
          {word}
        </Link>
      </p>
      <div className="acts">
        {chosen !== undefined && (
          <label className={styles.choose}>
            <input type="checkbox" aria-label={t('home.compare.of', { title })} checked={chosen} onChange={onChoose} />
            {t('home.compare')}
          </label>
        )}
        {!final && (
          <>
            <button type="button" className="link" aria-label={t('home.rename.of', { title })} onClick={onRename}>
              {t('home.rename')}
            </button>
            <button type="button" className="link" aria-label={t('home.duplicate.of', { title })} onClick={onDuplicate}>
              {t('home.duplicate')}
            </button>
          </>
        )}
        <ExportButton id={id} className="link" label={t('home.download.of', { title })} onFailure={onFailure}>
          {t('home.download')}
        </ExportButton>
        {!place.own && (
          <Link href={`/own/${id}`} aria-label={t('home.encrypt.of', { title })}>
            {t('home.encrypt')}
          </Link>
        )}
        <button type="button" className="link" aria-label={t('home.delete.of', { title })} onClick={onBin}>
          {t('home.delete')}
        </button>
      </div>
    </li>
  );
}
