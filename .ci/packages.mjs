// @ts-check
/** What the app is made of, read from the lock file and the packages that are installed: a bill of materials (CycloneDX) and the licences. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version: string, license?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, integrity?: string, dependencies?: Record<string, string> }} Locked */
/** @typedef {{ path: string, name: string, version: string, licence: string, isShipped: boolean, integrity: string }} Package */

/** Comes with the fonts that the report sets, although it is needed only while the app is built. */
const BUILT_IN = /^@expo-google-fonts\//;

/**
 * @param {string} root of the project
 * @returns {readonly Package[]} every package of the lock file, by its place; `isShipped` where it, or a part, may be in what is
 *   handed out: not what is needed for building alone, and not jsPDF's optional packages, which the build leaves out
 */
export function packagesOf(root) {
  /** @type {Record<string, Locked>} */
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked)
    .filter(([path]) => path !== '')
    .map(([path, { version, license, dev, devOptional, optional, integrity = '' }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        path,
        name,
        version,
        licence: (license ?? declared(root, path)).replace(/^\((.*)\)$/, '$1'),
        isShipped: BUILT_IN.test(name) || !(dev || devOptional || optional),
        integrity,
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** @param {string} root @param {string} path */
function declared(root, path) {
  const file = join(root, path, 'package.json');
  return existsSync(file) ? String(JSON.parse(readFileSync(file, 'utf8')).license ?? '') : '';
}

/**
 * A CycloneDX 1.6 document, the same for the same lock file: no time and no chance in it.
 * @param {{ name: string, version: string, license: string }} project
 * @param {readonly Package[]} packages
 */
export function billOfMaterials({ name, version, license }, packages) {
  const seed = createHash('sha256')
    .update(JSON.stringify([name, version, packages]))
    .digest('hex');
  const purl = (/** @type {string} */ of, /** @type {string} */ at) => `pkg:npm/${of.replace('@', '%40')}@${at}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${seed.slice(0, 8)}-${seed.slice(8, 12)}-8${seed.slice(13, 16)}-8${seed.slice(17, 20)}-${seed.slice(20, 32)}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': purl(name, version),
        name,
        version,
        licenses: [{ license: { id: license } }],
        purl: purl(name, version),
      },
    },
    components: packages.map((one) => ({
      type: 'library',
      'bom-ref': `${purl(one.name, one.version)}#${one.path}`,
      name: one.name,
      version: one.version,
      scope: one.isShipped ? 'required' : 'excluded',
      ...(one.licence && { licenses: [/ (?:OR|AND) /.test(one.licence) ? { expression: one.licence } : { license: { id: one.licence } }] }),
      purl: purl(one.name, one.version),
      ...(one.integrity.startsWith('sha512-') && {
        hashes: [{ alg: 'SHA-512', content: Buffer.from(one.integrity.slice('sha512-'.length), 'base64').toString('hex') }],
      }),
    })),
  };
}

/**
 * @param {string} root
 * @param {readonly Package[]} packages
 * @returns {string} a paragraph for each package that is shipped, with the text of its licence where it brings one
 */
export function licences(root, packages) {
  const shipped = packages.filter((one) => one.isShipped);
  const list = shipped.map(({ name, version, licence }) => `${name} ${version}: ${licence}`).join('\n');
  const texts = shipped.map(({ path, name, version, licence }) => {
    const folder = join(root, path);
    const found = existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => /^(?:licen[cs]e|copying|notice|ofl)/i.test(file))
          .sort()
      : [];
    const text = found.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
    return `${'='.repeat(78)}\n${name} ${version} (${licence})\n${'='.repeat(78)}\n\n${text || 'It brings no text of its licence.'}\n`;
  });
  return `Packages that Soundings is made of, and their licences\n\n${list}\n\n${texts.join('\n')}`;
}
