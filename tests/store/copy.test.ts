/** The second copy: what it holds, what damage costs, and what becomes of a database that lacks something of it. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { differ } from '../../src/store/copy/differ.ts';
import { HEAD_LENGTH, headOf, lineOf, readCopy } from '../../src/store/copy/journal.ts';
import { type Change, nameOfRow } from '../../src/store/copy/rows.ts';
import { Calls, givePrivateFiles, workersOf } from './privateFiles.ts';
import { answer, begin, freshDisk, newWindow, settled, type Window } from './support.ts';

freshDisk();

const put = (id: string, place: number, text: string): Change => ({ put: ['entries', [id, place], { id: `${id}-${place}`, text }] });

describe('the text of it', () => {
  it('says what was put and not taken away since', () => {
    const changes: Change[] = [
      put('a', 0, 'x'),
      put('a', 1, 'y'),
      put('b', 0, 'z'),
      { history: ['entries', 'a', 1] },
      { gone: ['entries', ['b', 0]] },
    ];
    const { rows, damaged } = readCopy([headOf(1) + changes.map(lineOf).join('')]);
    expect([...rows.keys()]).toEqual([nameOfRow('entries', ['a', 0])]);
    expect(damaged).toBe(0);
  });

  it('a whole newer file stands alone; one with damage is filled up by the older', () => {
    const older = headOf(1) + lineOf(put('a', 0, 'old')) + lineOf(put('a', 1, 'old'));
    const newer = headOf(2) + lineOf(put('a', 0, 'new'));
    expect([...readCopy([newer, older]).rows.values()].map(([, , value]) => value)).toMatchObject([{ text: 'new' }]);
    const { rows } = readCopy([older, `${newer}0badbad0 {"put":1}\n`]);
    expect([...rows.values()].map(([, , value]) => value)).toMatchObject([{ text: 'new' }, { text: 'old' }]);
  });

  it('a flipped byte costs the line that it is in, or two where it joins them, and no other', () => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (texts, at, flip) => {
          const bytes = new TextEncoder().encode(headOf(1) + texts.map((text, i) => lineOf(put('a', i, text))).join(''));
          const place = HEAD_LENGTH + (at % (bytes.length - HEAD_LENGTH));
          bytes[place] = (bytes[place] ?? 0) ^ flip;
          const { rows, damaged } = readCopy([new TextDecoder().decode(bytes)]);
          tried += 1;
          expect(damaged).toBeGreaterThan(0);
          expect(rows.size).toBeGreaterThanOrEqual(texts.length - 2);
          for (const [, key, value] of rows.values()) expect(value).toMatchObject({ text: texts[(key as number[])[1] ?? -1] });
        },
      ),
      { seed: 7, numRuns: 2000 },
    );
    console.log(`${tried} flipped bytes, each known`);
  });
});

/** A window with an open assessment of two answers, and its copy. */
async function kept() {
  const calls = new Calls();
  const files = givePrivateFiles(calls);
  const workers = await workersOf(files);
  const window = await newWindow();
  const copy = await import('../../src/store/copy/copy.ts');
  await copy.beginCopy(workers);
  const id = await begin(window);
  answer(window, 0, 'no');
  answer(window, 1, 'yes');
  await settled(window);
  return { calls, files, id, window, copy };
}

/** The next window on the same disk; its second copy is compared with it. */
async function next(files: Awaited<ReturnType<typeof kept>>['files']) {
  const workers = await workersOf(files);
  const window = await newWindow();
  const copy = await import('../../src/store/copy/copy.ts');
  await copy.beginCopy(workers);
  return { window, copy };
}

const without = (window: Window, ...keys: [store: 'entries' | 'assessments', key: IDBValidKey][]) =>
  window.write(['entries', 'assessments'], async (tx) => {
    for (const [store, key] of keys) await tx.objectStore(store).delete(key as never);
  });

/** What a browser loses it does not tell. */
async function unseen(window: Window, work: () => Promise<unknown>): Promise<void> {
  const { watch } = window.witness;
  delete window.witness.watch;
  await work();
  if (watch) window.witness.watch = watch;
}

describe('a database that lacks something of it', () => {
  it('the end of a history comes back by itself', async () => {
    const { files, id, window } = await kept();
    await unseen(window, () => without(window, ['entries', [id, 2]]));
    const { window: then, copy } = await next(files);
    expect(copy.useCopy.getState()).toMatchObject({ kind: 'kept', mended: 1, offered: 0 });
    expect(await then.readEntries(id, 0)).toHaveLength(3);
  });

  it.each(['the next answer', 'a look at the window'])('what the open window had seen there goes there again with %s', async (when) => {
    const { id, window } = await kept();
    const { history = [] } = window.useWorkspace.getState().open ?? {};
    await unseen(window, () => without(window, ['entries', [id, 1]], ['entries', [id, 2]]));
    if (when === 'the next answer') answer(window, 2, 'no');
    else await window.refresh();
    expect(await settled(window)).toBe('saved');
    const { open } = window.useWorkspace.getState();
    expect(open?.history.slice(0, 3)).toEqual(history);
    expect(await window.readEntries(id, 0)).toEqual(open?.history);
  });

  it.each([true, false])('a whole assessment is for a person to decide: brought back %s', async (back) => {
    const { files, id, window } = await kept();
    const lines = [0, 1, 2].map((place): ['entries', IDBValidKey] => ['entries', [id, place]]);
    await unseen(window, () => without(window, ['assessments', id], ...lines));
    const { window: then, copy } = await next(files);
    expect(copy.useCopy.getState()).toMatchObject({ mended: 0, offered: 1 });
    // What is written meanwhile does not decide it.
    await then.changeSettings({ person: 'R. Okafor' });
    await copy.renewCopy();
    expect(copy.useCopy.getState().offered).toBe(1);
    await copy.settleOffered(back);
    expect(copy.useCopy.getState().offered).toBe(0);
    expect((await then.listAssessments()).map((one) => one.id)).toEqual(back ? [id] : []);
    expect(await then.readEntries(id, 0)).toHaveLength(back ? 3 : 0);
    expect((await next(files)).copy.useCopy.getState().offered).toBe(0);
  });

  it('what a person deleted for good stays deleted, in both', async () => {
    const { files, id, window } = await kept();
    window.close();
    await window.purgeAssessment(id);
    expect([...readCopy(files.texts()).rows.values()].filter(([store]) => store !== 'documents' && store !== 'settings')).toEqual([]);
    expect((await next(files)).copy.useCopy.getState()).toMatchObject({ mended: 0, offered: 0 });
  });

  it('a copy that is gone is made again', async () => {
    const { files, id } = await kept();
    files.files.clear();
    const { copy } = await next(files);
    expect(copy.useCopy.getState().kind).toBe('kept');
    expect([...readCopy(files.texts()).rows.keys()]).toContain(nameOfRow('entries', [id, 2]));
  });

  it('two windows write into one copy, and it has the lines of both', async () => {
    const { files, id, window: here } = await kept();
    const { window: there } = await next(files);
    await there.openAssessment(id);
    for (let i = 0; i < 20; i += 1) answer(i % 2 === 0 ? here : there, i % 4, i % 3 === 0 ? 'no' : 'yes');
    await Promise.all([settled(here), settled(there)]);
    const { rows } = readCopy(files.texts());
    await vi.waitFor(() => expect([...rows.values()].filter(([store]) => store === 'entries')).toHaveLength(23));
  });
});

it('what the copy could not take is in it a moment later, without anything being written', async () => {
  const { calls, files, id, window, copy } = await kept();
  // The first two of them look for the place.
  calls.fault = { at: calls.count + 3, kind: 'error' };
  answer(window, 2, 'no');
  expect(await settled(window)).toBe('saved');
  expect(copy.useCopy.getState().kind).toBe('behind');
  expect([...readCopy(files.texts()).rows.keys()]).not.toContain(nameOfRow('entries', [id, 3]));
  await vi.waitFor(() => expect(copy.useCopy.getState().kind).toBe('kept'), { timeout: 3000 });
  expect([...readCopy(files.texts()).rows.keys()]).toContain(nameOfRow('entries', [id, 3]));
});

it('where no copy can be written, the mark says how much there is all the same', async () => {
  const marks = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => marks.get(key) ?? null,
    setItem: (key: string, text: string) => void marks.set(key, text),
  });
  const { calls, window, copy } = await kept();
  await vi.waitFor(() => expect([...marks.values()].map((text) => JSON.parse(text))).toMatchObject([{ entries: 3, copied: true }]));
  try {
    calls.fault = { at: calls.count + 3, kind: 'error' };
    answer(window, 2, 'no');
    expect(await settled(window)).toBe('saved');
    expect(copy.useCopy.getState().kind).toBe('behind');
    // Before it is tried again.
    const mark = () => [...marks.values()].map((text) => JSON.parse(text));
    await vi.waitFor(() => expect(mark()).toMatchObject([{ entries: 4, copied: false }]), { timeout: 800 });
  } finally {
    vi.unstubAllGlobals();
  }
});

it('what is the same needs nothing', async () => {
  const { files } = await kept();
  const { rows } = readCopy(files.texts());
  expect(differ(rows, rows)).toEqual({ lost: [], offered: [], isSame: true });
});
