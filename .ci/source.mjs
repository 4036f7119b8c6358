// @ts-check
/** Source files as trees, for the checks that read code. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/** @typedef {{ path: string, text: string }} SourceFile path below the project's folder, with `/` */
/** @typedef {{ type: string, start: number } & Record<string, any>} Node of an ESTree, with TypeScript's own */

/**
 * @param {(path: string) => boolean} wanted
 * @returns {SourceFile[]} the project's files, tracked or about to be
 */
export function projectFiles(wanted) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  return listed
    .split('\0')
    .filter((path) => path !== '' && wanted(path) && existsSync(join(ROOT, path)))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** @param {string} path */
export function isCode(path) {
  return /^src\/.*\.tsx?$/.test(path);
}

/**
 * Every node of a file's tree.
 * @param {SourceFile} file
 * @returns {Promise<Node[]>}
 */
export async function nodesOf({ path, text }) {
  const { parseSync } = await import('vite');
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  /** @type {Node[]} */
  const nodes = [];
  const visit = (/** @type {unknown} */ value) => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value) nodes.push(/** @type {Node} */ (value));
    Object.values(value).forEach(visit);
  };
  visit(program);
  return nodes;
}

/**
 * @param {SourceFile} file
 * @param {Node} node
 * @returns {string} "path:line", for a message
 */
export function placeOf({ path, text }, node) {
  return `${path}:${text.slice(0, node.start).split('\n').length}`;
}
