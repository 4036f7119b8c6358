import { Link } from 'wouter';
import { useWords } from '../words.ts';

/** What can be done with those chosen in the list, in its order: comparing bids, or merging what several evaluators made of one. */
export function CompareChosen({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useWords();
  return (
    <div className="row" role="status">
      {ids.length === 1 && <p className="muted">{t('home.compare.more')}</p>}
      {ids.length > 1 && (
        <>
          <Link href={`/compare/${ids.join(',')}`} className="button">
            {t('home.compare.chosen', { count: ids.length })}
          </Link>
          <Link href={`/merge/${ids.join(',')}`} className="button-quiet">
            {t('home.merge.chosen', { count: ids.length })}
          </Link>
        </>
      )}
    </div>
  );
}
