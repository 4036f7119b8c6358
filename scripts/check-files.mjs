// @ts-check
/** What no file of the project may carry: where it was made, and where its packages were downloaded from. */
import { projectFiles } from './source.mjs';

/** @typedef {import('./source.mjs').SourceFile} SourceFile */

/** Folders of one machine, not preceded by a host name. */
const MACHINE_PATH = /(?<![\w.:/-])\/(?:work|farm|root|tmp|home|Users)\/[\w.-]+|\b[A-Z]:\\Users\\\w+/;
/** Hosts of package registries; a mirror would tie the project to its network. */
const REGISTRY = /\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b|\bnpm\.pkg\.|\/\/(?:nexus|artifactory|verdaccio)[.:/]/;

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
