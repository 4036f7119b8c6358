/** What Chromium keeps a database in: LevelDB, as it does by itself, or SQLite, where the tests are run with `INDEXEDDB=sqlite`. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export const BACKEND = process.env.INDEXEDDB === 'sqlite' ? 'sqlite' : 'leveldb';

/** @returns what the files of a profile's databases are, each kind once */
export async function backendsIn(profile: string): Promise<readonly string[]> {
  const found = new Set<string>();
  const folder = join(profile, 'Default', 'IndexedDB');
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    if (entry.name === 'CURRENT') found.add('leveldb');
    const file = await open(join(entry.parentPath, entry.name));
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    if (buffer.toString('latin1') === 'SQLite format 3\0') found.add('sqlite');
    await file.close();
  }
  return [...found];
}
