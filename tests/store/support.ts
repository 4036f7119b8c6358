/** Windows of the app over one database, each with its own copy of the store, as two tabs have. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Assessment } from '../../src/core/format/assessment.ts';
import type { Facts, Policy } from '../../src/core/format/facts.ts';
import type { Question, Questionnaire } from '../../src/core/format/questionnaire.ts';

const channels: BroadcastChannel[] = [];

class OwnChannel extends BroadcastChannel {
  constructor(name: string) {
    super(name);
    channels.push(this);
  }
}

/** Each test begins with an empty disk and no window. */
export function freshDisk(): void {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.stubGlobal('BroadcastChannel', OwnChannel);
  });
  afterEach(() => {
    for (const channel of channels.splice(0)) channel.close();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** Opens another window. */
export async function newWindow() {
  vi.resetModules();
  const [workspace, assessments, list, questionnaires, shipped, settings, database, records, announce] = await Promise.all([
    import('../../src/store/workspace.ts'),
    import('../../src/store/assessments.ts'),
    import('../../src/store/assessmentList.ts'),
    import('../../src/store/questionnaires.ts'),
    import('../../src/store/shipped.ts'),
    import('../../src/store/settings.ts'),
    import('../../src/store/database.ts'),
    import('../../src/store/records.ts'),
    import('../../src/store/announce.ts'),
  ]);
  const readEntries = (id: string, from: number) => database.read(['entries'], (tx) => records.entriesIn(tx, id, from));
  const listAssessments = async () => (await list.listAll())?.filter(({ binned }) => !binned) ?? [];
  const listBin = async () => (await list.listAll())?.filter(({ binned }) => binned) ?? [];
  return {
    ...workspace,
    ...assessments,
    ...list,
    listAssessments,
    listBin,
    ...questionnaires,
    ...shipped,
    ...settings,
    ...database,
    ...records,
    ...announce,
    readEntries,
  };
}
export type Window = Awaited<ReturnType<typeof newWindow>>;

const en = (text: string) => ({ en: text });

function question(id: string): Question {
  return {
    id,
    type: 'single',
    text: en(`Question ${id}?`),
    weight: 1,
    evidence: 'none',
    options: [
      { id: 'yes', text: en('Yes'), risk: 0 },
      { id: 'no', text: en('No'), risk: 100 },
    ],
  };
}

/** A questionnaire of one section with `count` questions, `q-0` and so on, each yes (0) or no (100). */
export function questionnaireOf(count: number, id = 'sample'): Questionnaire {
  return {
    format: 'soundings-questionnaire/1',
    id,
    version: '1.0.0',
    released: '2026-01-01',
    title: en('Sample'),
    purpose: en('For tests.'),
    publisher: 'Tests',
    licence: 'CC0-1.0',
    languages: ['en'],
    bands: [
      { id: 'low', from: 0, name: en('Low') },
      { id: 'high', from: 50, name: en('High') },
    ],
    unansweredAtMost: 0.5,
    grades: [{ id: 'stated', name: en('Stated'), widening: 0.2 }],
    sources: [],
    sections: [
      {
        id: 'one',
        title: en('One'),
        weight: 1,
        pages: [{ id: 'first', title: en('First'), questions: Array.from({ length: count }, (_, i) => question(`q-${i}`)) }],
      },
    ],
    gates: [],
  };
}

export const POLICY: Policy = { format: 'soundings-policy/1', name: 'None', version: '0', countries: [], parameters: {} };
export const FACTS: Facts = { format: 'soundings-jurisdictions/1', version: '2026-01-01', title: en('Facts'), sets: [], laws: [] };

/** Makes an assessment over `count` questions and opens it. */
export async function begin(window: Window, count = 4, title = 'First'): Promise<string> {
  const id = await window.createAssessment({ questionnaire: questionnaireOf(count), policy: POLICY, facts: FACTS, details: { title } });
  await window.openAssessment(id);
  return id;
}

/** Answers question `q-<i>` in the open assessment. */
export function answer(window: Window, i: number, value: 'yes' | 'no'): void {
  window.commit({ kind: 'answer', question: `q-${i}`, answer: { state: 'answered', value } });
}

/** What the open assessment says for `q-<i>`; undefined where it is not answered. */
export function said(window: Window, i: number): unknown {
  const given = window.useWorkspace.getState().open?.state.answers.get(`q-${i}`);
  return given?.state === 'answered' ? given.value : given?.state;
}

/** Waits until saving has come to an end, and says to which. */
export async function settled(window: Window): Promise<string> {
  await vi.waitFor(() => {
    if (window.useWorkspace.getState().saving.kind === 'saving') throw new Error('still saving');
  });
  const { saving } = window.useWorkspace.getState();
  return saving.kind === 'failed' ? saving.reason : saving.kind;
}

/** An assessment as a file. */
export const fileOf = (content: Assessment | string): Blob => new Blob([typeof content === 'string' ? content : JSON.stringify(content)]);

/** All that lies on disk, to see whether anything was touched. */
export function disk(window: Window): Promise<string> {
  const stores = [
    'assessments',
    'entries',
    'documents',
    'questionnaires',
    'settings',
    'procedures',
    'procedureEntries',
    'register',
  ] as const;
  return window.read([...stores], async (tx) => {
    return JSON.stringify(
      await Promise.all(stores.map(async (name) => [name, await tx.objectStore(name).getAllKeys(), await tx.objectStore(name).getAll()])),
    );
  });
}
