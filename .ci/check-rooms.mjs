// @ts-check
/**
 * The rooms of the house: who may import whom, what core may not know of, and which libraries have one door. Walks every
 * import of `src`, types and `import()` included.
 */
import { posix } from 'node:path';
import { isCode, nodesOf, placeOf, projectFiles } from './source.mjs';

/** @typedef {import('./source.mjs').SourceFile} SourceFile */
/** @typedef {import('./source.mjs').Node} Node */
/** @typedef {{ checked: Record<string, number>, problems: string[] }} Findings */

/** Room → rooms it may import from. The door, `main`, may use all. @type {Readonly<Record<string, readonly string[]>>} */
const MAY_IMPORT = {
  core: [],
  i18n: ['core'],
  store: ['core'],
  report: ['core', 'i18n'],
  ui: ['core', 'i18n', 'store', 'report'],
  cli: ['core', 'i18n', 'report'],
  main: ['core', 'i18n', 'store', 'report', 'ui'],
};

/** Packages that core needs to read, hash and put in order what it is given; each is as pure as core. */
const PACKAGES_OF_CORE = ['@noble/hashes', 'canonicalize', 'saxes', 'valibot'];

/** Heavy or unsafe libraries: imported in one file, whatever file that is. */
const ONE_DOOR = ['jspdf', 'idb', 'saxes'];

/** Names that nobody in `src` uses: ways out of the page, and text that runs as code. */
const NOWHERE = [
  'eval',
  'Function',
  'RTCPeerConnection',
  'WebSocket',
  'EventSource',
  'XMLHttpRequest',
  'sendBeacon',
  'innerHTML',
  'outerHTML',
];

/** The one place that may use localStorage: the mark that tells a lost database from a new one. */
const LOCAL_STORAGE = 'src/store/sentinel.ts';

/** Clock, chance and place, which core is given and never takes. */
const IMPURE = ['Intl', 'performance', 'crypto', 'process', 'globalThis', 'setTimeout', 'console'];
const IMPURE_MEMBERS = ['Date.now', 'Math.random'];
const IMPURE_METHODS = /^(toLocale|localeCompare$|getTimezoneOffset$)/;

/**
 * @param {string} path below the project's folder
 * @returns {string} room
 */
function roomOf(path) {
  const [, first = ''] = path.split('/');
  return first.includes('.') ? 'main' : first;
}

/** @param {string} name of an import, such as `@noble/hashes/sha2.js` */
function packageOf(name) {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * @param {Node} node
 * @returns {string | null | undefined} what it imports; null where that is not written out; undefined where it is no import
 */
function importedBy(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return typeof node.source?.value === 'string' ? node.source.value : null;
    case 'ExportNamedDeclaration':
      return node.source?.value;
    default:
      return undefined;
  }
}

/**
 * @param {string} from path of the importing file
 * @param {string} name what it imports
 * @returns {string | undefined} why it may not
 */
function whyNot(from, name) {
  const room = roomOf(from);
  if (!name.startsWith('.')) {
    return room === 'core' && !PACKAGES_OF_CORE.includes(packageOf(name)) ? `core does not use the package ${packageOf(name)}` : undefined;
  }
  const to = posix.join(posix.dirname(from), name.replace(/\?.*$/, ''));
  if (to.startsWith('questionnaires/'))
    return room === 'core' ? 'core imports no files of questionnaires; they come in as arguments' : undefined;
  if (!to.startsWith('src/')) return `it leads out of src: ${to}`;
  const other = roomOf(to);
  const allowed = MAY_IMPORT[room];
  if (!allowed) return `there is no room called ${room}`;
  return other === room || allowed.includes(other) ? undefined : `${room} may not import ${other}`;
}

/**
 * @param {Node} node
 * @param {string} path
 * @param {boolean} isProperty whether the node only names a property, such as `process` in `step.process`
 * @returns {string | undefined} what it uses that is not to be used there
 */
function misuse(node, path, isProperty) {
  const name = node.type === 'Identifier' ? node.name : undefined;
  if (NOWHERE.includes(name)) return `${name} is used nowhere in src`;
  if (name === 'localStorage' && path !== LOCAL_STORAGE) return `localStorage is used in ${LOCAL_STORAGE} alone`;
  if (roomOf(path) !== 'core') return undefined;
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.property.type === 'Identifier') {
    const member = `${node.object.name}.${node.property.name}`;
    if (IMPURE_MEMBERS.includes(member)) return `core is pure and has no ${member}`;
  }
  if (node.type === 'MemberExpression' && IMPURE_METHODS.test(node.property.name ?? ''))
    return `core is pure and has no ${node.property.name}`;
  if ((node.type === 'NewExpression' || node.type === 'CallExpression') && node.callee.name === 'Date' && node.arguments.length === 0) {
    return 'core is pure and has no clock: new Date() needs an argument';
  }
  return !isProperty && IMPURE.includes(name) ? `core is pure and has no ${name}` : undefined;
}

/**
 * @param {readonly SourceFile[]} files
 * @returns {Promise<Findings>}
 */
export async function checkRooms(files) {
  const checked = { files: files.length, imports: 0 };
  /** @type {string[]} */
  const problems = [];
  /** @type {Map<string, Set<string>>} */
  const doors = new Map();
  for (const file of files) {
    const nodes = await nodesOf(file);
    const properties = new Set(nodes.flatMap((node) => (node.computed ? [] : [node.property, node.key])));
    for (const node of nodes) {
      const wrong = misuse(node, file.path, properties.has(node));
      if (wrong) problems.push(`${placeOf(file, node)}: ${wrong}`);
      const name = importedBy(node);
      if (name === undefined) continue;
      checked.imports += 1;
      const why = name === null ? 'an import names its file as plain text' : whyNot(file.path, name);
      if (why) problems.push(`${placeOf(file, node)}: ${why}`);
      if (name && !name.startsWith('.')) doors.set(packageOf(name), (doors.get(packageOf(name)) ?? new Set()).add(file.path));
    }
  }
  for (const library of ONE_DOOR) {
    const users = [...(doors.get(library) ?? [])];
    if (users.length > 1) problems.push(`${library} is imported in one file; here in ${users.join(', ')}`);
  }
  return { checked, problems };
}

/** @returns {Promise<Findings>} of the project itself */
export function checkProjectRooms() {
  return checkRooms(projectFiles(isCode));
}
