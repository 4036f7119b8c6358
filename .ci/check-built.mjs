// @ts-check
/** What no built file may hold: text that runs as code, ways out of the page, and addresses of anybody but name spaces and cited sources. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** Files that a browser runs or reads addresses from. */
const READ = ['.js', '.html', '.css', '.webmanifest', '.svg'];

/** Never called and yet not to be there. `Function(` by its own name alone: minified names end in it. */
const BANNED = [
  /\beval\s*\(/,
  /(?<![\w$.])(?:new\s+)?Function\s*\(/,
  /\bRTCPeerConnection\b/,
  /\bWebTransport\b/,
  /\bWebSocket\b/,
  /\bEventSource\b/,
  /\bsendBeacon\b/,
  /\bimportScripts\b/,
  /\bdocument\.write\b/,
  /\bwindow\.open\b/,
  /\binsertAdjacentHTML\b/,
  /\bsrcdoc\s*=/,
];

/** Names, not addresses: of XML vocabularies, of a message's home, of licences and authors in comments that must stay. */
const NAMES = [
  /^http:\/\/www\.w3\.org\/(?:1998\/Math\/MathML|1999\/xlink|1999\/02\/22-rdf-syntax-ns#|2000\/svg|XML\/1998\/namespace|2000\/xmlns\/)/,
  /^http:\/\/(?:www\.aiim\.org\/pdf[au]a?\/ns\/|purl\.org\/dc\/elements\/1\.1\/|ns\.adobe\.com\/|jspdf\.default\.namespaceuri\/)/,
  /^http:\/\/(?:schemas\.openxmlformats\.org|data\.europa\.eu\/p27)\//,
  /^https:\/\/react\.dev\/errors\//,
];
const ADDRESS = /\b(?:https?|wss?|ftp):\/\/[\w.-]+\.[a-z]{2,}[^\s"'`<>\\)]*/gi;

/** @param {string} folder @returns {string[]} every file below it, as paths below it */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

/**
 * @param {string} folder with the built app
 * @param {ReadonlySet<string>} cited addresses that questionnaires and other data of ours cite
 * @returns {{ checked: Record<string, number>, problems: string[] }}
 */
export function checkBuilt(folder, cited) {
  const checked = { files: 0, bytes: 0, addresses: 0 };
  /** @type {string[]} */
  const problems = [];
  for (const name of filesBelow(folder)) {
    if (!READ.includes(extname(name))) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    checked.files += 1;
    checked.bytes += text.length;
    const code = withoutComments(text);
    for (const banned of BANNED) {
      const found = banned.exec(code);
      if (found) problems.push(`${name}: ${code.slice(Math.max(0, found.index - 40), found.index + 40).replaceAll('\n', ' ')}`);
    }
    for (const [address] of code.matchAll(ADDRESS)) {
      checked.addresses += 1;
      if (!cited.has(address) && !NAMES.some((known) => known.test(address))) problems.push(`${name}: an address: ${address}`);
    }
  }
  return { checked, problems };
}

/** Licences stand in comments, with addresses of their authors; nothing runs there. */
const withoutComments = (/** @type {string} */ text) => text.replace(/\/\*[\s\S]*?\*\//g, '');

/**
 * @param {readonly unknown[]} documents questionnaires, facts, examples
 * @returns {Set<string>} every address that stands in them
 */
export function citedIn(documents) {
  return new Set(documents.flatMap((document) => [...JSON.stringify(document).matchAll(ADDRESS)].map(([address]) => address)));
}
