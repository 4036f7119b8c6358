// @ts-check
/** What the registry has against the packages that are shipped. A mirror or a machine without a network often gives no answer: that is said, and is no verdict. */
import { spawnSync } from 'node:child_process';

/** @typedef {{ kind: 'nothing' | 'against' | 'unanswered', said: string }} Answer */

/** What is asked of npm, and how its answer is read. */
const QUESTIONS = [
  { what: 'known advisories', args: ['audit', '--omit=dev', '--json'], read: advisoriesIn },
  { what: "the registry's signatures", args: ['audit', 'signatures', '--json'], read: signaturesIn },
];

/**
 * @param {string} root of the project
 * @returns {readonly (Answer & { what: string })[]}
 */
export function askRegistry(root) {
  return QUESTIONS.map(({ what, args, read }) => {
    const { stdout } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32' });
    return { what, ...read(stdout ?? '') };
  });
}

/**
 * @param {string} text what `npm audit --json` says
 * @returns {Answer}
 */
export function advisoriesIn(text) {
  const { vulnerabilities, message } = parsed(text);
  if (!vulnerabilities) return unanswered(message);
  const named = Object.entries(vulnerabilities).map(([name, { severity }]) => `${name} (${severity})`);
  return named.length > 0 ? { kind: 'against', said: named.join(', ') } : { kind: 'nothing', said: 'none' };
}

/**
 * @param {string} text what `npm audit signatures --json` says
 * @returns {Answer}
 */
export function signaturesIn(text) {
  const { invalid, missing, error } = parsed(text);
  if (!invalid || !missing) return unanswered(error?.summary);
  const named = [...invalid, ...missing].map(({ name, version }) => `${name} ${version}`);
  return named.length > 0 ? { kind: 'against', said: named.join(', ') } : { kind: 'nothing', said: 'each is there and right' };
}

/** @param {unknown} why @returns {Answer} */
const unanswered = (why) => ({ kind: 'unanswered', said: `not answered by the registry in use here (${why ?? 'npm said nothing'})` });

/** @param {string} text @returns {Record<string, any>} */
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
