// @ts-check
/**
 * What every command of the project does first: see that Node is new enough and that the packages of the lock file are
 * there. Runs before anything is installed, so it imports from Node alone; so does every script at its top.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the project. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** What commands leave for each other; never tracked. */
export const CACHE = join(ROOT, '.cache');

/**
 * Ends the command with a sentence that says what is wrong and what to do.
 * @param {string} sentence
 * @param {number} [code]
 * @returns {never}
 */
export function stop(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/**
 * @param {string} version such as "20.19.0"
 * @returns {boolean} whether the project runs on this Node: 20.19 or newer
 */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** Makes sure that everything the commands need is installed; says so on stderr, so that stdout stays the command's own. */
export function ensureInstalled() {
  if (!nodeIsNewEnough(process.versions.node)) {
    stop(
      `Soundings needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
    );
  }
  if (isInstalled(ROOT)) return;
  process.stderr.write('Installing packages (npm ci) …\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev'];
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) stop('The packages could not be installed: npm ci failed, its own words are above. Is the network there?');
}

/**
 * @param {string} root
 * @returns {boolean} whether every package that the lock file asks for on each machine is installed at its version
 */
export function isInstalled(root) {
  const written = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(written)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(written);
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    return path === '' || optional || devOptional || there[path]?.version === version;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Runs a program to its end, its output going where this command's goes.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} [env] added to the environment
 * @returns {number} its exit code
 */
export function run(program, args, env = {}) {
  return spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

/**
 * @param {string} path of a program's script below node_modules
 * @returns {string}
 */
export function installed(path) {
  return join(ROOT, 'node_modules', path);
}

/**
 * @param {string} url the `import.meta.url` of a script
 * @returns {boolean} whether that script is the one Node was started with
 */
export function isMain(url) {
  return process.argv[1] !== undefined && url === pathToFileURL(process.argv[1]).href;
}
