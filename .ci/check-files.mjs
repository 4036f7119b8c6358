// @ts-check
/** What no file of the project may carry: where it was made, and where its packages were downloaded from. */
import { projectFiles } from './source.mjs';

/** @typedef {import('./source.mjs').SourceFile} SourceFile */

/** Folders of one machine, not preceded by a host name. */
const MACHINE_PATH = /(?<![\w.:/-])\/(?:work|farm|root|tmp|home|Users)\/[\w.-]+|\b[A-Z]:\\Users\\\w+/;
/** Hosts of package registries; a mirror would tie the project to its network. */
const REGISTRY = /\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b|\bnpm\.pkg\.|\/\/(?:nexus|artifactory|verdaccio)[.:/]/;

/** @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked */

/**
 * A lock file made where a registry lacks a package for some platform leaves it out, and `npm ci` then fails everywhere.
 * @param {string} text of package-lock.json
 * @returns {string[]} packages that the lock file names and does not hold
 */
function missingFrom(text) {
  /** @type {Record<string, Locked>} */
  const packages = JSON.parse(text).packages;
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) => {
    const holders = [...path.matchAll(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+/g)].map((part) =>
      path.slice(0, part.index + part[0].length),
    );
    const found = (/** @type {string} */ name) =>
      ['', ...holders].some((holder) => `${holder === '' ? '' : `${holder}/`}node_modules/${name}` in packages);
    return Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !found(name))
      .map((name) => `package-lock.json: ${path || 'the project'} needs ${name}, which is not locked`);
  });
}

/**
 * @param {readonly SourceFile[]} files
 * @returns {{ checked: Record<string, number>, problems: string[] }}
 */
export function checkFiles(files) {
  /** @type {string[]} */
  const problems = [];
  let lines = 0;
  for (const { path, text } of files) {
    if (text.includes('\0')) continue;
    if (path === 'package-lock.json') problems.push(...missingFrom(text));
    text.split('\n').forEach((line, i) => {
      lines += 1;
      const machine = MACHINE_PATH.exec(line);
      if (machine) problems.push(`${path}:${i + 1}: a path of one machine: ${machine[0]}`);
      const registry = REGISTRY.exec(line);
      if (registry) problems.push(`${path}:${i + 1}: a host of a package registry: ${registry[0]}`);
      if (path === 'package-lock.json' && line.includes('"resolved"')) problems.push(`${path}:${i + 1}: a download address`);
    });
  }
  return { checked: { files: files.length, lines }, problems };
}

/** @returns {ReturnType<typeof checkFiles>} of the project itself */
export function checkProjectFiles() {
  return checkFiles(projectFiles(() => true));
}
