/** What takes long, beside the page, so that it stays at hand; the page ends it by ending this. */
import { robustness } from '../../core/compare/comparison.ts';
import { evaluate } from '../../core/evaluate.ts';
import { modelOf } from '../../core/model.ts';
import { waysOf } from '../../report/comparison/ways.ts';
import type { Report, Task } from './task.ts';

const say = (report: Report) => self.postMessage(report);

self.onmessage = ({ data: { questionnaire, policy, facts, bids, sampling } }: MessageEvent<Task>) => {
  const model = modelOf(questionnaire, facts, policy);
  const known = bids.map(({ id, answers }) => ({ id, state: { answers }, result: evaluate(model, answers) }));
  if (sampling) {
    const progress = (done: number) => {
      say({ done });
      return true;
    };
    const drawn = robustness({ model, bids: known }, { ...sampling, progress });
    if (drawn) say({ drawn });
  } else for (const { id, state, result } of known) say({ id, ways: waysOf(model, state.answers, result) });
  say('end');
};
