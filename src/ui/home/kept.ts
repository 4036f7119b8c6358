import { startTransition, useEffect, useState } from 'react';
import { onChange } from '../../store/announce.ts';
import { type AssessmentSummary, listAll } from '../../store/assessmentList.ts';
import { useWords, type Words } from '../words.ts';

/** An assessment as the list shows it. */
export interface Listed extends AssessmentSummary {
  /** Its title, or the best there is in its place. */
  readonly title: string;
}

export interface Kept {
  readonly list: readonly Listed[];
  readonly bin: readonly Listed[];
  /** How many are still being read. */
  readonly coming: number;
  /** Was there more, which the browser lost? Whoever says so must not be contradicted. */
  readonly isLost: boolean;
  /** What kept the list from being read. */
  readonly failure: unknown;
}

/** What is kept on this device, up to date with every window: at first a few more each time. Null until there are any. */
export function useKept(): Kept | null {
  const words = useWords();
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let latest = 0;
    let isShown = false;
    const read = async () => {
      const own = ++latest;
      const isWanted = () => own === latest;
      // What is shown already stays until all of the new is there.
      const show = (found: readonly AssessmentSummary[], coming: number, isLost: boolean) =>
        startTransition(() => setKept({ ...parted(found, words), coming, isLost, failure: null }));
      try {
        const all = await listAll((soFar, count) => {
          if (isWanted() && !isShown) show(soFar, count - soFar.length, false);
          return isWanted();
        });
        const isLost = all?.length === 0 && (await isLossNoted());
        if (!all || !isWanted()) return;
        isShown = true;
        show(all, 0, isLost);
      } catch (failure) {
        if (isWanted()) setKept({ list: [], bin: [], coming: 0, isLost: false, failure });
      }
    };
    void read();
    const stop = onChange(() => void read());
    return () => {
      latest = Number.NaN;
      stop();
    };
  }, [words]);
  return kept;
}

/** Is nothing here yet, on this device? */
export const isBare = ({ list, bin, coming, isLost, failure }: Kept): boolean =>
  list.length + bin.length + coming === 0 && !isLost && failure === null;

const isLossNoted = () => import('../../store/copy/loss.ts').then(async ({ readLoss }) => (await readLoss()) !== null);

function parted(found: readonly AssessmentSummary[], { local }: Words): Pick<Kept, 'list' | 'bin'> {
  const all = found.map((one): Listed => ({ ...one, title: one.details.title || one.details.vendor || local(one.questionnaire.title) }));
  return { list: all.filter(({ binned }) => !binned), bin: all.filter(({ binned }) => binned) };
}
