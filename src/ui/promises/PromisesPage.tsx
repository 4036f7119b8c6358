import type { PromisesKey } from '../../i18n/languages.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import styles from './Promises.module.css';

const PARTS: readonly { readonly id: string; readonly title: PromisesKey; readonly items: readonly PromisesKey[] }[] = [
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
      {PARTS.map(({ id, title, items }) => (
        <section key={id} className={styles.part} aria-labelledby={id}>
          <h2 id={id}>{t(title)}</h2>
          <ul>
            {items.map((item) => (
              <li key={item}>{t(item)}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
