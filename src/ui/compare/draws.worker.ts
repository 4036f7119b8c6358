/** Draws beside the page, so that it stays at hand; the page ends it by ending this. */
import { compare, robustness } from '../../core/compare/comparison.ts';
import type { Report, Task } from './draws.ts';

const say = (report: Report) => self.postMessage(report);

self.onmessage = ({ data: { bids, ...sampling } }: MessageEvent<Task>) => {
  const comparison = compare(bids);
  const progress = (done: number) => {
    say({ done });
    return true;
  };
  const found = comparison && robustness(comparison, { ...sampling, progress });
  if (!found) throw new RangeError('nothing to draw');
  say({ found });
};
