/** Ends a browser as a loss of power would. */
import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** No page is told. */
export async function kill(context: BrowserContext, profile: string): Promise<void> {
  const pid = Number((await readlink(join(profile, 'SingletonLock'))).split('-').at(-1));
  const gone = new Promise((done) => context.once('close', done));
  process.kill(pid, 'SIGKILL');
  await gone;
}
