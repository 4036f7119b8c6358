/**
 * Pages come when they are first wanted, with the words they say. Not `React.lazy`: what follows a fallback React holds back
 * for 300 ms, and a page behind another's loading would wait twice.
 */
import { type ComponentType, useEffect, useState } from 'react';
import { type Area, loadWords, useWords } from './words.ts';

/** What can be brought before it is shown. */
export interface Fetchable {
  readonly fetch: () => Promise<void>;
  readonly isThere: () => boolean;
}

/** A page as a component. */
export type Page<Props extends object> = ComponentType<Props> & Fetchable;

/**
 * `areas`: of words that come with it. `name`: under which the module that `load` brings exports it. `Waiting`: what stands there until
 * then.
 */
export function page<Name extends string, Props extends object = object>(
  areas: readonly Area[],
  name: Name,
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  Waiting: ComponentType = Loading,
): Page<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;
  const fetch = () => {
    loading ??= Promise.all([load(), loadWords(areas)]).then(
      ([module]) => {
        Loaded = module[name];
      },
      (error: unknown) => {
        // The next try may find the connection again.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  function Fetched(props: Props) {
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    const [, setLoaded] = useState(false);
    useEffect(() => {
      if (Loaded) return;
      fetch().then(
        () => setLoaded(true),
        (error: unknown) => setFailure({ error }),
      );
    }, []);
    if (failure) throw failure.error;
    return Loaded ? <Loaded {...props} /> : <Waiting />;
  }
  return Object.assign(Fetched, { fetch, isThere: () => Loaded !== undefined });
}

/** A part of a page: not spoken of before it is there. */
export const part: typeof page = (areas, name, load) => page(areas, name, load, () => null);

/** Said only when it takes long enough to be noticed. */
export function Loading() {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return late ? (
    <p role="status" className="muted">
      {t('app.loading')}
    </p>
  ) : null;
}
