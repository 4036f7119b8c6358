/** Each call that a session makes to the browser's storage fails once, with an error and by hanging: nothing that was said to be saved is lost. */
import { describe, expect, it, vi } from 'vitest';
import { type CopyRead, readCopy } from '../../src/store/copy/journal.ts';
import { Calls, countCalls, type Fault, givePrivateFiles, type PrivateFiles, passing, workersOf } from './privateFiles.ts';
import { answer, disk, FACTS, freshDisk, newWindow, POLICY, questionnaireOf, type Window } from './support.ts';

freshDisk();
// What a browser leaves in its files is a matter of browsers.
vi.mock('../../src/store/lock/scrub.ts', () => ({ scrub: async () => undefined, scrubOnce: async () => undefined }));

interface Tried {
  readonly calls: Calls;
  readonly window: Window;
  readonly copy: typeof import('../../src/store/copy/copy.ts');
  readonly files: PrivateFiles;
  /** What was said after each step: nothing, or why it failed. */
  readonly said: readonly string[];
}

/** Longest that a person waits for a word, in milliseconds: the limit, and the beat of the clock here. */
const LIMIT = 4000 + 250;

/** What the second copy says; under a lock to whoever has it open. */
async function copyOf(files: PrivateFiles, calls: Calls): Promise<CopyRead> {
  const [{ openTexts }, { session: opened }] = await Promise.all([
    import('../../src/store/lock/copy.ts'),
    import('../../src/store/lock/session.ts'),
  ]);
  // What is called to look is none of the session's.
  const { count, fault } = calls;
  calls.quiet();
  const { texts } = await openTexts(opened(), files.texts());
  Object.assign(calls, { count, fault });
  return readCopy(texts);
}

/** A person's session: begin, answer, take back, put away, bring back. Each step is tried once, whatever became of the one before. */
async function session(fault: Fault | null, isLocked: boolean): Promise<Tried> {
  vi.stubGlobal('indexedDB', new (await import('fake-indexeddb')).IDBFactory());
  const calls = new Calls();
  const files = givePrivateFiles(calls);
  const workers = await workersOf(files);
  const window = await newWindow();
  // Modules come from a disk of their own, which is not meant here.
  const [copy, { turnOn }] = await Promise.all([
    import('../../src/store/copy/copy.ts'),
    import('../../src/store/lock/turn.ts'),
    import('../../src/store/copy/restore.ts'),
    import('../../src/store/lock/copy.ts'),
  ]);
  if (isLocked) {
    await window.loadSettings();
    await copy.beginCopy(workers);
    await turnOn('sluice lantern ferry oak', { memory: 8, passes: 1, lanes: 1 });
    // Once through, so that all modules are here.
    await window.loadSettings();
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  countCalls(calls);
  calls.fault = fault;
  const said: string[] = [];
  const step = async (work: () => Promise<unknown>) => {
    try {
      await passing(work());
      said.push('');
    } catch (error) {
      said.push(window.failureOf(error));
    }
  };
  await step(() => copy.beginCopy(workers));
  let id = '';
  const start = { questionnaire: questionnaireOf(6), policy: POLICY, facts: FACTS, details: { title: 'First' } };
  // Who is told that it was not done does it again.
  for (let tries = 0; id === '' && tries < 2; tries += 1) {
    await step(async () => {
      id = await window.createAssessment(start);
    });
  }
  const open = () => step(() => window.openAssessment(id));
  await open();
  if (!window.useWorkspace.getState().open) await open();
  for (let i = 0; i < 3; i += 1) {
    if (!window.useWorkspace.getState().open) throw new Error(`nothing opens after call ${fault?.at} (${calls.hit}): ${said}`);
    answer(window, i, 'no');
    await passing(ended(window), LIMIT);
    const { saving } = window.useWorkspace.getState();
    said.push(saving.kind === 'failed' ? saving.reason : copy.useCopy.getState().kind === 'behind' ? 'behind' : '');
    await expectHonest({ window, files, copy, calls });
  }
  window.undo();
  await passing(ended(window));
  await step(() => window.binAssessment(id));
  await step(() => window.restoreAssessment(id));
  await step(() => window.changeSettings({ person: 'R. Okafor' }));
  return { window, copy, files, said, calls };
}

async function ended(window: Window): Promise<void> {
  while (window.useWorkspace.getState().saving.kind === 'saving') await new Promise((resolve) => setImmediate(resolve));
}

/** Where the page says saved, and nothing of a copy that lacks it, both have every line that is seen. */
async function expectHonest({ window, files, copy: { useCopy }, calls }: Omit<Tried, 'said'>): Promise<void> {
  const { open, saving, copied } = window.useWorkspace.getState();
  if (!open || saving.kind !== 'saved' || !copied || useCopy.getState().kind !== 'kept') return;
  const { rows } = await copyOf(files, calls);
  const kept = [...rows.values()].filter(([store]) => store === 'entries').map(([, , entry]) => (entry as { id: string }).id);
  expect(kept, `${calls.fault?.at} ${calls.hit}`).toEqual(expect.arrayContaining(open.history.map((entry) => entry.id)));
}

/** After the fault: a retry, one more answer, and all is in both places. */
async function expectRecovery({ window, copy, files, calls }: Tried): Promise<void> {
  calls.quiet();
  await passing(window.retry());
  answer(window, 4, 'yes');
  await passing(ended(window));
  const { open, saving } = window.useWorkspace.getState();
  expect(saving.kind).toBe('saved');
  const id = open?.assessment.id ?? '';
  expect(await passing(window.readEntries(id, 0))).toEqual(open?.history);
  await passing(copy.renewCopy());
  await passing(new Promise((resolve) => setTimeout(resolve, 5000)));
  expect(copy.useCopy.getState().kind).toBe('kept');
  const kept = new Map(
    (JSON.parse(await passing(disk(window))) as [string, unknown[], unknown[]][]).map(([store, keys, values]) => [store, [keys, values]]),
  );
  const rows = [...(await copyOf(files, calls)).rows.values()];
  for (const [store, [keys, values]] of kept) {
    const copied = new Map(rows.filter(([of]) => of === store).map(([, key, value]) => [JSON.stringify(key), value]));
    expect(copied, store).toEqual(new Map((keys ?? []).map((key, i) => [JSON.stringify(key), values?.[i]])));
  }
}

/** Under a lock, of the calls that may fail, every so many. */
const STEP = process.env.EVERY_MOMENT ? 1 : 11;

describe('each call to the storage of a session fails once', () => {
  it.each([
    ['error', false, 1],
    ['hang', false, 1],
    ['error', true, STEP],
    ['hang', true, STEP],
  ] as const)(
    'by %s (under a lock: %s): said, nothing lost that was saved, the next save works',
    async (kind, isLocked, step) => {
      const whole = await session(null, isLocked);
      expect(whole.said.every((words) => words === '')).toBe(true);
      const { count } = whole.calls;
      await expectRecovery(whole);
      let silent = 0;
      let tried = 0;
      for (let at = 1; at <= count; at += step) {
        vi.restoreAllMocks();
        vi.useRealTimers();
        const result = await session({ at, kind }, isLocked);
        tried += 1;
        if (result.said.every((words) => words === '')) silent += 1;
        try {
          await expectRecovery(result);
        } catch (error) {
          throw new Error(`call ${at} of ${count} (${result.calls.hit})`, { cause: error });
        }
      }
      console.log(`${kind}, under a lock: ${isLocked}: ${tried} of ${count} calls failed; nothing was lost; ${silent} needed no word`);
    },
    600_000,
  );
});
