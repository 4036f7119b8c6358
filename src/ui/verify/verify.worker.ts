/** Verifies beside the page, so that it stays at hand. */
import { judgeAll, prepare } from './judging.ts';
import type { Report, Task } from './task.ts';

self.onmessage = ({ data }: MessageEvent<Task>) => judgeAll(data, (report: Report) => self.postMessage(report));

// Whoever then misses a font says so.
prepare().catch(() => undefined);
