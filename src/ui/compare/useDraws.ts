import { useCallback, useEffect, useRef, useState } from 'react';
import type { Acceptability } from '../../core/compare/acceptability.ts';
import type { Report, Sampling, Task } from './draws.ts';
import { startWorker } from './startWorker.ts';

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
export function useDraws(bids: Task['bids']): Draws {
  const [drawn, setDrawn] = useState<(Drawn & { readonly bids: Task['bids'] }) | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [ended, setEnded] = useState<Draws['ended']>(null);
  const running = useRef<Worker | null>(null);

  const halt = useCallback((why: Draws['ended']) => {
    running.current?.terminate();
    running.current = null;
    setProgress(null);
    setEnded(why);
  }, []);
  const start = useCallback(
    (sampling: Sampling) => {
      halt(null);
      const worker = startWorker();
      if (!worker) return halt('failed');
      running.current = worker;
      setProgress(0);
      worker.onerror = () => halt('failed');
      worker.onmessage = ({ data }: MessageEvent<Report>) => {
        if ('done' in data) return setProgress(data.done / sampling.draws);
        setDrawn({ acceptability: data.found, band: sampling.band, bids });
        halt(null);
      };
      worker.postMessage({ bids, ...sampling } satisfies Task);
    },
    [bids, halt],
  );
  useEffect(() => {
    start(USUAL);
    return () => {
      running.current?.terminate();
      running.current = null;
    };
  }, [start]);
  return { drawn: drawn?.bids === bids ? drawn : null, progress, ended, start, cancel: () => halt('cancelled') };
}
