/** What lies on the disk of a browser. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Files of the profile's database and private files in which a word stands, as bytes or as UTF-16. */
export async function filesWith(profile: string, word: string): Promise<readonly string[]> {
  const found: string[] = [];
  let read = 0;
  for (const folder of ['IndexedDB', 'File System', 'Local Storage', 'Session Storage']) {
    for (const entry of await readdir(join(profile, 'Default', folder), { recursive: true, withFileTypes: true }).catch(() => [])) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
      read += 1;
      if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) found.push(`${folder}/${entry.name}`);
    }
  }
  expect(read).toBeGreaterThan(3);
  return found;
}
