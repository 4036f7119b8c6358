import { describe, expect, it, vi } from 'vitest';
import type { Assessment } from '../../src/core/format/assessment.ts';
import { parseAssessment } from '../../src/core/parse.ts';
import {
  answer,
  begin,
  disk,
  FACTS,
  fileOf,
  freshDisk,
  newWindow,
  POLICY,
  questionnaireOf,
  said,
  settled,
  type Window,
} from './support.ts';

freshDisk();

const titles = async (window: Window) => (await window.listAssessments()).map((one) => one.details.title);
const exported = async (window: Window, id: string): Promise<Assessment> => JSON.parse((await window.exportAssessment(id)).text);
const taken = async (window: Window, file: Blob) => {
  const outcome = await window.importAssessment(file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};

describe('assessments side by side', () => {
  it('are listed, last changed first, with what they come to', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-01T10:00:00Z') });
    const here = await newWindow();
    const id = await begin(here, 2, 'One');
    vi.setSystemTime(Date.parse('2026-03-01T11:00:00Z'));
    await begin(here, 2, 'Two');
    expect(await titles(here)).toEqual(['Two', 'One']);
    vi.setSystemTime(Date.parse('2026-03-01T12:00:00Z'));
    await here.openAssessment(id);
    answer(here, 0, 'no');
    answer(here, 1, 'no');
    await settled(here);
    const [first] = await here.listAssessments();
    expect(first).toMatchObject({
      id,
      created: '2026-03-01T10:00:00.000Z',
      changed: '2026-03-01T12:00:00.000Z',
      details: { title: 'One' },
      questionnaire: { key: 'sample@1.0.0', title: { en: 'Sample' } },
      result: { headline: { kind: 'band', band: 'high' }, coverage: 1, overall: { low: 100, high: 100 } },
    });
  });

  it('are told a few more each time, until nobody wants more; what did not change is not worked out again', async () => {
    const here = await newWindow();
    const ids: string[] = [];
    for (let i = 0; i < 11; i++) ids.push(await begin(here, 2, `No. ${i}`));
    const told: (readonly [number, number])[] = [];
    const all = await here.listAll((soFar, count) => told.push([soFar.length, count]) < 99);
    expect(told.length).toBeGreaterThan(2);
    expect(told.map(([soFar]) => soFar)).toEqual(told.map(([soFar]) => soFar).toSorted((a, b) => a - b));
    expect(told.at(-1)).toEqual([11, 11]);
    expect(told.every(([, count]) => count === 11)).toBe(true);
    expect(all?.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());

    const [changed = '', other = ''] = ids;
    await here.renameAssessment(changed, 'Renamed');
    await here.binAssessment(other);
    const again = await here.listAll();
    for (const before of all ?? []) {
      const after = again?.find(({ id }) => id === before.id);
      expect(after === before, before.details.title).toBe(before.id !== changed && before.id !== other);
    }
    expect(again?.[0]).toMatchObject({ id: changed, details: { title: 'Renamed' } });
    expect(again?.find(({ id }) => id === other)?.binned).toBeDefined();
    await here.purgeAssessment(other);
    expect(await here.listAll()).toHaveLength(10);

    const elsewhere = await newWindow();
    expect(await elsewhere.listAll(() => false)).toBeNull();
  });

  it('a duplicate is independent of what it was made from', async () => {
    const here = await newWindow();
    const id = await begin(here);
    answer(here, 0, 'no');
    await settled(here);
    const copy = await here.duplicateAssessment(id, 'Copy');
    await here.openAssessment(copy);
    expect(said(here, 0)).toBe('no');
    answer(here, 0, 'yes');
    await settled(here);
    await here.openAssessment(id);
    expect(said(here, 0)).toBe('no');
    expect((await titles(here)).toSorted()).toEqual(['Copy', 'First']);
    expect((await exported(here, copy)).history).toHaveLength(4);
    expect((await exported(here, id)).history).toHaveLength(2);
  });

  it('a new name is one more line of the history, whether it is open or not, and other windows see it', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const there = await newWindow();
    await there.renameAssessment(id, 'Closed');
    await vi.waitFor(() => expect(here.useWorkspace.getState().open?.state.details.title).toBe('Closed'));
    await here.renameAssessment(id, 'Open');
    await settled(here);
    expect(await titles(there)).toEqual(['Open']);
    expect((await here.readEntries(id, 0)).map((entry) => entry.kind === 'detail' && entry.value)).toEqual(['First', 'Closed', 'Open']);
  });

  it('the bin keeps everything and gives it back; deleting for good takes its own documents only', async () => {
    const here = await newWindow();
    const one = await begin(here, 2);
    const two = await begin(here, 2);
    const three = await begin(here, 3);
    const changed = vi.fn();
    here.onChange(changed);
    await here.binAssessment(one);
    expect((await here.listBin()).map(({ id }) => id)).toEqual([one]);
    expect((await here.listAssessments()).map(({ id }) => id).toSorted()).toEqual([two, three].toSorted());
    await here.restoreAssessment(one);
    expect(await here.listBin()).toEqual([]);
    await here.purgeAssessment(one);
    await here.purgeAssessment(three);
    expect(await here.listAssessments()).toMatchObject([{ id: two, details: { title: 'First' } }]);
    expect(await here.openAssessment(one)).toBe(false);
    expect(await here.read(['documents'], (tx) => tx.objectStore('documents').count())).toBe(3);
    expect(changed).toHaveBeenCalledTimes(4);
    await expect(here.binAssessment(one)).rejects.toMatchObject({ reason: 'removed' });
  });

  it('share the documents they were made with', async () => {
    const here = await newWindow();
    await begin(here, 2);
    await begin(here, 2);
    expect(await here.read(['documents'], (tx) => tx.objectStore('documents').count())).toBe(3);
  });
});

describe('files', () => {
  it('out, in, out: the same text, on the same and on another machine', async () => {
    const here = await newWindow();
    const id = await begin(here, 3, 'Port of Ghent / lot 2');
    answer(here, 0, 'no');
    here.commit({ kind: 'answer', question: 'q-1', answer: { state: 'unknown', note: 'Asked twice – “no reply”' } });
    here.undo();
    await settled(here);
    const first = await here.exportAssessment(id);
    expect(first.name).toBe('port-of-ghent-lot-2.json');
    expect(first.text.endsWith('}\n')).toBe(true);
    expect(parseAssessment(first.text)).toMatchObject({ ok: true });
    expect(await taken(here, fileOf(first.text))).toEqual({ id, outcome: 'known', added: 0 });
    vi.stubGlobal('indexedDB', new IDBFactory());
    const elsewhere = await newWindow();
    expect(await taken(elsewhere, fileOf(first.text))).toEqual({ id, outcome: 'new', added: 4 });
    expect(await elsewhere.exportAssessment(id)).toEqual(first);
  });

  it('key order and spacing of a file make no difference to what goes out again', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const { text } = await here.exportAssessment(id);
    await here.purgeAssessment(id);
    here.close();
    const backwards = Object.fromEntries(Object.entries(JSON.parse(text)).toReversed());
    await taken(here, fileOf(JSON.stringify(backwards)));
    expect((await here.exportAssessment(id)).text).toBe(text);
  });

  it('a file with later entries brings them in, into the open assessment too', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const file = await exported(here, id);
    const later = here.stamp({ kind: 'answer', question: 'q-0', answer: { state: 'answered', value: 'no' } });
    expect(await taken(here, fileOf({ ...file, history: [...file.history, later] }))).toEqual({ id, outcome: 'grown', added: 1 });
    expect(said(here, 0)).toBe('no');
  });

  it('a file with the beginning alone adds nothing, and takes it out of the bin', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const file = await exported(here, id);
    answer(here, 0, 'no');
    await settled(here);
    await here.binAssessment(id);
    expect(await taken(here, fileOf(file))).toEqual({ id, outcome: 'known', added: 0 });
    expect(await here.listBin()).toEqual([]);
    expect(await here.readEntries(id, 0)).toHaveLength(2);
  });

  it.each([
    ['another history', (file: Assessment) => ({ ...file, history: file.history.map((entry) => ({ ...entry, by: 'Somebody else' })) })],
    ['another policy', (file: Assessment) => ({ ...file, policy: { ...POLICY, name: 'Another' } })],
  ])('%s under an id that is here: both are kept', async (_, change) => {
    const here = await newWindow();
    const id = await begin(here);
    const file = await exported(here, id);
    const imported = await taken(here, fileOf(change(file)));
    expect(imported).toMatchObject({ outcome: 'copy', added: 1 });
    expect(imported.id).not.toBe(id);
    expect(await exported(here, id)).toEqual(file);
    expect(await exported(here, imported.id)).toEqual({ ...change(file), id: imported.id });
  });

  it.each([
    ['no JSON', () => '{"format":', ''],
    ['another format', () => JSON.stringify(POLICY), '/format'],
    ['an unknown key', (file: Assessment) => JSON.stringify({ ...file, extra: 1 }), '/extra'],
    [
      'an answer that the question does not have',
      (file: Assessment) =>
        JSON.stringify({
          ...file,
          history: [
            ...file.history,
            {
              id: '12345678',
              at: '2026-01-01T00:00:00.000Z',
              by: '',
              kind: 'answer',
              question: 'q-0',
              answer: { state: 'answered', value: 'maybe' },
            },
          ],
        }),
      '/history/1/answer/value',
    ],
  ])('refused with %s: place given, and nothing here is touched', async (_, textOf, path) => {
    const here = await newWindow();
    const id = await begin(here);
    const before = await disk(here);
    const outcome = await here.importAssessment(fileOf(textOf(await exported(here, id))));
    expect(outcome).toMatchObject({ ok: false, problems: [{ path, severity: 'error' }] });
    expect(await disk(here)).toBe(before);
  });

  it('refused: larger than the limit, or no UTF-8, before anything reads it', async () => {
    const here = await newWindow();
    const large = Object.defineProperty(new Blob(['{}']), 'size', { value: 20_000_001 });
    expect(await here.importAssessment(large)).toMatchObject({
      ok: false,
      problems: [{ code: 'file-too-large', params: { limit: 20, found: 21 } }],
    });
    expect(await here.importAssessment(new Blob([new Uint8Array([0x7b, 0xff])]))).toMatchObject({
      ok: false,
      problems: [{ code: 'not-utf8' }],
    });
  });

  it('a disk that is full: the file is refused whole', async () => {
    const here = await newWindow();
    const id = await begin(here);
    const file = fileOf({ ...(await exported(here, id)), id: 'another-one' });
    const before = await disk(here);
    const plain = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'entries') throw new DOMException('full', 'QuotaExceededError');
      return plain.apply(this, args);
    });
    await expect(here.importAssessment(file)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(await disk(here)).toBe(before);
  });
});

describe('a person’s own questionnaires', () => {
  const own = questionnaireOf(2, 'own');

  it('come in, are listed, load, and go', async () => {
    const here = await newWindow();
    expect(await here.addQuestionnaire(fileOf(JSON.stringify(own)))).toMatchObject({
      ok: true,
      value: { key: 'own@1.0.0', title: { en: 'Sample' } },
    });
    expect(await here.addQuestionnaire(fileOf(JSON.stringify(own)))).toMatchObject({ ok: true });
    expect(await here.listQuestionnaires()).toEqual([{ key: 'own@1.0.0', id: 'own', version: '1.0.0', title: { en: 'Sample' } }]);
    const loaded = await here.loadQuestionnaire('own@1.0.0');
    expect(loaded).toEqual(own);
    const id = await here.createAssessment({ questionnaire: own, policy: POLICY, facts: FACTS, details: {} });
    await here.removeQuestionnaire('own@1.0.0');
    expect(await here.listQuestionnaires()).toEqual([]);
    expect(await here.loadQuestionnaire('own@1.0.0')).toBeNull();
    expect((await exported(here, id)).questionnaire).toEqual(own);
  });

  it('the released text itself is taken for what it is, and not put beside the one that comes with the app', async () => {
    const here = await newWindow();
    const shipped = await here.loadShipped('logistics-platform@1.0.0');
    const key = 'logistics-platform@1.0.0';
    expect(await here.addQuestionnaire(fileOf(JSON.stringify(shipped)))).toMatchObject({ ok: true, value: { key } });
    expect(await here.listQuestionnaires()).toEqual([]);
  });

  it('another text under a version that is here, or that comes with the app, is refused', async () => {
    const here = await newWindow();
    await here.addQuestionnaire(fileOf(JSON.stringify(own)));
    const before = await disk(here);
    for (const other of [{ ...own, licence: 'Another' }, questionnaireOf(2, 'logistics-platform')]) {
      expect(await here.addQuestionnaire(fileOf(JSON.stringify(other)))).toMatchObject({
        ok: false,
        problems: [{ code: 'questionnaire-version-taken', path: '/version' }],
      });
    }
    expect(await here.addQuestionnaire(fileOf(JSON.stringify({ ...own, sections: [] })))).toMatchObject({
      ok: false,
      problems: [{ path: '/sections' }, { code: 'shape-first' }],
    });
    expect(await disk(here)).toBe(before);
  });
});

describe('settings', () => {
  it('hold at once, and after the app was closed', async () => {
    const here = await newWindow();
    await here.changeSettings({ person: 'M. Haddad', theme: 'dark' });
    expect(here.useSettings.getState()).toEqual({ person: 'M. Haddad', language: '', theme: 'dark' });
    const later = await newWindow();
    expect(later.useSettings.getState().person).toBe('');
    await later.loadSettings();
    expect(later.useSettings.getState()).toEqual({ person: 'M. Haddad', language: '', theme: 'dark' });
  });
});
