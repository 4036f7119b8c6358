import { type FormEvent, useId, useState } from 'react';
import type { ComparisonAccount, ComparisonContext } from '../../report/comparison/context.ts';
import { before, draws as how, rankFigure, rankTable } from '../../report/comparison/robustness.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import { Blocks } from './Blocks.tsx';
import { Paged } from './Paged.tsx';
import styles from './Robustness.module.css';
import { type Draws, USUAL } from './useDraws.ts';

/** How far each weight may stray, in per cent of it, where nothing else is said; and at most. */
const BAND = 30;
const MOST_BAND = 100;
/** Bids in one picture. */
const AT_ONCE = 12;
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
  const { t } = useWords();
  const id = useId();
  const { progress, ended } = draws;
  const [isFree, setIsFree] = useState(true);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const number = (name: string) => Number(form.get(name));
    draws.start({ draws: number('draws'), seed: number('seed'), band: isFree ? null : number('band') / 100 });
  };
  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}>{account.t('comparison.robust.title')}</h2>
        <p className="measure">{account.t('comparison.robust.intro')}</p>
      </div>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.field}>
          <label htmlFor={`${id}-weights`}>{t('compare.draws.weights')}</label>
          <select id={`${id}-weights`} value={isFree ? 'free' : 'within'} onChange={(event) => setIsFree(event.target.value === 'free')}>
            <option value="free">{t('compare.draws.free')}</option>
            <option value="within">{t('compare.draws.within')}</option>
          </select>
        </div>
        {!isFree && (
          <div className={styles.field}>
            <label htmlFor={`${id}-band`}>{t('compare.draws.band')}</label>
            <input id={`${id}-band`} name="band" type="number" required min={0} max={MOST_BAND} step={1} defaultValue={BAND} />
          </div>
        )}
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
      {context && (
        <>
          <Blocks blocks={[how(context), { kind: 'heading', level: 2, text: context.t('comparison.ranks.title') }]} level={2} />
          <Paged items={context.bids} size={AT_ONCE} label={t('compare.pages')}>
            {(page) => (
              <div className={styles.ranks}>
                <Blocks blocks={[rankFigure(context, page), rankTable(context, page)]} level={2} />
              </div>
            )}
          </Paged>
          <Blocks blocks={before(context)} level={2} />
        </>
      )}
    </section>
  );
}
