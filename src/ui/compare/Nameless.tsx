import { Link } from 'wouter';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';

/** What is left out of a page that would name it: bids by id, each with its procedure, where they go by their labels. */
export function Nameless({ bids }: { readonly bids: ReadonlyMap<string, string> }) {
  const { t } = useWords();
  if (bids.size === 0) return null;
  return (
    <Notice tone="strong">
      <p>{t('compare.nameless', { count: bids.size })}</p>
      {[...new Set(bids.values())].map((procedure) => (
        <p key={procedure}>
          <Link href={`/p/${procedure}/compare`}>{t('compare.nameless.there')}</Link>
        </p>
      ))}
    </Notice>
  );
}
