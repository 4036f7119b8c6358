import { useEffect, useState } from 'react';
import { onChange } from '../../store/announce.ts';
import { frameShown } from '../../store/frame.ts';
import type { Own } from '../../store/own/list.ts';
import { place } from '../../store/place.ts';

/** Assessments under a passphrase of their own, up to date with every window; null until there are any, and inside of one. */
export function useOwn(): { readonly own: readonly Own[] | null; readonly look: () => void } {
  const [own, setOwn] = useState<readonly Own[] | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked again whenever that is asked for.
  useEffect(() => {
    if (place.own) return;
    let isLeft = false;
    const look = async () => {
      // Nobody waits for it before the first picture.
      await frameShown();
      const { listOwn, scrubAll } = await import('../../store/own/list.ts');
      const all = await listOwn();
      if (!isLeft) setOwn((before) => (before || all.length > 0 ? all : null));
      await scrubAll(all);
    };
    void look().catch(() => undefined);
    const stop = onChange(({ kind }) => kind === 'list' && void look().catch(() => undefined));
    return () => {
      isLeft = true;
      stop();
    };
  }, [asked]);
  return { own, look: () => setAsked((n) => n + 1) };
}
