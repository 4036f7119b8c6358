const HASH = /(?<![0-9a-f])(?:[0-9a-f]{64}|(?:[0-9a-f]{2}:){31}[0-9a-f]{2})(?![0-9a-f])/gi;

/**
 * Every SHA-256 in a text, in lower-case hex: a register, what `sha256sum` prints, a line a hash, fingerprints of keys with colons.
 * Null where there is none: that is no list.
 */
export function knownHashes(text: string): ReadonlySet<string> | null {
  const found = new Set([...text.matchAll(HASH)].map(([hash]) => hash.replaceAll(':', '').toLowerCase()));
  return found.size > 0 ? found : null;
}
