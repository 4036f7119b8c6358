/** Programs that judge a PDF from outside. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { JUDGES, onPath } from '../../../.ci/tools.mjs';

/**
 * Asks a judge.
 * @returns what it wrote; `undefined` where it is not installed, which on a user's machine leaves that part of a test out
 * @throws with its words where it objects, and where it is missing although `CI` is set
 */
export async function judge(program: keyof typeof JUDGES, args: readonly string[]): Promise<string | undefined> {
  if (!onPath(program)) {
    if (process.env.CI) throw new Error(`${program} (package ${JUDGES[program]}) must be installed here`);
    console.warn(`left out: ${program} is not installed, so it does not judge the PDF`);
    return undefined;
  }
  const { stdout, stderr } = await promisify(execFile)(program, [...args], { maxBuffer: 2 ** 28 });
  return stdout + stderr;
}
