import { Link } from 'wouter';
import { useWords } from '../words.ts';
import { PageTitle } from './PageTitle.tsx';

/** For an address that leads nowhere. */
export function Nowhere() {
  const { t } = useWords();
  return (
    <div className="stack measure">
      <PageTitle title={t('home.notFound.title')} />
      <p>{t('home.notFound.text')}</p>
      <p>
        <Link href="/">{t('app.notFound.home')}</Link>
      </p>
    </div>
  );
}
