// @ts-check
/** Tells the service worker which files a built app consists of, each with its SHA-256. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const WORKER = 'sw.js';
const PAGE = 'index.html';
const LIST = /^const FILES = .*$/m;
const VERSION = /^const VERSION = .*$/m;

/** @param {string | Buffer} content */
const sha256 = (content) => createHash('sha256').update(content).digest();

/**
 * Writes the list into the worker of a built folder; again where the folder was changed.
 * @param {string} folder
 * @returns {string} what this version is known by
 */
export function listFiles(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => path !== WORKER)
    .sort();
  const files = Object.fromEntries(
    paths.map((path) => [path === PAGE ? '' : path, `sha256-${sha256(readFileSync(join(folder, path))).toString('base64')}`]),
  );
  const version = sha256(JSON.stringify(files)).toString('hex').slice(0, 16);
  const file = join(folder, WORKER);
  const text = readFileSync(file, 'utf8');
  if (!LIST.test(text) || !VERSION.test(text)) throw new Error(`${WORKER} has no place for its list`);
  writeFileSync(
    file,
    text.replace(LIST, () => `const FILES = ${JSON.stringify(files)};`).replace(VERSION, `const VERSION = '${version}';`),
  );
  return version;
}

/**
 * Lists the files once all are written.
 * @returns {import('vite').Plugin}
 */
export function offline() {
  return {
    name: 'offline',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (dir && existsSync(join(dir, WORKER))) listFiles(dir);
      },
    },
  };
}
