import { useCallback, useEffect, useRef, useState } from 'react';
import { listKeys } from '../../store/keys.ts';
import { startWorker } from '../parts/startWorker.ts';
import type { Placed } from './dropped.ts';
import type { Finding, Report, Task } from './task.ts';

export interface Row extends Placed {
  /** Its place among those that were given. */
  readonly at: number;
  /** None until it was its turn. */
  readonly finding: Finding | undefined;
}

interface Verifying {
  readonly rows: readonly Row[];
  /** How many have been looked at. */
  readonly done: number;
  /** What verifies broke down or could not be had; what it had found stays. */
  readonly isBroken: boolean;
  /** What waits is left unchecked; what was found stays. */
  readonly isStopped: boolean;
  readonly stop: () => void;
  /** Drops what was found before and begins with these. */
  readonly start: (files: readonly Placed[], known: ReadonlySet<string> | null) => void;
}

/** Findings come faster than anybody reads: the table follows a few times a second. */
const PAUSE = 150;

/** In a worker, from when the page is there; where none may run, in the page, which answers between files. */
export function useVerifying(): Verifying {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [isBroken, setBroken] = useState(false);
  const [isStopped, setStopped] = useState(false);
  const worker = useRef<Worker | null>(null);
  const found = useRef<readonly [number: number, findings: (Finding | undefined)[]]>([0, []]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const take = useCallback(({ number, at, finding }: Report) => {
    const [current, findings] = found.current;
    if (number !== current) return;
    findings[at] = finding;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setRows((before) => before.map((row, i) => (row.finding === findings[i] ? row : { ...row, finding: findings[i] })));
    }, PAUSE);
  }, []);
  useEffect(() => {
    const started = startWorker('verify');
    worker.current = started;
    if (started) {
      started.onmessage = ({ data }: MessageEvent<Report>) => take(data);
      started.onerror = () => setBroken(true);
    }
    return () => {
      started?.terminate();
      clearTimeout(timer.current);
      timer.current = undefined;
      found.current = [found.current[0] + 1, []];
    };
  }, [take]);
  const give = useCallback(
    (task: Task) => {
      if (worker.current) worker.current.postMessage(task);
      else import('./judging.ts').then(({ judgeAll }) => judgeAll(task, take)).catch(() => setBroken(true));
    },
    [take],
  );
  const stop = useCallback(() => {
    const [number, findings] = found.current;
    // A task of nothing takes its place.
    found.current = [number + 1, findings];
    give({ number: number + 1, files: [], known: null, keys: [] });
    setStopped(true);
  }, [give]);
  const start = useCallback<Verifying['start']>(
    (files, known) => {
      const number = found.current[0] + 1;
      found.current = [number, []];
      clearTimeout(timer.current);
      timer.current = undefined;
      setStopped(false);
      setRows(files.map((one, at) => ({ ...one, at, finding: undefined })));
      const begin = (keys: readonly string[]) => {
        if (found.current[0] !== number) return;
        const task: Task = { number, files: files.map(({ file }) => file), known: known && [...known], keys };
        give(task);
      };
      // Whoever made a key here knows it. Without storage there is none.
      listKeys().then(
        (own) => begin(own.map(({ fingerprint }) => fingerprint)),
        () => begin([]),
      );
    },
    [give],
  );
  return { rows, done: rows.reduce((count, { finding }) => count + (finding ? 1 : 0), 0), isBroken, isStopped, stop, start };
}
