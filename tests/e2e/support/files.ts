/** Files that a test writes or that the app hands out, in a folder of its own that goes when the test ends. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';

const folders = new Set<string>();

afterEach(async () => {
  await Promise.all([...folders].map((folder) => rm(folder, { recursive: true, force: true })));
  folders.clear();
});

/** @returns path of a new, empty folder */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'soundings-files-'));
  folders.add(folder);
  return folder;
}

/** @returns path of a new file with this name and text */
export async function newFile(name: string, text: string): Promise<string> {
  const file = join(await newFolder(), name);
  await writeFile(file, text);
  return file;
}

/** Does what makes the app hand out a file; how long that takes is for the benchmarks to say. @returns its path, under the name that the app gave it */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), act()]);
  const file = join(await newFolder(), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}
