import { useCallback, useEffect, useRef } from 'react';
import { startWorker } from '../parts/startWorker.ts';
import type { Report, Task } from './task.ts';

interface Running {
  /** Ends what is running and begins this; false where no worker may run. `onFailure`: it broke down. */
  readonly start: (task: Task, onReport: (report: Report) => void, onFailure: () => void) => boolean;
  readonly stop: () => void;
}

/** One worker at a time, that ends with the component. */
export function useWorker(): Running {
  const running = useRef<Worker | null>(null);
  const stop = useCallback(() => {
    running.current?.terminate();
    running.current = null;
  }, []);
  const start = useCallback<Running['start']>(
    (task, onReport, onFailure) => {
      stop();
      const worker = startWorker('compare');
      if (!worker) return false;
      running.current = worker;
      worker.onerror = () => {
        stop();
        onFailure();
      };
      worker.onmessage = ({ data }: MessageEvent<Report>) => {
        if (data === 'end') stop();
        onReport(data);
      };
      worker.postMessage(task);
      return true;
    },
    [stop],
  );
  useEffect(() => stop, [stop]);
  return { start, stop };
}
