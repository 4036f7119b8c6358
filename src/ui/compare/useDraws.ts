import { startTransition, useCallback, useEffect, useState } from 'react';
import type { Acceptability } from '../../core/compare/acceptability.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import { bidsOf, type Sampling } from './task.ts';
import { useWorker } from './useWorker.ts';

/** As in the terminal, where nothing else is said. */
export const USUAL: Sampling = { draws: 10_000, seed: 1, band: null };

interface Drawn {
  readonly acceptability: Acceptability;
  readonly band: number | null;
}

export interface Draws {
  /** The last draws that came to an end, with what they were made with. */
  readonly drawn: Drawn | null;
  /** Share of the draws now being made, 0 to 1; null while none are. */
  readonly progress: number | null;
  readonly ended: 'cancelled' | 'failed' | null;
  readonly start: (sampling: Sampling) => void;
  readonly cancel: () => void;
}

/** Draws in a worker: at once with the usual sampling, and again whenever asked or when the bids change. */
export function useDraws(comparison: Comparison): Draws {
  const [drawn, setDrawn] = useState<(Drawn & { readonly of: Comparison }) | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [ended, setEnded] = useState<Draws['ended']>(null);
  const worker = useWorker();
  const end = useCallback((why: Draws['ended']) => {
    setProgress(null);
    setEnded(why);
  }, []);
  const { start: run, stop } = worker;
  const start = useCallback(
    (sampling: Sampling) => {
      end(null);
      setProgress(0);
      const isRunning = run(
        { ...bidsOf(comparison), sampling },
        (report) => {
          if (report === 'end') end(null);
          else if ('done' in report) setProgress(report.done / sampling.draws);
          else if ('drawn' in report) startTransition(() => setDrawn({ acceptability: report.drawn, band: sampling.band, of: comparison }));
        },
        () => end('failed'),
      );
      if (!isRunning) end('failed');
    },
    [comparison, run, end],
  );
  useEffect(() => {
    start(USUAL);
    return stop;
  }, [start, stop]);
  const cancel = () => {
    stop();
    end('cancelled');
  };
  return { drawn: drawn?.of === comparison ? drawn : null, progress, ended, start, cancel };
}
