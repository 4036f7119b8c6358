// @ts-check
/** Source modules of the project for its own scripts: Node 20 reads no TypeScript by itself. */
import { resolve } from 'node:path';
import { ROOT } from './setup.mjs';

/**
 * @param {string} path of a module below the project's folder, such as `src/core/canonical.ts`
 * @returns {Promise<Record<string, unknown>>} what it exports
 */
export async function loadSource(path) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(resolve(ROOT, path), { root: ROOT, configFile: false, logLevel: 'error' });
  return /** @type {Record<string, unknown>} */ (module);
}
