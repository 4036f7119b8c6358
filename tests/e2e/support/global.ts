/** Before the browser tests: the app as it is built for users, served as users get it, and a browser to open it in. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { serve } from '../../../.ci/serve.mjs';
import { CACHE, ROOT } from '../../../.ci/setup.mjs';
import { chromiumMissing, findChromium } from '../../../.ci/tools.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the app is served, with a slash at the end. */
    address: string;
    /** Why there is no app to open; empty where there is one. */
    broken: string;
    /** Path of the Chromium to drive. */
    chromium: string;
    /** Where the built app lies. */
    folder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error(chromiumMissing());
  // Vitest says NODE_ENV=test, which would build React's development version.
  process.env.NODE_ENV = 'production';
  // A folder of its own: two runs at once would take each other's files away.
  await mkdir(CACHE, { recursive: true });
  const outDir = await mkdtemp(join(CACHE, 'app-'));
  // An error here would end the whole run, tests that need no browser included; so each browser test reports it.
  const broken = await build({ root: ROOT, mode: 'production', logLevel: 'warn', build: { outDir, emptyOutDir: true } }).then(
    () => '',
    (error: unknown) => `the app could not be built: ${error instanceof Error ? error.message : error}`,
  );
  project.provide('broken', broken);
  project.provide('chromium', chromium);
  project.provide('folder', outDir);
  const server = await serve(outDir, 0);
  project.provide('address', server.address);
  return async () => {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
}
