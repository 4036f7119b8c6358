import { BackLink } from '../parts/BackLink.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { type Part, Points } from '../parts/Points.tsx';
import { useWords } from '../words.ts';
import styles from './Promises.module.css';

const PARTS: readonly Part[] = [
  {
    id: 'promised',
    title: 'promises.app',
    items: ['promises.app.network', 'promises.app.policy', 'promises.app.files', 'promises.app.text'],
  },
  {
    id: 'not-promised',
    title: 'promises.not',
    items: [
      'promises.not.browser',
      'promises.not.extensions',
      'promises.not.script',
      'promises.not.server',
      'promises.not.storage',
      'promises.not.device',
    ],
  },
];

/** How far "nothing leaves this device" can be relied on. */
export function PromisesPage() {
  const { t } = useWords();
  return (
    <div className={`measure ${styles.page}`}>
      <div className={styles.say}>
        <BackLink to="/">{t('promises.back')}</BackLink>
        <PageTitle title={t('promises.title')} />
        <p className="lede">{t('promises.lede')}</p>
      </div>
      <Points parts={PARTS} />
    </div>
  );
}
