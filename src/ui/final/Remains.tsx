import type { ReactNode } from 'react';
import type { Remaining } from '../../core/redaction/remains.ts';
import { tagOf } from '../fields/names.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Final.module.css';
import { thingAt } from './things.ts';

interface Props {
  readonly found: readonly Remaining[];
  /** Withholds these things too. */
  readonly onWithhold: (things: readonly string[]) => void;
  /** The tick by which they may stand. */
  readonly children: ReactNode;
}

/** Texts that are withheld in one place and stand in another: each with its places, and one act that withholds them there too. */
export function Remains({ found, onWithhold, children }: Props) {
  const { t, f } = useWords();
  const places = new Map<string, readonly string[]>();
  for (const { text, path } of found) places.set(text, [...(places.get(text) ?? []), path]);
  const nameOf = (path: string) => {
    const [, part = '', id = ''] = path.split('/');
    return part === 'answers' ? tagOf(id) : path;
  };
  const things = [...new Set(found.flatMap(({ path }) => thingAt(path) ?? []))];
  return (
    <Notice tone="strong">
      <p>
        <strong>{t('final.redact.remains')}</strong>
      </p>
      <ul>
        {[...places].map(([text, paths]) => (
          <li key={text} className={styles.code}>
            {t('final.redact.remains.at', { text, places: f.and([...new Set(paths.map(nameOf))]) })}
          </li>
        ))}
      </ul>
      {things.length > 0 && (
        <p>
          <button type="button" className="button-quiet" onClick={() => onWithhold(things)}>
            {t('final.redact.remains.withhold', { count: things.length })}
          </button>
        </p>
      )}
      {children}
    </Notice>
  );
}
