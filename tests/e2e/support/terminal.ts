/** The app from a terminal, as `npm run -s soundings -- …` starts it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../../.ci/setup.mjs';

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function soundings(...args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(ROOT, '.ci', 'soundings.mjs'), ...args],
      { cwd: ROOT, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        done({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
      },
    );
  });
}
