/** Final assessments, their versions, and the register, on disk. */
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/core/format/assessment.ts';
import type { Final } from '../../src/core/format/final.ts';
import { criteria, deviate, newOffice, place, sealed, sound } from './procedureSupport.ts';
import { answer, begin, disk, fileOf, freshDisk, newWindow, said, settled, type Window } from './support.ts';

freshDisk();

const FINAL: Final = {
  number: '2026/17',
  day: '2026-05-01',
  preparer: { name: 'Ada', interest: null },
  reviewer: { name: 'Ben', interest: null },
  approver: { name: 'Cy', interest: null },
  retention: 'Ten years',
  disposal: '2036-12-31',
};

/** A window, with the stores that a page asks for later. */
async function openWindow() {
  const window = await newWindow();
  const [editions, register] = await Promise.all([import('../../src/store/editions.ts'), import('../../src/store/register.ts')]);
  return { ...window, ...editions, ...register };
}
const open = (window: Window) => {
  const { open } = window.useWorkspace.getState();
  if (!open) throw new Error('nothing is open');
  return open;
};
const codes = (outcome: { ok: boolean; problems?: readonly { code: string }[] }) => outcome.problems?.map(({ code }) => code).join();

async function finished(window: Window, count = 2): Promise<string> {
  const id = await begin(window, count);
  for (let i = 0; i < count; i++) answer(window, i, 'no');
  await settled(window);
  return id;
}
async function madeFinal(window: Awaited<ReturnType<typeof openWindow>>, number = '2026/17'): Promise<string> {
  const id = open(window).assessment.id;
  const outcome = await window.finalise({ ...FINAL, number });
  if (!outcome.ok) throw new Error(codes(outcome));
  return id;
}
const exported = async (window: Window, id: string) => JSON.parse((await window.exportAssessment(id)).text) as Assessment;

describe('making it final', () => {
  it('F1 is refused with each open question, and nothing is written', async () => {
    const here = await openWindow();
    await begin(here, 3);
    answer(here, 1, 'no');
    await settled(here);
    const before = await disk(here);
    const outcome = await here.finalise(FINAL);
    expect(outcome.ok ? [] : outcome.problems.map(({ params }) => params.question)).toEqual(['q-0', 'q-2']);
    expect(await disk(here)).toBe(before);
  });

  it('F1 is refused where another window wrote what is not seen here', async () => {
    const here = await openWindow();
    const id = await finished(here);
    const there = await openWindow();
    await there.openAssessment(id);
    // Written straight to the disk, so that no message tells this window of it.
    await here.write(['entries', 'assessments'], (tx) =>
      here.addEntriesIn(tx, id, open(here).history.length, [there.stamp({ kind: 'detail', detail: 'vendor', value: 'Other' })]),
    );
    expect(codes(await here.finalise(FINAL))).toBe('final-changed');
    expect(open(here).state.details.vendor).toBe('Other');
    expect((await here.finalise(FINAL)).ok).toBe(true);
  });

  it('F2 from then on the store refuses everything, says so, and writes nothing', async () => {
    const here = await openWindow();
    await finished(here);
    const id = await madeFinal(here);
    const before = await disk(here);
    expect(here.useWorkspace.getState().saving.kind).toBe('saved');
    answer(here, 0, 'yes');
    expect([said(here, 0), await settled(here)]).toEqual(['no', 'final']);
    expect([here.undo(), here.redo()]).toEqual([null, null]);
    await expect(here.renameAssessment(id, 'Other')).rejects.toMatchObject({ reason: 'final' });
    await expect(here.duplicateAssessment(id, 'Other')).rejects.toMatchObject({ reason: 'final' });
    expect(codes(await here.finalise(FINAL))).toContain('entry-after-final');
    here.close();
    await expect(here.renameAssessment(id, 'Other')).rejects.toMatchObject({ reason: 'final' });
    expect(await disk(here)).toBe(before);
    await here.openAssessment(id);
    expect(here.useWorkspace.getState().saving.kind).toBe('saved');
  });

  it('F2 what another window had not brought to the disk in time is not kept, and it says so', async () => {
    const here = await openWindow();
    const id = await finished(here);
    const there = await openWindow();
    await there.openAssessment(id);
    answer(there, 0, 'yes');
    // `there` waits for a frame before it saves; here is quicker.
    await here.write(['entries', 'assessments'], (tx) =>
      here.addEntriesIn(tx, id, open(here).history.length, [here.stamp({ kind: 'final', ...FINAL })]),
    );
    expect(await settled(there)).toBe('final');
    expect(said(there, 0)).toBe('no');
    // Its id is chance, so nobody who has a redacted variant can try out what is withheld against the hash of all (W4).
    expect((await exported(there, id)).history.at(-1)).toMatchObject({ kind: 'final', id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });
});

describe('a new version', () => {
  it('F3 has its own id and the whole history; the final one stays as it is', async () => {
    const here = await openWindow();
    await finished(here);
    const id = await madeFinal(here);
    const text = (await here.exportAssessment(id)).text;
    const next = await here.beginVersion(id);
    await here.openAssessment(next);
    expect(open(here).history.slice(0, -1)).toEqual(JSON.parse(text).history);
    answer(here, 0, 'yes');
    expect(await settled(here)).toBe('saved');
    here.undo();
    expect([said(here, 0), here.undo()]).toEqual(['no', null]);
    answer(here, 0, 'yes');
    await settled(here);
    expect(await here.versionsAfter(id)).toMatchObject([{ id: next, title: 'First', final: null }]);
    await madeFinal(here, '2026/18');
    expect(await here.versionsAfter(id)).toMatchObject([{ id: next, final: { number: '2026/18' } }]);
    expect((await here.listAssessments()).map(({ final, supersedes }) => [final?.number, supersedes?.assessment])).toEqual(
      expect.arrayContaining([
        ['2026/17', undefined],
        ['2026/18', id],
      ]),
    );
    here.close();
    expect((await here.exportAssessment(id)).text).toBe(text);
  });
});

describe('a bid', () => {
  it('F3 its new version is made under the criteria in force, and joins in its place', async () => {
    const office = await newOffice();
    const id = await sealed(office);
    const bid = await sound(office.startBid(id, place, 'award'));
    await office.openAssessment(bid);
    answer(office, 1, 'no');
    answer(office, 2, 'no');
    await settled(office);
    const { finalise, beginVersion } = await import('../../src/store/editions.ts');
    expect((await finalise(FINAL)).ok).toBe(true);
    await sound(deviate(office, id, criteria({ weights: { two: 5 } })));
    expect((await exported(office, bid)).policy.weights).toBeUndefined();
    const next = await beginVersion(bid);
    const version = await exported(office, next);
    expect(version.policy.weights).toEqual({ two: 5 });
    expect(version.history.at(-1)).toMatchObject({ kind: 'supersedes', assessment: bid });
    await sound(office.removeBid(id, bid, 'A new version takes its place.'));
    expect(await sound(office.joinKept(id, next, place))).toMatchObject({ kind: 'joined', id: next });
    // The file of a version that was made with other documents passes its check.
    await office.purgeAssessment(next);
    expect((await office.importAssessment(fileOf(version))).ok).toBe(true);
  });
});

describe('files', () => {
  it('F2 a final one stays final, and a tampered one is refused with path and reason', async () => {
    const here = await openWindow();
    await finished(here);
    const file = await exported(here, await madeFinal(here));
    here.close();
    await here.purgeAssessment(file.id);
    const taken = await here.importAssessment(fileOf(file));
    expect(taken).toMatchObject({ ok: true, value: { id: file.id, outcome: 'new' } });
    await here.openAssessment(file.id);
    answer(here, 0, 'yes');
    expect([said(here, 0), await settled(here)]).toEqual(['no', 'final']);
    const entry = { ...file.history[1], id: 'entry-put-in' };
    const before = await disk(here);
    const refused = await here.importAssessment(fileOf({ ...file, history: [...file.history, entry] } as Assessment));
    expect(refused.ok ? [] : refused.problems).toMatchObject([{ path: `/history/${file.history.length}`, code: 'entry-after-final' }]);
    expect(await disk(here)).toBe(before);
  });

  it('F2 a final one never comes in under another id; what is here without its end grows by that', async () => {
    const here = await openWindow();
    await finished(here);
    const draft = await exported(here, open(here).assessment.id);
    const file = await exported(here, await madeFinal(here));
    here.close();
    await here.purgeAssessment(file.id);
    await here.importAssessment(fileOf(draft));
    expect(await here.importAssessment(fileOf(file))).toMatchObject({ ok: true, value: { id: file.id, outcome: 'grown', added: 1 } });
    await here.purgeAssessment(file.id);
    await here.importAssessment(fileOf({ ...draft, history: draft.history.slice(0, 1) }));
    await here.renameAssessment(file.id, 'Gone another way');
    const before = await disk(here);
    expect(codes(await here.importAssessment(fileOf(file)))).toBe('final-beside');
    expect(await disk(here)).toBe(before);
  });
});

describe('the register', () => {
  const report = (assessment: string, pdf: string) =>
    ({
      kind: 'full',
      assessment,
      title: 'First',
      number: '2026/17',
      day: '2026-05-01',
      retention: 'Ten',
      disposal: '2036-12-31',
      pdf,
      record: 'r',
    }) as const;

  it('lists each report once, and of one disposed of keeps who, when and the hashes alone', async () => {
    const here = await openWindow();
    await here.changeSettings({ person: 'R. Okafor' });
    await finished(here);
    const id = await madeFinal(here);
    here.close();
    await here.enterReport(report(id, 'one'));
    await here.enterReport(report(id, 'one'));
    await here.enterReport({ ...report(id, 'two'), kind: 'redacted' });
    await here.enterReport({ ...report('another-id', 'three'), title: 'Second' });
    expect((await here.listRegister()).map(({ pdf }) => pdf).sort()).toEqual(['one', 'three', 'two']);
    expect((await here.listRegister())[0]).toMatchObject({ by: 'R. Okafor' });
    expect((await here.dispose({ id: '', assessment: id })).ok).toBe(true);
    const lines = await here.listRegister();
    expect(lines.filter(({ disposed }) => disposed).map((line) => Object.keys(line).sort().join())).toEqual(
      Array(2).fill('disposed,id,pdf,record'),
    );
    expect(lines.find(({ pdf }) => pdf === 'one')?.disposed).toMatchObject({ by: 'R. Okafor' });
    expect(lines.find(({ pdf }) => pdf === 'three')?.disposed).toBeUndefined();
    expect(await here.listAssessments()).toEqual([]);
    expect(await disk(here)).not.toContain('First');
  });

  it('a bid of a procedure is not disposed of', async () => {
    const here = await openWindow();
    const id = await begin(here);
    here.close();
    await here.write(['assessments'], async (tx) => {
      const header = await tx.objectStore('assessments').get(id);
      if (header) await tx.objectStore('assessments').put({ ...header, procedure: 'procedure-1' });
    });
    const before = await disk(here);
    expect(codes(await here.dispose({ id: '', assessment: id }))).toBe('dispose-bid');
    expect(await disk(here)).toBe(before);
  });
});
