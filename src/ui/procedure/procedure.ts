/** The procedure whose pages are shown: read beside the open assessment, kept up to date with every window, changed by acts that say how they went. */
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Outcome, Problem } from '../../core/problems.ts';
import type { UiKey } from '../../i18n/languages.ts';
import { onChange } from '../../store/announce.ts';
import { now } from '../../store/identity.ts';
import { type ProcedureView, readProcedure } from '../../store/procedures.ts';
import { sentenceOf } from '../parts/failure.ts';

/** What kept the last act from being done. */
export type Trouble =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly why: UiKey };

/** `saved`: the last act of this page is on disk, since `at`. */
type Saving = { readonly kind: 'unchanged' | 'saving' } | { readonly kind: 'saved'; readonly at: string };

export interface Procedural {
  readonly view: ProcedureView;
  readonly saving: Saving;
  readonly trouble: Trouble | null;
  /** Does something to the procedure. @returns what came of it, once it is on disk and shown; null where it was not done (`trouble`) */
  readonly act: <T>(work: () => Promise<Outcome<T>>) => Promise<{ readonly value: T } | null>;
}

export const ProcedureContext = createContext<Procedural | null>(null);

/** @throws outside the pages of a procedure: a programmer's error */
export function useProcedure(): Procedural {
  const found = useContext(ProcedureContext);
  if (!found) throw new Error('no procedure is shown');
  return found;
}

type Read = { readonly kind: 'read'; readonly view: ProcedureView | null } | { readonly kind: 'failed'; readonly why: UiKey };

/** The procedure with this id; null while it is read for the first time. */
export function useProcedureRead(id: string): { readonly read: Read | null; readonly shown: Procedural | null } {
  const [read, setRead] = useState<Read | null>(null);
  const [saving, setSaving] = useState<Saving>({ kind: 'unchanged' });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [load] = useState(() =>
    oneAtATime(async () => {
      const found = await readProcedure(id).then(
        (view): Read => ({ kind: 'read', view }),
        (error): Read => ({ kind: 'failed', why: sentenceOf(error) }),
      );
      setRead(found);
    }),
  );
  useEffect(() => {
    void load();
    return onChange((change) => {
      // Its bids are shown with their results, so their entries count as well.
      if (change.kind !== 'procedure' || change.id === id) void load();
    });
  }, [id, load]);
  const shown = useMemo<Procedural | null>(() => {
    if (read?.kind !== 'read' || !read.view) return null;
    const act: Procedural['act'] = async (work) => {
      setTrouble(null);
      setSaving({ kind: 'saving' });
      try {
        const outcome = await work();
        if (outcome.ok) {
          await load();
          setSaving({ kind: 'saved', at: now() });
          return { value: outcome.value };
        }
        setTrouble({ kind: 'refused', problems: outcome.problems });
      } catch (error) {
        setTrouble({ kind: 'failed', why: sentenceOf(error) });
      }
      setSaving({ kind: 'unchanged' });
      return null;
    };
    return { view: read.view, saving, trouble, act };
  }, [read, saving, trouble, load]);
  return { read, shown };
}

/** Many changes that come while it works are one reason to work again. @returns when all that is on disk now has been taken in */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  return () => {
    waiting ??= last.then(() => {
      waiting = null;
      last = work();
      return last;
    });
    return waiting;
  };
}
