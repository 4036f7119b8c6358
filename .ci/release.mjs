// @ts-check
/**
 * `npm run release`: a folder that runs from any web server of a network, `release/soundings-VERSION/`. What is committed is built twice, each in
 * a folder of its own; the two must be the same to the byte, so that anybody can build it again and compare. Prints the hash to be published.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askRegistry } from './advisories.mjs';
import { checkBuilt, citedIn, filesBelow } from './check-built.mjs';
import { hostingFiles, NOT_FOUND } from './hosting.mjs';
import { billOfMaterials, licences, packagesOf } from './packages.mjs';
import { CACHE, ensureInstalled, ROOT, stop } from './setup.mjs';

ensureInstalled();
const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const folder = join(ROOT, 'release', `soundings-${project.version}`);
const app = join(folder, 'app');

mkdirSync(CACHE, { recursive: true });
/** @type {string[]} */
const copies = [];
process.on('exit', () => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});
const [first, second] = [built(), built()];
const [one, other] = [hashes(first), hashes(second)];
if (one !== other) stop(`Two builds differ, so nobody could check a release:\n${firstDifference(one, other)}`);
process.stdout.write(`Two builds, the same ${one.trim().split('\n').length} files to the byte.\n`);

const { checked, problems } = checkBuilt(first, cited());
if (problems.length > 0) stop(`The built app holds what it may not:\n${problems.join('\n')}`);
process.stdout.write(
  `Looked through ${checked.files} files: no text that runs as code, no way out; ${checked.addresses} addresses, all cited sources or names.\n`,
);

const answers = askRegistry(ROOT);
for (const { what, said } of answers) process.stdout.write(`Packages, ${what}: ${said}\n`);
if (answers.some(({ kind }) => kind === 'against'))
  stop('A release is not made of packages that something is known against. Take newer ones.');

rmSync(folder, { recursive: true, force: true });
cpSync(first, app, { recursive: true });
const packages = packagesOf(ROOT);
const hosting = hostingFiles();
for (const [name, text] of Object.entries(hosting)) put(join('hosting', name), text);
// Where servers look for them by themselves.
put(join('app', '_headers'), hosting._headers ?? '');
put(join('app', '404.html'), NOT_FOUND);
put(join('app', '.htaccess'), hosting['apache.htaccess'] ?? '');
put('sbom.cdx.json', `${JSON.stringify(billOfMaterials(project, packages), null, 2)}\n`);
put('LICENCES.txt', licences(ROOT, packages));
put('LICENSE', readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
put('HOSTING.md', HOSTING());
put('SHA256SUMS', hashes(folder));
process.stdout.write(
  `${folder}\n${packages.filter(({ isShipped }) => isShipped).length} packages shipped, ${packages.length} in all (sbom.cdx.json)\n` +
    `SHA-256 of SHA256SUMS, to be published: ${sha256(readFileSync(join(folder, 'SHA256SUMS')))}\n`,
);

/** @returns {string} folder of a new build of what is committed, in a copy of its own */
function built() {
  const copy = mkdtempSync(join(CACHE, 'release-'));
  copies.push(copy);
  const archive = spawnSync('git', ['archive', '--format=tar', 'HEAD'], { cwd: ROOT, maxBuffer: 2 ** 30 });
  if (archive.status !== 0 || spawnSync('tar', ['-x'], { cwd: copy, input: archive.stdout }).status !== 0)
    stop('git or tar did not give a copy of what is committed.');
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const { status } = spawnSync(process.execPath, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'], {
    cwd: copy,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) stop('The app could not be built; the reason is above.');
  return join(copy, 'dist');
}

/** @param {string | Buffer} content */
function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/** @param {string} of a folder @returns {string} as `sha256sum --check` reads it */
function hashes(of) {
  return filesBelow(of)
    .filter((name) => name !== 'SHA256SUMS')
    .map((name) => `${sha256(readFileSync(join(of, name)))}  ${name}\n`)
    .join('');
}

/** @param {string} a @param {string} b */
function firstDifference(a, b) {
  const lines = new Set(b.split('\n'));
  return a
    .split('\n')
    .filter((text) => !lines.has(text))
    .slice(0, 10)
    .join('\n');
}

function cited() {
  const documents = filesBelow(join(ROOT, 'questionnaires')).filter((name) => name.endsWith('.json'));
  return citedIn(documents.map((name) => JSON.parse(readFileSync(join(ROOT, 'questionnaires', name), 'utf8'))));
}

/** @param {string} name @param {string} text */
function put(name, text) {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

function HOSTING() {
  return `# Hosting Soundings ${project.version}

1. Check what you have: \`sha256sum --check SHA256SUMS\`, and the hash of that file with the one that was published elsewhere.
2. Put the folder \`app\` on a web server of your own network. It is files only: nothing runs on the server, nothing is stored there.
3. Send the headers. \`hosting/\` has them for nginx, Apache (also as \`app/.htaccess\`), Caddy and static hosts (also as \`app/_headers\`).
   The page carries the policy as well, for servers that send none; only \`frame-ancestors\` needs the header.
4. Serve it by https, or on localhost: browsers keep files for offline use, and sign reports, in a secure context alone.
5. Keep the address. What people save in a browser belongs to the scheme, host and port of the address.
6. Whoever can change the files on that server can change the app. Give few people that right, and compare SHA256SUMS now and then.

What is in it: \`sbom.cdx.json\` (CycloneDX), \`LICENCES.txt\`.

## What the app cannot keep from happening

The browser itself talks to its maker: form filling, spelling, translation, accounts, updates. For Chromium and Edge switch off by policy:
\`AutofillAddressEnabled\`, \`AutofillCreditCardEnabled\`, \`PasswordManagerEnabled\`, \`SpellCheckServiceEnabled\`, \`TranslateEnabled\`,
\`SearchSuggestEnabled\`, \`MetricsReportingEnabled\`, \`UrlKeyedAnonymizedDataCollectionEnabled\`; \`WebRtcIPHandling\` = \`disable_non_proxied_udp\`; and
\`ExtensionInstallBlocklist\` = \`*\`. No page can forbid WebRTC, new windows or navigation to a script inside it; the app ships none that uses them.
`;
}
