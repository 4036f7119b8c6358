import { Link } from 'wouter';
import { useWords } from '../words.ts';
import { PageTitle } from './PageTitle.tsx';

/** For an address that leads nowhere. */
export function NotFound() {
  const { t } = useWords();
  return (
    <div className="stack measure">
      <PageTitle title={t('app.notFound.title')} />
      <p>{t('app.notFound.text')}</p>
      <p>
        <Link href="/">{t('app.notFound.home')}</Link>
      </p>
    </div>
  );
}
