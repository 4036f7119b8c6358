import compare from '../compare/compare.worker.ts?worker&url';
import verify from '../verify/verify.worker.ts?worker&url';

/** The page's content policy knows this name, and no other may vouch for a script. */
const POLICY = 'soundings-worker';
/** The workers there are, all from where the app itself came from. */
const ADDRESSES = { compare, verify } as const;

interface Vouching {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { readonly createScriptURL: (url: string) => string };
}

let vouched: ReturnType<Vouching['createPolicy']> | undefined;

/** Null where a server's own policy forbids it. */
export function startWorker(name: keyof typeof ADDRESSES): Worker | null {
  const address = ADDRESSES[name];
  const { trustedTypes } = window as { readonly trustedTypes?: Vouching };
  // A policy of one name is made once. Where browsers know no trusted types, an address is as good.
  try {
    vouched ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: onlyOurs });
    return new Worker(vouched ? vouched.createScriptURL(address) : address, { type: 'module' });
  } catch {
    return null;
  }
}

/** @throws TypeError for any address but those of the workers: a programmer's error */
function onlyOurs(url: string): string {
  if (!Object.values(ADDRESSES).includes(url)) throw new TypeError(`not a worker: ${url}`);
  return url;
}
