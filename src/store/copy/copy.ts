/**
 * The second copy as the page sees it: what is written is told as saved when the copy has it too, and where it has not, the page says so
 * and the copy is written anew as soon as it can be.
 */
import { create } from 'zustand';
import { again } from '../again.ts';
import { announce } from '../announce.ts';
import { isOlderThanData, read, StorageError, witness } from '../database.ts';
import { now } from '../identity.ts';
import { type Session, session } from '../lock/session.ts';
import { place, type StorePlace } from '../place.ts';
import { makeMark, readMark } from '../sentinel.ts';
import { refresh, useWorkspace } from '../workspace.ts';
import { type Change, noting } from './rows.ts';
import type { Answered, Asked, Standing, Task } from './task.ts';

export interface Copy {
  /** `behind`: there is a place for it, but it lacks the latest. */
  readonly kind: 'starting' | 'kept' | 'behind' | 'none';
  /** There had been one, it was gone, and it was made again. */
  readonly remade: boolean;
  readonly mended: number;
  readonly offered: number;
}

export const useCopy = create<Copy>(() => ({ kind: 'starting', remade: false, mended: 0, offered: 0 }));

/** Longest that the copy may take for what was just saved, in milliseconds, before the worker is given up. */
const LONGEST_LINE = 3000;
/** Longest that the copy may take to be compared or written anew, in milliseconds, before the worker is given up. */
const LONGEST = 30_000;
/** After a change the mark is made when nothing else has changed for so long, in milliseconds. */
const SETTLED = 300;

type Start = () => Worker | null;
let startWorker: Start = () => null;
let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, (standing: Standing | null) => void>();

/** Gives a task to the worker. @returns null where it failed, or took too long and was given up */
function ask(task: Task, limit: number): Promise<Standing | null> {
  worker ??= listenTo(startWorker());
  const running = worker;
  if (!running) return Promise.resolve({ kind: 'none', made: false, mended: 0, offered: 0 });
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const timer = setTimeout(giveUp, limit);
    waiting.set(id, (standing) => {
      clearTimeout(timer);
      waiting.delete(id);
      resolve(standing);
    });
    running.postMessage({ id, task, session: session(), store: place } satisfies Asked);
  });
}

function listenTo(started: Worker | null): Worker | null {
  if (!started) return null;
  started.onmessage = ({ data: { id, standing } }: MessageEvent<Answered>) => waiting.get(id)?.(standing);
  started.onerror = giveUp;
  return started;
}

/** Ends the worker, and with it whatever it holds; the next task starts another. */
function giveUp(): void {
  worker?.terminate();
  worker = null;
  for (const answer of [...waiting.values()]) answer(null);
}

function show(changes: Partial<Copy>): void {
  useCopy.setState(changes);
  const { kind } = useCopy.getState();
  useWorkspace.setState({ copied: kind === 'kept' || kind === 'starting' });
}

/** What is behind is written anew. */
const trying = again(() => useCopy.getState().kind === 'behind' && void renewCopy());

/** Takes in how the copy stands; what failed is tried again with the next write, when the page asks, and by itself. */
function stand(standing: Standing | null): void {
  if (!standing) {
    show({ kind: isOlderThanData() ? 'none' : 'behind' });
    trying.later();
    return;
  }
  trying.end();
  show({ kind: standing.kind, offered: standing.offered });
  if (standing.made && readMark()?.copied) show({ remade: true });
  if (standing.mended > 0) {
    show({ mended: standing.mended });
    announce({ kind: 'list' });
    void refresh();
  }
  scheduleMark();
}

let begun: Promise<void> | null = null;

/** Begins to keep the second copy, comparing it with the database first. */
export function beginCopy(start: Start): Promise<void> {
  startWorker = start;
  begun ??= ask({ kind: 'start' }, LONGEST).then(stand);
  witness.watch = (tx) => {
    const changes: Change[] = [];
    const kept = tx.done.then(() => keep(changes)).catch(() => undefined);
    return [noting(tx, changes), kept];
  };
  return begun;
}

async function keep(changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  // Whatever becomes of the copy: where there is none, the mark is the one witness.
  scheduleMark();
  await begun;
  const { kind, offered } = useCopy.getState();
  if (kind === 'none') return;
  // What is behind is written anew, which nobody waits for.
  if (kind === 'behind') return void renewCopy();
  const standing = await ask({ kind: 'append', changes }, LONGEST_LINE);
  stand(standing && { ...standing, offered });
}

/** Empties the second copy, before all of it comes under another lock or under none. @throws if it could not be emptied */
export async function dropCopy(): Promise<void> {
  if (!(await ask({ kind: 'drop' }, LONGEST))) throw new StorageError('unavailable');
}

/** Writes the second copy of another store, by a worker of its own. @returns false where it could not be done; where there is no place for one, it is done */
export async function copyOfOther(store: StorePlace, opened: Session): Promise<boolean> {
  const other = startWorker();
  if (!other) return true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const standing = await new Promise<Standing | null>((resolve) => {
    timer = setTimeout(resolve, LONGEST, null);
    other.onmessage = ({ data }: MessageEvent<Answered>) => resolve(data.standing);
    other.onerror = () => resolve(null);
    other.postMessage({ id: 0, task: { kind: 'renew', holding: false }, session: opened, store } satisfies Asked);
  });
  clearTimeout(timer);
  other.terminate();
  return standing !== null;
}

let renewing: Promise<void> | null = null;
let isAskedAgain = false;

/** Writes the second copy anew from the database; once more, where it is asked for meanwhile, for that may be about what was just written. */
export function renewCopy(): Promise<void> {
  isAskedAgain = true;
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(): Promise<void> {
  const { offered } = useCopy.getState();
  let standing: Standing | null = null;
  while (isAskedAgain) {
    isAskedAgain = false;
    standing = await ask({ kind: 'renew', holding: offered > 0 }, LONGEST);
  }
  stand(standing && { ...standing, offered });
}

/** Brings back what the second copy alone has, or lets go of it. */
export async function settleOffered(back: boolean): Promise<void> {
  stand(await ask({ kind: 'settle', back }, LONGEST));
  if (back) announce({ kind: 'list' });
}

let marking: ReturnType<typeof setTimeout> | undefined;

function scheduleMark(): void {
  clearTimeout(marking);
  marking = setTimeout(() => void mark().catch(() => undefined), SETTLED);
}

async function mark(): Promise<void> {
  if (isOlderThanData()) return;
  const [assessments, procedures, entries] = await read(['assessments', 'procedures', 'entries', 'procedureEntries'], (tx) =>
    Promise.all([tx.objectStore('assessments').count(), tx.objectStore('procedures').count(), tx.objectStore('entries').count()]),
  );
  makeMark({ assessments, procedures, entries, copied: useCopy.getState().kind === 'kept', at: now() });
}
