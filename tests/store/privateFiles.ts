/** An origin's private file system in memory, and a worker that keeps the second copy in it: as a browser has them, and with faults. */
import { vi } from 'vitest';
import type { Answered, Asked } from '../../src/store/copy/task.ts';

/** The n-th call of the browser that is made from now on fails, or hangs; or nothing works from then on (`out`), as where the power fails. */
export interface Fault {
  readonly at: number;
  readonly kind: 'error' | 'hang' | 'out';
}

/** A worker that blocks says nothing more, whatever it is asked. */
class Blocked extends Error {}

/** Counts calls, and makes one of them fail. */
export class Calls {
  /** Ciphers and the like at work: they take time that no clock here knows of. */
  static busy = 0;
  count = 0;
  fault: Fault | null = null;
  /** What failed. */
  hit = '';

  /** Ends the counting, and with it the faults. */
  quiet(): void {
    this.fault = null;
  }

  private isHit(name: string): boolean {
    this.count += 1;
    const { at, kind } = this.fault ?? { at: Number.POSITIVE_INFINITY, kind: 'error' };
    if (kind === 'out' ? this.count < at : this.count !== at) return false;
    this.hit = name;
    return true;
  }

  /** Of a call that answers at once. */
  direct(name: string): void {
    if (!this.isHit(name)) return;
    // What blocks the page itself is no fault of the storage.
    if (this.fault?.kind === 'hang' && name !== 'transaction') throw new Blocked();
    if (this.fault?.kind === 'hang') return;
    throw new DOMException('injected', 'UnknownError');
  }

  /** Of a call that answers later. */
  async later(name: string): Promise<void> {
    if (!this.isHit(name)) return;
    if (this.fault?.kind === 'hang') await new Promise(() => undefined);
    throw new DOMException('injected', 'UnknownError');
  }

  /** What waits for an answer is not committed, however long that takes. */
  private holdOpen(store: IDBObjectStore, fault: Fault): void {
    if (store.transaction.mode !== 'readwrite') return;
    const hold = () => {
      if (this.fault === fault) store.count().onsuccess = hold;
      else store.transaction.abort();
    };
    hold();
  }

  /** Of a request to IndexedDB: a store's transaction fails with it, as on a broken disk; one that hangs never answers. */
  request(name: string, of: unknown, make: () => unknown): unknown {
    if (!this.isHit(name)) return make();
    if (this.fault?.kind === 'hang') {
      if (name === 'open') return new IDBOpenDBRequest();
      this.holdOpen(of as IDBObjectStore, this.fault);
      return new IDBRequest();
    }
    if (name === 'open') throw new DOMException('injected', 'UnknownError');
    const request = make();
    const { transaction } = of as { transaction: { _abort(name: string): void } };
    setImmediate(() => {
      try {
        transaction._abort('UnknownError');
      } catch {
        // It was undone before.
      }
    });
    return request;
  }
}

const METHODS = {
  IDBFactory: ['open'],
  IDBDatabase: ['transaction'],
  IDBObjectStore: ['add', 'put', 'get', 'getKey', 'getAll', 'getAllKeys', 'count', 'delete'],
} as const;

/** Puts the counter in front of IndexedDB and of the ciphers. */
export function countCalls(calls: Calls): void {
  for (const method of ['encrypt', 'decrypt', 'sign'] as const) {
    const original = crypto.subtle[method] as (...args: unknown[]) => Promise<never>;
    vi.spyOn(crypto.subtle, method).mockImplementation(async (...args: unknown[]) => {
      await calls.later(method);
      Calls.busy += 1;
      try {
        return await original.apply(crypto.subtle, args);
      } finally {
        Calls.busy -= 1;
      }
    });
  }
  for (const method of ['importKey', 'deriveKey', 'deriveBits', 'digest'] as const) {
    const original = crypto.subtle[method] as (...args: unknown[]) => Promise<never>;
    vi.spyOn(crypto.subtle, method).mockImplementation((...args: unknown[]) => {
      Calls.busy += 1;
      return original.apply(crypto.subtle, args).finally(() => {
        Calls.busy -= 1;
      });
    });
  }
  const globals = globalThis as unknown as Record<string, { prototype: Record<string, (...args: unknown[]) => unknown> }>;
  for (const [name, methods] of Object.entries(METHODS)) {
    for (const method of methods) {
      const { prototype } = globals[name] ?? { prototype: {} };
      const original = prototype[method];
      if (!original) throw new Error(`there is no ${name}.${method}`);
      vi.spyOn(prototype, method).mockImplementation(function (this: unknown, ...args) {
        const make = () => original.apply(this, args);
        if (method !== 'transaction') return calls.request(method, this, make);
        // The database calls it as well, while it is upgraded.
        if (args[1] !== 'versionchange') calls.direct(method);
        return make();
      });
    }
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The folder whose files go by their own names alone. */
const MAIN = 'soundings';

/** Files by name, as they are on the disk; those of another folder with that before. */
export class PrivateFiles {
  readonly files = new Map<string, Bytes>();
  private readonly folders = new Set<string>();
  private readonly locked = new Set<string>();
  private readonly calls: Calls;
  constructor(calls: Calls) {
    this.calls = calls;
  }

  /** How often the browser was started; what ran before is gone. */
  starts = 0;

  /** What a worker that was ended held is free again. `isOver`: all of the browser was ended. */
  release(isOver = true): void {
    if (isOver) this.starts += 1;
    this.locked.clear();
  }

  texts(): readonly string[] {
    return [...this.files.values()].map((bytes) => new TextDecoder().decode(bytes));
  }

  root() {
    return {
      keys: async function* (this: PrivateFiles) {
        yield* this.folders;
      }.bind(this),
      getDirectoryHandle: async (name: string) => {
        await this.calls.later('getDirectoryHandle');
        this.folders.add(name);
        return this.folder(name === MAIN ? '' : `${name}/`);
      },
      removeEntry: async (name: string) => {
        await this.calls.later('removeEntry');
        if (!this.folders.delete(name)) throw new DOMException('no such folder', 'NotFoundError');
        for (const file of [...this.files.keys()])
          if (name === MAIN ? !file.includes('/') : file.startsWith(`${name}/`)) this.files.delete(file);
      },
    };
  }

  private folder(path: string) {
    return {
      getFileHandle: async (own: string, { create = false } = {}) => {
        await this.calls.later('getFileHandle');
        const name = path + own;
        if (!this.files.has(name) && !create) throw new DOMException('no such file', 'NotFoundError');
        if (!this.files.has(name)) this.files.set(name, new Uint8Array());
        return { getFile: () => this.file(name), createSyncAccessHandle: () => this.handle(name) };
      },
    };
  }

  private async file(name: string) {
    await this.calls.later('getFile');
    return { text: async () => new TextDecoder().decode(this.files.get(name)) };
  }

  private async handle(name: string) {
    await this.calls.later('createSyncAccessHandle');
    if (this.locked.has(name)) throw new DOMException('in use', 'NoModificationAllowedError');
    this.locked.add(name);
    const bytes = () => this.files.get(name) ?? new Uint8Array();
    return {
      getSize: () => bytes().length,
      read: (into: Bytes, { at }: { at: number }) => {
        this.calls.direct('read');
        const part = bytes().subarray(Math.max(0, at), at + into.length);
        into.set(part);
        return part.length;
      },
      write: (part: Bytes, { at }: { at: number }) => {
        this.calls.direct('write');
        const whole = new Uint8Array(Math.max(bytes().length, at + part.length));
        whole.set(bytes());
        whole.set(part, at);
        this.files.set(name, whole);
        return part.length;
      },
      truncate: (size: number) => {
        this.calls.direct('truncate');
        this.files.set(name, bytes().slice(0, size));
      },
      flush: () => this.calls.direct('flush'),
      close: () => this.locked.delete(name),
    };
  }
}

/** Puts the private files and the locks of a browser there. */
export function givePrivateFiles(calls: Calls): PrivateFiles {
  const files = new PrivateFiles(calls);
  const turns = new Map<string, { holders: number; turn: Promise<unknown> }>();
  type Work = (lock: unknown) => Promise<unknown>;
  const locks = {
    request: (name: string, ...[given, last]: [Work] | [{ ifAvailable?: boolean }, Work]) => {
      const [options, work] = typeof given === 'function' ? [{}, given] : [given, last as Work];
      const here = turns.get(name) ?? { holders: 0, turn: Promise.resolve() };
      turns.set(name, here);
      if (options.ifAvailable && here.holders > 0) return work(null);
      here.holders += 1;
      const done = here.turn.then(() => work({ name }));
      here.turn = done
        .catch(() => undefined)
        .then(() => {
          here.holders -= 1;
        });
      return done;
    },
  };
  const storage = {
    getDirectory: async () => {
      await calls.later('getDirectory');
      return files.root();
    },
  };
  // A worker that was ended gives its locks back.
  const release = files.release.bind(files);
  files.release = (isOver) => {
    release(isOver);
    turns.clear();
  };
  vi.stubGlobal('navigator', { storage, locks });
  return files;
}

/** What a worker is made of. */
async function modulesOf() {
  vi.resetModules();
  const [{ perform }, { setSession }, { place }] = await Promise.all([
    import('../../src/store/copy/keeper.ts'),
    import('../../src/store/lock/session.ts'),
    import('../../src/store/place.ts'),
    import('../../src/store/copy/restore.ts'),
    import('../../src/store/lock/seam.ts'),
  ]);
  return { perform, setSession, place };
}

/** Starts workers that keep the second copy, with modules of their own for each of so many stores, as a browser does. */
export async function workersOf(files: PrivateFiles, stores = 1): Promise<() => Worker> {
  const free: Awaited<ReturnType<typeof modulesOf>>[] = [];
  for (let i = 0; i < stores; i += 1) free.push(await modulesOf());
  const taken = new Map<string, (typeof free)[number]>();
  const modulesFor = (store: string) => {
    const found = taken.get(store) ?? free.shift();
    if (!found) throw new Error('more stores than were said');
    taken.set(store, found);
    return found;
  };
  return () => {
    let ended = false;
    const born = files.starts;
    let turn: Promise<void> = Promise.resolve();
    const worker = {
      onmessage: null as ((event: { data: Answered }) => void) | null,
      onerror: null,
      postMessage: (data: Asked) => {
        const { id, task, session, store } = structuredClone(data);
        turn = turn
          .then(async () => {
            // What was asked of it before the end is done by nobody after that.
            if (files.starts !== born) await new Promise(() => undefined);
            const { perform, setSession, place } = modulesFor(store.name);
            setSession(session);
            Object.assign(place, store);
            // What it loads later comes from where the newest window has it, with the lock that is open there.
            Calls.busy += 1;
            const newest = await import('../../src/store/lock/session.ts');
            Calls.busy -= 1;
            if (files.starts !== born) await new Promise(() => undefined);
            const before = newest.session();
            if (session) newest.setSession(session);
            try {
              return await perform(task);
            } finally {
              if (newest.session() === session) newest.setSession(before);
            }
          })
          // What blocks says nothing more.
          .catch((error) => (error instanceof Blocked ? new Promise<null>(() => undefined) : null))
          .then((standing) => {
            if (!ended) worker.onmessage?.({ data: structuredClone({ id, standing }) });
          });
      },
      terminate: () => {
        ended = true;
        files.release(false);
      },
    };
    return worker as unknown as Worker;
  };
}

/** Lets time pass, on a clock that stands still by itself, until this is done, and no longer than that. */
export async function passing<T>(work: Promise<T>, limit = 60_000): Promise<T> {
  let passed = 0;
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  void work.then(done, done);
  for (let waited = 0; !isDone; waited += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (waited < 60 || waited % 5 > 0 || Calls.busy > 0) continue;
    await vi.advanceTimersByTimeAsync(250);
    passed += 250;
    if (passed > limit) throw new Error(`no word within ${limit} ms`);
  }
  return work;
}
