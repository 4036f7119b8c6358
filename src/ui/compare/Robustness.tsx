import { type FormEvent, useId } from 'react';
import type { ComparisonAccount, ComparisonContext } from '../../report/comparison/context.ts';
import { drawn } from '../../report/comparison/robustness.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import { Blocks } from './Blocks.tsx';
import styles from './Robustness.module.css';
import { type Draws, USUAL } from './useDraws.ts';

/** How far weights may stray, as the shares that can be chosen. */
const BANDS = [null, 0.1, 0.3] as const;
/** What the terminal takes too. */
const MOST_DRAWS = 1_000_000;
const MOST_SEED = 4_294_967_295;

interface Props {
  readonly account: ComparisonAccount;
  readonly context: ComparisonContext | null;
  readonly draws: Draws;
}

/** How far the order hangs on weights and open answers (method K4), drawn beside the page. */
export function Robustness({ account, context, draws }: Props) {
  const { t, f } = useWords();
  const id = useId();
  const { progress, ended } = draws;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    draws.start({
      draws: Number(form.get('draws')),
      seed: Number(form.get('seed')),
      band: BANDS[Number(form.get('band'))] ?? null,
    });
  };
  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}>{account.t('comparison.robust.title')}</h2>
        <p className="measure">{account.t('comparison.robust.intro')}</p>
      </div>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.field}>
          <label htmlFor={`${id}-band`}>{t('compare.draws.weights')}</label>
          <select id={`${id}-band`} name="band">
            {BANDS.map((band, i) => (
              <option key={band} value={i}>
                {band === null ? t('compare.draws.free') : t('compare.draws.within', { band: f.percent(band) })}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-draws`}>{t('compare.draws.draws')}</label>
          <input id={`${id}-draws`} name="draws" type="number" required min={1} max={MOST_DRAWS} step={1} defaultValue={USUAL.draws} />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-seed`}>{t('compare.draws.seed')}</label>
          <input id={`${id}-seed`} name="seed" type="number" required min={0} max={MOST_SEED} step={1} defaultValue={USUAL.seed} />
        </div>
        <button type="submit" className="button-quiet">
          {t('compare.draws.start')}
        </button>
      </form>
      <div className={styles.progress}>
        {progress !== null && (
          <>
            <progress value={progress} aria-label={t('compare.draws.progress')} />
            <button type="button" className="link" onClick={draws.cancel}>
              {t('compare.draws.cancel')}
            </button>
          </>
        )}
        <span role="status" className="muted small">
          {progress !== null && t('compare.draws.drawing')}
          {progress === null && ended === 'cancelled' && t('compare.draws.cancelled')}
        </span>
      </div>
      {ended === 'failed' && (
        <Notice tone="error" role="alert">
          <p>{t('compare.draws.failed')}</p>
        </Notice>
      )}
      {context && <Blocks blocks={drawn(context)} level={2} />}
    </section>
  );
}
