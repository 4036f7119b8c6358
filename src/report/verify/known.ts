const HASH = /(?<![0-9a-f])(?:[0-9a-f]{64}|(?:[0-9a-f]{2}:){31}[0-9a-f]{2}|(?:[0-9a-f]{4}\s+){15}[0-9a-f]{4})(?![0-9a-f])/gi;

/**
 * Every SHA-256 in a text, in lower-case hex: a register, what `sha256sum` prints, a line a hash, fingerprints of keys with colons
 * or in the groups in which we print them.
 * Null where there is none: that is no list.
 */
export function knownHashes(text: string): ReadonlySet<string> | null {
  const found = new Set([...text.matchAll(HASH)].map(([hash]) => hash.replaceAll(/[:\s]/g, '').toLowerCase()));
  return found.size > 0 ? found : null;
}
