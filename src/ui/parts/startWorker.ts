import copy from '../../store/copy/copy.worker.ts?worker&url';
import compare from '../compare/compare.worker.ts?worker&url';
import verify from '../verify/verify.worker.ts?worker&url';

/** The page's content policy knows this name, and no other may vouch for a script. */
const POLICY = 'soundings-worker';
/** The workers there are, all from where the app itself came from. */
const ADDRESSES = { compare, copy, verify } as const;
/** What keeps the app's own files, beside the page that loads it. */
const OFFLINE = './sw.js';

interface Vouching {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { readonly createScriptURL: (url: string) => string };
}

let vouched: ReturnType<Vouching['createPolicy']> | undefined;

/** Null where a server's own policy forbids it. */
export function startWorker(name: keyof typeof ADDRESSES): Worker | null {
  try {
    return new Worker(vouchFor(ADDRESSES[name]), { type: 'module' });
  } catch {
    return null;
  }
}

/** Address of the service worker, as a page under this policy may use it. Null where a server's own policy forbids it. */
export function vouchForOffline(): string | null {
  try {
    return vouchFor(OFFLINE);
  } catch {
    return null;
  }
}

/** @throws where a server's own policy knows no such name */
function vouchFor(address: string): string {
  const { trustedTypes } = window as { readonly trustedTypes?: Vouching };
  // A policy of one name is made once. Where browsers know no trusted types, an address is as good.
  vouched ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: onlyOurs });
  return vouched ? vouched.createScriptURL(address) : address;
}

/** @throws TypeError for any address but those of the workers: a programmer's error */
function onlyOurs(url: string): string {
  if (url !== OFFLINE && !Object.values(ADDRESSES).includes(url)) throw new TypeError(`not a worker: ${url}`);
  return url;
}
