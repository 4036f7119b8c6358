/** Keeps the second copy, beside the page: here alone a browser lets a file be written and says when the disk has it. */
import { setSession } from '../lock/session.ts';
import { place } from '../place.ts';
import { perform } from './keeper.ts';
import type { Answered, Asked } from './task.ts';

/** One task after another: the copy has the order in which the page saved. */
let turn: Promise<void> = Promise.resolve();

self.onmessage = ({ data: { id, task, session, store } }: MessageEvent<Asked>) => {
  turn = turn
    .then(() => {
      Object.assign(place, store);
      setSession(session);
      return perform(task);
    })
    .catch(() => null)
    .then((standing) => self.postMessage({ id, standing } satisfies Answered));
};
