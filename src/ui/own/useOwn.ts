import { useEffect, useState } from 'react';
import { onChange } from '../../store/announce.ts';
import { frameShown } from '../../store/frame.ts';
import type { Own } from '../../store/own/list.ts';
import { inOwn } from '../../store/own/names.ts';

/** Assessments under a passphrase of their own, up to date with every window; none until they are known, and inside of one. */
export function useOwn(): { readonly own: readonly Own[]; readonly look: () => void } {
  const [own, setOwn] = useState<readonly Own[]>([]);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked again whenever that is asked for.
  useEffect(() => {
    if (inOwn()) return;
    let isLeft = false;
    const look = async () => {
      // Nobody waits for it before the first picture.
      await frameShown();
      const { listOwn, scrubAll } = await import('../../store/own/list.ts');
      const all = await listOwn();
      if (!isLeft) setOwn(all);
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
