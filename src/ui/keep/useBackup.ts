import { useCallback, useEffect, useState } from 'react';
import { onChange } from '../../store/announce.ts';
import { type LastBackup, lastBackup } from '../../store/lastBackup.ts';

/** When the last backup was made: null until it is known. `look` looks again. */
export function useLastBackup(): { readonly last: LastBackup | null; readonly look: () => void } {
  const [last, setLast] = useState<LastBackup | null>(null);
  const look = useCallback(() => void lastBackup().then(setLast, () => undefined), []);
  useEffect(() => {
    look();
    return onChange(look);
  }, [look]);
  return { last, look };
}

const DAY = 86_400_000;

/** Whole days since then; -1 for never. */
export const daysSince = (at: string | null): number => (at === null ? -1 : Math.max(0, Math.floor((Date.now() - Date.parse(at)) / DAY)));
