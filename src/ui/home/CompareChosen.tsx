import { Link } from 'wouter';
import { useWords } from '../words.ts';

/** The way to the comparison of those chosen in the list, in its order; nothing before one is chosen. */
export function CompareChosen({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useWords();
  return (
    <div className="row" role="status">
      {ids.length === 1 && <p className="muted">{t('home.compare.more')}</p>}
      {ids.length > 1 && (
        <Link href={`/compare/${ids.join(',')}`} className="button">
          {t('home.compare.chosen', { count: ids.length })}
        </Link>
      )}
    </div>
  );
}
