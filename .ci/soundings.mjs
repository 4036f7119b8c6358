// @ts-check
/**
 * `npm run -s soundings -- …`: the terminal's door. Bundles it when a source is newer than the bundle, then runs it with the
 * arguments. Only the program itself writes to stdout; its exit code is this command's.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, ensureInstalled, ROOT } from './setup.mjs';

/** What the bundle is made of. */
const SOURCES = ['src', 'questionnaires', 'package-lock.json', 'vite.config.ts'];

ensureInstalled();
await import(pathToFileURL(join(await bundle(), 'main.js')).href);

/**
 * A bundle is made beside its place and moved there whole, named by the newest source: several commands may start at once.
 * @returns {Promise<string>} its folder
 */
async function bundle() {
  // Below the project's folder, where the packages it imports are found.
  const folder = join(CACHE, 'cli');
  const place = join(folder, String(Math.max(...SOURCES.map((name) => newest(join(ROOT, name))))));
  if (existsSync(place)) return place;
  mkdirSync(folder, { recursive: true });
  const older = readdirSync(folder);
  const made = mkdtempSync(join(folder, 'making-'));
  const { build } = await import('vite');
  await build({
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: 'src/cli/main.ts',
      outDir: made,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
  try {
    renameSync(made, place);
  } catch (error) {
    // Another command was quicker; what it made is the same.
    rmSync(made, { recursive: true });
    if (!existsSync(place)) throw error;
  }
  for (const name of older.filter((name) => !name.startsWith('making-'))) rmSync(join(folder, name), { recursive: true, force: true });
  return place;
}

/**
 * @param {string} path
 * @returns {number} when it, or anything in it, was last written, in ms
 */
function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
