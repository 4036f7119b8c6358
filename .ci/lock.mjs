// @ts-check
/**
 * `npm run lock`: writes the hash of each released file into `questionnaires/lock.json`, by name and version. What stands
 * there is never changed: a report names the hash it was made with, and must find the same file in ten years.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSource } from './load.mjs';
import { ensureInstalled, isMain, ROOT, stop } from './setup.mjs';

/** Folders of `questionnaires/` that hold no released files. */
const NOT_RELEASED = ['schema', 'examples'];

/**
 * @param {string} root
 * @returns {Map<string, string>} name@version → path, of every released file: `questionnaires/NAME/VERSION.json`
 */
export function releasedFiles(root) {
  const folder = join(root, 'questionnaires');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !NOT_RELEASED.includes(entry.name));
  return new Map(
    names.flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => /** @type {const} */ ([`${name}@${file.slice(0, -'.json'.length)}`, join(folder, name, file)])),
    ),
  );
}

/**
 * @param {string} root
 * @returns {Record<string, string>} name@version → SHA-256 of the canonical form
 */
export function readLock(root) {
  const file = join(root, 'questionnaires', 'lock.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * @param {Readonly<Record<string, string>>} lock what is locked
 * @param {ReadonlyMap<string, string>} hashes name@version → hash of the file as it is now
 * @returns {{ lock: Record<string, string>, added: string[], changed: string[], gone: string[] }} the lock with what was missing;
 *   `changed` and `gone` name entries that the files contradict
 */
export function updateLock(lock, hashes) {
  const added = [...hashes.keys()].filter((name) => !(name in lock));
  return {
    lock: Object.fromEntries(
      [...Object.entries(lock), ...added.map((name) => [name, hashes.get(name) ?? ''])].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ),
    added,
    changed: [...hashes].filter(([name, hash]) => name in lock && lock[name] !== hash).map(([name]) => name),
    gone: Object.keys(lock).filter((name) => !hashes.has(name)),
  };
}

if (isMain(import.meta.url)) {
  ensureInstalled();
  const { hashOf } = /** @type {{ hashOf: (value: unknown) => string }} */ (await loadSource('src/core/canonical.ts'));
  const hashes = new Map([...releasedFiles(ROOT)].map(([name, file]) => [name, hashOf(JSON.parse(readFileSync(file, 'utf8')))]));
  const { lock, added, changed, gone } = updateLock(readLock(ROOT), hashes);
  if (changed.length > 0)
    stop(`Released files do not change: ${changed.join(', ')}. Take the change back, or release it under a new version.`);
  if (gone.length > 0) stop(`Released files stay: ${gone.join(', ')} stands in the lock, and its file is not there.`);
  writeFileSync(join(ROOT, 'questionnaires', 'lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`${hashes.size} released files, ${added.length} newly locked${added.length > 0 ? `: ${added.join(', ')}` : ''}\n`);
}
