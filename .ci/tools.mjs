// @ts-check
/** Programs from outside npm: the Chromium that tests drive, and the judges of a PDF and of a workbook. Found, or installed where that is allowed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Programs that judge a PDF or a workbook, or make the keys it is signed with, and the Debian package of each. */
export const JUDGES = Object.freeze({
  openssl: 'openssl',
  qpdf: 'qpdf',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdfsig: 'poppler-utils',
  mutool: 'mupdf-tools',
  soffice: 'libreoffice-calc',
});

/**
 * @param {string} program
 * @returns {string | undefined} where it is on the PATH
 */
export function onPath(program) {
  const ends = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ends.map((end) => join(folder, program + end)))
    .find((file) => existsSync(file));
}

/** @returns {string | undefined} a Chromium, Chrome or Edge that starts */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return [...usual(), ...downloadedByPlaywright()].find((file) => existsSync(file) && starts(file));
}

/** @returns {string[]} */
function usual() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const found = names.map(onPath).filter((file) => file !== undefined);
  if (process.platform === 'darwin') {
    return [...found, ...['Chromium', 'Google Chrome', 'Microsoft Edge'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)];
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return [...found, ...folders.flatMap((folder) => programs.map((program) => join(folder, program)))];
  }
  return found;
}

/** @returns {string[]} */
function downloadedByPlaywright() {
  const cache = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  };
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    cache[/** @type {'darwin' | 'win32'} */ (process.platform)] ??
    join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) return [];
  const programs = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
  ];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse()
    .flatMap((name) => programs.map((parts) => join(folder, name, ...parts)));
}

/**
 * A name on the PATH may be an empty shell that asks for a snap. Chrome on Windows opens a window when asked for its version.
 * @param {string} file
 */
function starts(file) {
  if (process.platform === 'win32') return true;
  return /\d+\.\d+/.test(spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout ?? '');
}

/**
 * Installs Debian packages where that is allowed without a question: as root, or by a sudo that asks nothing.
 * @param {readonly string[]} packages
 * @param {{ lean: boolean }} [how] `lean`: without what is only recommended beside them (an office suite for a spreadsheet)
 * @returns {boolean} whether it was tried and went well
 */
export function installPackages(packages, { lean } = { lean: false }) {
  if (packages.length === 0 || !onPath('apt-get')) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const may = asRoot.length === 0 || (onPath('sudo') !== undefined && spawnSync('sudo', ['-n', 'true']).status === 0);
  if (!may) return false;
  process.stderr.write(`Installing ${packages.join(', ')} (apt-get) …\n`);
  const apt = (/** @type {readonly string[]} */ ...args) => {
    const [program = 'apt-get', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 2] }).status === 0;
  };
  // Lists of an hour ago do; where they cannot be fetched, what is known may still be enough.
  apt('update');
  return apt('install', '-y', ...(lean ? ['--no-install-recommends'] : []), ...packages);
}

/** @returns {string} what to do where no Chromium is to be had */
export function chromiumMissing() {
  return [
    'The browser tests need Chromium, and none was found or could be installed here.',
    'Install it (Debian, Ubuntu: "apt-get install chromium"; Fedora: "dnf install chromium"; macOS: "brew install --cask chromium"; or Google Chrome),',
    'or name one: CHROMIUM_PATH=… npm test',
  ].join('\n');
}
