// @ts-check
/** veraPDF, the judge of PDF/A and PDF/UA: Java runs it, Maven fetches it, and its hash is that of the file we know. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './setup.mjs';
import { installPackages, onPath } from './tools.mjs';

const VERSION = '1.28.2';
const SHA256 = '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6';
const FOLDER = join(CACHE, 'verapdf');
const JAR = join(FOLDER, `greenfield-apps-${VERSION}.jar`);

/** What it needs, and the Debian package of each. */
const NEEDED = Object.freeze({ java: 'default-jre-headless', mvn: 'maven' });

/** @returns {{ jar: string } | { missing: string }} where it is, or in words why it cannot be had */
export function verapdf() {
  const missing = () => Object.entries(NEEDED).filter(([program]) => !onPath(program));
  if (missing().length > 0)
    installPackages(
      missing().map(([, name]) => name),
      { lean: true },
    );
  const still = missing().map(([program]) => program);
  if (still.length > 0) return { missing: `${still.join(' and ')} not found: install a Java runtime of version 11 or newer, and Maven.` };
  if (!isOurs()) fetch();
  return isOurs() ? { jar: JAR } : { missing: `Maven brought no org.verapdf.apps:greenfield-apps:${VERSION} with the SHA-256 ${SHA256}.` };
}

function fetch() {
  process.stderr.write(`Fetching veraPDF ${VERSION} (Maven) …\n`);
  mkdirSync(FOLDER, { recursive: true });
  rmSync(JAR, { force: true });
  const artifact = `org.verapdf.apps:greenfield-apps:${VERSION}`;
  const options = { stdio: /** @type {const} */ (['ignore', 2, 2]), cwd: FOLDER, shell: process.platform === 'win32' };
  spawnSync('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, '-DoutputDirectory=.'], options);
}

const isOurs = () => existsSync(JAR) && createHash('sha256').update(readFileSync(JAR)).digest('hex') === SHA256;
