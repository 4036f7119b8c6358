/** What the app is made of: exact versions, no scripts at installation, a reason and a licence for each package, the policy in every server's words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { advisoriesIn, signaturesIn } from '../../.ci/advisories.mjs';
import { hostingFiles } from '../../.ci/hosting.mjs';
import { billOfMaterials, licences, packagesOf } from '../../.ci/packages.mjs';
import { SECURITY_HEADERS } from '../../.ci/security.mjs';
import { ROOT } from '../../.ci/setup.mjs';

const text = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const project = JSON.parse(text('package.json'));
const packages = packagesOf(ROOT);
/** What may be shipped with an app under Apache-2.0. */
const FREE = [
  'MIT',
  'ISC',
  'BSD-3-Clause',
  'BSD-2-Clause',
  'Apache-2.0',
  '0BSD',
  'OFL-1.1',
  'MIT AND Zlib',
  'MIT AND OFL-1.1',
  'Unlicense',
  'BlueOak-1.0.0',
];

test('versions are exact and a week old, and nothing runs at installation', () => {
  const direct = Object.entries({ ...project.dependencies, ...project.devDependencies });
  expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  expect(text('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  expect(text('.npmrc')).toMatch(/^save-exact=true$/m);
  // What was put into a package and found out within days was not installed.
  expect(Number(/^min-release-age=(\d+)$/m.exec(text('.npmrc'))?.[1])).toBeGreaterThanOrEqual(7);
  expect(packages.filter(({ integrity }) => integrity === '').map(({ path }) => path)).toEqual([]);
  console.log(`supply: ${Object.keys(project.dependencies).length} direct runtime packages, ${packages.length} in the lock file`);
});

test('the lock file names no address, each package has its SHA-512, and nothing that is shipped has a script of installation', () => {
  const locked = Object.entries(JSON.parse(text('package-lock.json')).packages as Record<string, Record<string, unknown>>).slice(1);
  const those = (is: (one: Record<string, unknown>) => boolean) => locked.filter(([, one]) => is(one)).map(([path]) => path);
  expect(those((one) => 'resolved' in one || 'link' in one)).toEqual([]);
  expect(those(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(String(integrity)))).toEqual([]);
  // An optional package of jsPDF, which the build leaves out.
  expect(those(({ hasInstallScript }) => hasInstallScript === true)).toEqual(['node_modules/core-js']);
  expect(packages.find(({ name }) => name === 'core-js')?.isShipped).toBe(false);
});

test.each([
  ['an advisory', advisoriesIn, { vulnerabilities: { jspdf: { severity: 'high' } } }, 'against', 'jspdf (high)'],
  ['no advisory', advisoriesIn, { vulnerabilities: {} }, 'nothing', 'none'],
  ['a mirror that does not answer', advisoriesIn, { message: '405', statusCode: 405 }, 'unanswered', '405'],
  ['a wrong signature', signaturesIn, { invalid: [{ name: 'idb', version: '8.0.4' }], missing: [] }, 'against', 'idb 8.0.4'],
  ['a missing one', signaturesIn, { invalid: [], missing: [{ name: 'idb', version: '8.0.4' }] }, 'against', 'idb 8.0.4'],
  ['all signatures', signaturesIn, { invalid: [], missing: [] }, 'nothing', 'each'],
  ['no network', signaturesIn, { error: { code: 'ENOTFOUND', summary: 'failed' } }, 'unanswered', 'failed'],
])('what the registry says before a release: %s', (_, read, said, kind, words) => {
  const answer = read(JSON.stringify(said));
  expect([answer.kind, answer.said]).toEqual([kind, expect.stringContaining(words)]);
  expect(read('').kind).toBe('unanswered');
});

test('each direct runtime package has its reason', () => {
  const reasons = text('ARCHITECTURE.md');
  const covers = (name: string) => {
    const [scope, rest = ''] = name.split('/');
    return reasons.includes(name) || new RegExp(`${scope}/[\\w-]*[*{]`).test(reasons) || (rest !== '' && reasons.includes(`/${rest}`));
  };
  expect(Object.keys(project.dependencies).filter((name) => !covers(name))).toEqual([]);
});

test('the bill of materials holds every package of the lock file, the same each time; what is shipped may be', () => {
  const bill = billOfMaterials(project, packages);
  expect(bill.components).toHaveLength(packages.length);
  expect(JSON.stringify(billOfMaterials(project, packagesOf(ROOT)))).toBe(JSON.stringify(bill));
  const shipped = packages.filter(({ isShipped }) => isShipped);
  expect(shipped.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...Object.keys(project.dependencies), '@expo-google-fonts/source-sans-3']),
  );
  expect(shipped.filter(({ licence }) => !FREE.includes(licence)).map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  const list = licences(ROOT, packages);
  for (const { name, version } of shipped) expect(list).toContain(`${name} ${version}`);
});

test('every server is told the same policy as our own sends, and nothing else', () => {
  const wanted = Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name} ${value}`);
  /** How each writes a header. */
  const written: Readonly<Record<string, RegExp>> = {
    'nginx.conf': /^ *add_header (\S+) "(.*)" always;$/gm,
    'apache.htaccess': /^ *Header always set (\S+) "(.*)"$/gm,
    Caddyfile: /^ {8}(\S+) "(.*)"$/gm,
    _headers: /^ {2}(\S+): (.*)$/gm,
  };
  const files = hostingFiles();
  expect(Object.keys(files).sort()).toEqual(Object.keys(written).sort());
  for (const [name, line] of Object.entries(written)) {
    const said = [...(files[name] ?? '').matchAll(line)]
      .map(([, header, value]) => `${header} ${value}`)
      .filter((one) => !one.startsWith('cache-control'));
    // nginx says all of them in both of its places.
    expect([...new Set(said)], name).toEqual(wanted);
    expect(said.length % wanted.length, name).toBe(0);
  }
});
