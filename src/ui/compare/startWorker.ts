import address from './compare.worker.ts?worker&url';

/** The page's content policy knows this name, and no other may vouch for a script. */
const POLICY = 'soundings-worker';

interface Vouching {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { readonly createScriptURL: (url: string) => string };
}

let vouched: ReturnType<Vouching['createPolicy']> | undefined;

/** The one worker there is, from where the app itself came from. Null where a server's own policy forbids it. */
export function startWorker(): Worker | null {
  const { trustedTypes } = window as { readonly trustedTypes?: Vouching };
  // A policy of one name is made once. Where browsers know no trusted types, an address is as good.
  try {
    vouched ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: onlyOurs });
    return new Worker(vouched ? vouched.createScriptURL(address) : address, { type: 'module' });
  } catch {
    return null;
  }
}

/** @throws TypeError for any address but the worker's: a programmer's error */
function onlyOurs(url: string): string {
  if (url !== address) throw new TypeError(`not the worker: ${url}`);
  return url;
}
