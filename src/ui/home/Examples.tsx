import { useState } from 'react';
import { useLocation } from 'wouter';
import type { HomeKey } from '../../i18n/languages.ts';
import { listExamples, openExample } from '../../store/shipped.ts';
import { Failed } from '../parts/Failed.tsx';
import { useWords } from '../words.ts';
import styles from './HomePage.module.css';

/** What each shipped example shows, by its id. */
const EXAMPLES: Readonly<Record<string, { readonly title: HomeKey; readonly line: HomeKey }>> = {
  'liege-hub-replay': { title: 'example.replay', line: 'example.replay.line' },
  meridian: { title: 'example.meridian', line: 'example.meridian.line' },
  'meridian-renegotiated': { title: 'example.renegotiated', line: 'example.renegotiated.line' },
  scheldewaard: { title: 'example.scheldewaard', line: 'example.scheldewaard.line' },
};

/** The shipped examples; one press opens a copy at its result. */
export function Examples() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  const open = async (id: string) => {
    try {
      navigate(`/a/${await openExample(id)}/result`);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <section aria-labelledby="examples" className="stack">
      <div>
        <h2 id="examples">{t('home.examples')}</h2>
        <p className="muted">{t('home.examples.help')}</p>
      </div>
      <Failed error={failure} />
      <ul className={styles.cards}>
        {listExamples().map((id) => {
          const words = EXAMPLES[id];
          return (
            words && (
              <li key={id} className={styles.card}>
                <h3>
                  <button type="button" onClick={() => void open(id)}>
                    {t(words.title)}
                  </button>
                </h3>
                <p>{t(words.line)}</p>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
