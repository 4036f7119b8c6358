/** Everything in one file, and back. */
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { answer, begin, disk, fileOf, freshDisk, newWindow, questionnaireOf, settled } from './support.ts';

freshDisk();

/** A window with an assessment, one in the bin, a procedure with bids, an own questionnaire, a line of the register, and a name. */
async function furnished() {
  const window = await newWindow();
  const [backup, procedures, register] = await Promise.all([
    import('../../src/store/backup.ts'),
    import('../../src/store/exampleProcedure.ts'),
    import('../../src/store/register.ts'),
  ]);
  await window.changeSettings({ person: 'R. Okafor', theme: 'dark' });
  await window.addQuestionnaire(fileOf(JSON.stringify(questionnaireOf(3, 'own'))));
  await window.binAssessment(await begin(window, 4, 'Away'));
  await procedures.openExampleProcedure();
  const id = await begin(window, 4, 'Kept');
  answer(window, 0, 'no');
  await settled(window);
  const sha256 = 'a'.repeat(64);
  const line = { pdf: sha256, record: sha256, kind: 'draft', assessment: id, title: '', number: '', day: '', retention: '', disposal: '' };
  await register.enterReport(line as Parameters<typeof register.enterReport>[0]);
  return { window, id, ...backup };
}

async function elsewhere() {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const window = await newWindow();
  return { window, ...(await import('../../src/store/backup.ts')) };
}

const sorted = (text: string) =>
  (JSON.parse(text) as [string, unknown[], unknown[]][]).map(([store, keys, values]) => [
    store,
    new Map(keys.map((key, i) => [JSON.stringify(key), values[i]])),
  ]);

describe('a backup', () => {
  it('brings another browser to the same state, and a second time changes nothing', async () => {
    const here = await furnished();
    const before = await disk(here.window);
    const { name, text } = await here.exportBackup();
    expect(name).toMatch(/^soundings-backup-\d{4}-\d\d-\d\d\.json$/);
    const there = await elsewhere();
    const restored = await there.restoreBackup(fileOf(text));
    expect(restored).toMatchObject({ ok: true, value: { procedures: 1 } });
    const after = await disk(there.window);
    // Documents come back with their keys in order; what they say is the same.
    const values = (state: string) => sorted(state).filter(([store]) => store !== 'documents');
    expect(values(after)).toEqual(values(before));
    expect(await there.restoreBackup(fileOf(text))).toMatchObject({ ok: true, value: { added: 0 } });
    expect(await disk(there.window)).toBe(after);
  }, 20_000);

  it('adds to what is here and takes nothing away', async () => {
    const { window, id, exportBackup, restoreBackup } = await furnished();
    const { text } = await exportBackup();
    answer(window, 1, 'yes');
    await settled(window);
    const later = await begin(window, 4, 'Later');
    const before = await disk(window);
    expect(await restoreBackup(fileOf(text))).toMatchObject({ ok: true, value: { added: 0 } });
    expect(await disk(window)).toBe(before);
    expect((await window.listAssessments()).map((one) => one.id)).toEqual(expect.arrayContaining([id, later]));
  });

  it('what went another way here refuses all of it, with place and reason', async () => {
    const { window, exportBackup, restoreBackup } = await furnished();
    const { text } = await exportBackup();
    const backup = JSON.parse(text);
    const place = backup.assessments.findIndex(({ history }: { history: { value?: string }[] }) => history[0]?.value === 'Kept');
    backup.assessments[place].history.at(-1).at = '2026-01-01T00:00:00.000Z';
    const before = await disk(window);
    expect(await restoreBackup(fileOf(JSON.stringify(backup)))).toMatchObject({
      ok: false,
      problems: [{ path: `/assessments/${place}`, code: 'backup-gone-another-way' }],
    });
    expect(await disk(window)).toBe(before);
  });

  it.each<[string, (backup: { readonly assessments: readonly unknown[] }) => unknown, string]>([
    ['cut off', () => '{"format":"soundings-backup/1"', ''],
    ['of another kind', (backup) => ({ ...backup, format: 'soundings-assessment/1' }), '/format'],
    ['without a document', (backup) => ({ ...backup, documents: [] }), '/questionnaires/0'],
    [
      'with an assessment twice',
      (backup) => ({ ...backup, assessments: [backup.assessments[0], backup.assessments[0]] }),
      '/assessments/1/id',
    ],
    ['with something else in it', (backup) => ({ ...backup, extra: 1 }), '/extra'],
    [
      'with an answer to no question',
      (backup) => {
        const [first, ...rest] = structuredClone(backup.assessments) as [{ history: object[] }];
        first.history.push({
          id: 'x'.repeat(8),
          at: '2026-01-01T00:00:00.000Z',
          by: '',
          kind: 'answer',
          question: 'nowhere',
          answer: null,
        });
        return { ...backup, assessments: [first, ...rest] };
      },
      '/assessments/0/history/',
    ],
  ])('%s is refused whole', async (_, change, path) => {
    const { exportBackup } = await furnished();
    const changed = change(JSON.parse((await exportBackup()).text));
    const there = await elsewhere();
    const before = await disk(there.window);
    const outcome = await there.restoreBackup(fileOf(typeof changed === 'string' ? changed : JSON.stringify(changed)));
    expect(outcome.ok).toBe(false);
    expect(outcome.ok ? '' : outcome.problems[0]?.path).toContain(path);
    expect(await disk(there.window)).toBe(before);
  });

  it('holds no key', async () => {
    const { window, exportBackup } = await furnished();
    await window.write(['keys'], (tx) =>
      tx.objectStore('keys').put({ fingerprint: 'f00d', certificate: new Uint8Array([1]), key: {} as CryptoKey }),
    );
    expect((await exportBackup()).text).not.toContain('f00d');
  });
});
