/** All that is kept here under a passphrase: what lies on the disk says nothing, and the app goes on as if nothing lay in between. */
import { describe, expect, it } from 'vitest';
import { Calls, givePrivateFiles, type PrivateFiles, workersOf } from './privateFiles.ts';
import { answer, begin, disk, freshDisk, newWindow, said, settled } from './support.ts';

freshDisk();

/** As cheap as the derivation may be: what it costs is no matter here. */
const CHEAP = { memory: 8, passes: 1, lanes: 1 };
const PASSPHRASE = 'sluice lantern ferry oak';

/** A window with its second copy. */
async function open(files: PrivateFiles) {
  const workers = await workersOf(files);
  const window = await newWindow();
  const [copy, turn, find, { setSession }, seam] = await Promise.all([
    import('../../src/store/copy/copy.ts'),
    import('../../src/store/lock/turn.ts'),
    import('../../src/store/lock/find.ts'),
    import('../../src/store/lock/session.ts'),
    import('../../src/store/lock/seam.ts'),
    import('../../src/store/copy/restore.ts'),
  ]);
  await window.loadSettings().catch(() => undefined);
  return { ...window, ...copy, ...turn, ...find, ...seam, setSession, begin: () => copy.beginCopy(workers) };
}

/** A window with two answers, under a lock or not. */
async function filled(isLocked: boolean) {
  const files = givePrivateFiles(new Calls());
  const window = await open(files);
  await window.begin();
  const id = await begin(window, 4, 'Harbour of Nowhere');
  answer(window, 0, 'no');
  answer(window, 1, 'yes');
  await settled(window);
  await window.changeSettings({ person: 'R. Okafor' });
  const before = await disk(window);
  if (isLocked) await window.turnOn(PASSPHRASE, CHEAP);
  return { files, window, id, before };
}

/** Every byte of the database and of the second copy, as text. */
async function bytes(files: PrivateFiles): Promise<string> {
  const request = indexedDB.open('soundings');
  const db = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const tx = db.transaction([...db.objectStoreNames]);
  const all = await Promise.all(
    [...db.objectStoreNames].flatMap((name) =>
      [tx.objectStore(name).getAllKeys(), tx.objectStore(name).getAll()].map(
        (one) =>
          new Promise<unknown>((resolve) => {
            one.onsuccess = () => resolve(one.result);
          }),
      ),
    ),
  );
  db.close();
  const say = (_: string, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value);
  return JSON.stringify(all, say) + files.texts().join('');
}

describe('under a lock', () => {
  it('everything is as it was for the app, and nothing of it is on the disk', async () => {
    const { files, window, id, before } = await filled(true);
    expect(await disk(window)).toBe(before);
    answer(window, 2, 'no');
    expect(await settled(window)).toBe('saved');
    expect(said(window, 2)).toBe('no');
    await window.renewCopy();
    expect(window.useCopy.getState().kind).toBe('kept');
    const text = await bytes(files);
    for (const word of ['Harbour', 'Okafor', 'q-1', 'answered', 'questionnaire', id]) expect(text, word).not.toContain(word);

    const other = await open(files);
    await expect(other.openAssessment(id)).rejects.toMatchObject({ reason: 'locked' });
    expect(await other.unlock('another one')).toBe('passphrase');
    expect(await other.unlock(PASSPHRASE)).toBe('open');
    await other.begin();
    expect(other.useCopy.getState()).toMatchObject({ kind: 'kept', mended: 0, offered: 0 });
    expect(await other.openAssessment(id)).toBe(true);
    expect([0, 1, 2].map((i) => said(other, i))).toEqual(['no', 'yes', 'no']);
  });
});
