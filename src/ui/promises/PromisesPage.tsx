import type { PromisesKey } from '../../i18n/languages.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';

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
    <div className="measure">
      <BackLink to="/">{t('promises.back')}</BackLink>
      <PageTitle title={t('promises.title')} />
      <p className="lede">{t('promises.lede')}</p>
      {PARTS.map(({ id, title, items }) => (
        <section key={id} aria-labelledby={id}>
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
