/**
 * All that lies in the database, as it lies there, whatever version of the app wrote it: what is left to an app that is older than the
 * data. Nothing is understood and nothing is changed.
 */
import { now } from './identity.ts';
import { idOf } from './own/names.ts';
import { place } from './place.ts';

/** `bytes`: Base64. A key for signing cannot be taken out of the browser and is `null`. */
interface RawExport extends RawDatabase {
  readonly format: 'soundings-raw/1';
  /** By name: the databases of assessments under a passphrase of their own. */
  readonly own?: Readonly<Record<string, RawDatabase>>;
}

interface RawDatabase {
  /** Version of the stored shapes. */
  readonly version: number;
  /** By store: key and value of each record. */
  readonly stores: Readonly<Record<string, readonly (readonly [key: unknown, value: unknown])[]>>;
}

/** @returns a file's name and its text (JSON, `RawExport`). @throws if the database is not there or cannot be read */
export async function exportRaw(): Promise<{ readonly name: string; readonly text: string }> {
  const here = await rawOf(place.name);
  const names = place.own ? [] : ((await indexedDB.databases?.()) ?? []).flatMap(({ name = '' }) => (idOf(name) === null ? [] : name));
  const own = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await rawOf(name)] as const)));
  const raw: RawExport = { format: 'soundings-raw/1', ...here, ...(names.length > 0 && { own }) };
  return { name: `soundings-raw-${now().slice(0, 10)}.json`, text: JSON.stringify(raw, sayable, 1) };
}

async function rawOf(database: string): Promise<RawDatabase> {
  const db = await openAsItIs(database);
  try {
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names, 'readonly');
    const stores = await Promise.all(
      names.map(async (name) => {
        const store = tx.objectStore(name);
        const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
        return [name, keys.map((key, i) => [key, values[i]] as const)] as const;
      }),
    );
    return { version: db.version, stores: Object.fromEntries(stores) };
  } finally {
    db.close();
  }
}

function openAsItIs(database: string): Promise<IDBDatabase> {
  const request = indexedDB.open(database);
  // Where there is none, none is made.
  request.onupgradeneeded = () => request.transaction?.abort();
  return result(request);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function sayable(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) };
  return typeof CryptoKey !== 'undefined' && value instanceof CryptoKey ? null : value;
}
