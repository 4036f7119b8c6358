import { useEffect, useState } from 'react';
import { onChange } from '../../store/announce.ts';
import type { Version } from '../../store/editions.ts';

/** The versions on this device that go on from this one, up to date; none until they are read. */
export function useVersionsAfter(id: string): readonly Version[] {
  const [versions, setVersions] = useState<readonly Version[]>([]);
  useEffect(() => {
    let left = false;
    const read = async () => {
      const { versionsAfter } = await import('../../store/editions.ts');
      const found = await versionsAfter(id).catch(() => []);
      if (!left) setVersions(found);
    };
    void read();
    const stop = onChange(() => void read());
    return () => {
      left = true;
      stop();
    };
  }, [id]);
  return versions;
}
