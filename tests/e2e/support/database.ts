/** What lies on the disk, read past the app. */
import type { Page } from 'playwright-core';
import { hashOf } from '../../../src/core/canonical.ts';
import type { Assessment } from '../../../src/core/format/assessment.ts';

/** What lies in the database, read by nobody's rules. */
export interface OnDisk {
  /** Of the stored shapes. */
  readonly version: number;
  /** Store and key → value, all as JSON, but for the settings: a name is remembered before what it stands beside. */
  readonly rows: ReadonlyMap<string, string>;
  /** SHA-256 of them. */
  readonly sha256: string;
  /** The assessment whose page is shown, put together as its file is; null where there is none. */
  readonly assessment: Pick<Assessment, 'history'> | null;
}

/** @returns null where there is no database */
export async function onDisk(page: Page): Promise<OnDisk | null> {
  const read = await page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    let isMissing = false;
    const request = indexedDB.open('soundings');
    request.onupgradeneeded = () => {
      // None is made here.
      isMissing = true;
      request.transaction?.abort();
    };
    const db = await result(request).catch((error) => {
      if (isMissing) return null;
      throw error;
    });
    if (!db) return null;
    const names = [...db.objectStoreNames].filter((name) => name !== 'settings');
    const tx = db.transaction(names);
    const stores = await Promise.all(
      names.map(async (name) => {
        const [keys, values] = await Promise.all([result(tx.objectStore(name).getAllKeys()), result(tx.objectStore(name).getAll())]);
        return keys.map((key, i) => [JSON.stringify([name, key]), JSON.stringify(values[i])] as const);
      }),
    );
    db.close();
    return { version: db.version, rows: stores.flat() };
  });
  if (!read) return null;
  const rows = new Map(read.rows);
  return { version: read.version, rows, sha256: hashOf(read.rows), assessment: assessmentIn(rows, idOf(page)) };
}

function assessmentIn(rows: ReadonlyMap<string, string>, id: string): OnDisk['assessment'] {
  const at = (...of: unknown[]) => JSON.parse(rows.get(JSON.stringify(of)) ?? 'null');
  const header = at('assessments', id);
  if (!header) return null;
  const document = (sha256: string) => JSON.parse(at('documents', sha256).text);
  const history: Assessment['history'][number][] = [];
  for (let entry = at('entries', [id, 0]); entry; entry = at('entries', [id, history.length])) history.push(entry);
  return {
    format: 'soundings-assessment/1',
    id,
    created: header.created,
    questionnaire: document(header.questionnaire),
    policy: document(header.policy),
    facts: document(header.facts),
    history,
  } as Assessment;
}

const idOf = (page: Page) => /#\/a\/([^/]+)/.exec(page.url())?.[1] ?? '';
