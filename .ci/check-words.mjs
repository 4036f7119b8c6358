// @ts-check
/**
 * The words of the app: every message that the code asks for is there with the parameters it gets, every message is asked
 * for, every language has all of them, and no word people see stands in the code.
 */
import { isCode, nodesOf, placeOf, projectFiles } from './source.mjs';

/** @typedef {import('./source.mjs').SourceFile} SourceFile */
/** @typedef {import('./source.mjs').Node} Node */

/** English has every message; other languages are measured against it. */
const FIRST = 'en';
/** Core names problems and expectations by code; the key of a code's words begins so. */
const PROBLEM = 'problem.';
const EXPECTED = 'expected.';
/** An expectation as core writes it, such as `@day`. */
const EXPECTATION = /^@[a-z][a-z0-9-]*$/;
/** The one file that makes keys, out of those codes; here every code is held against its words. */
const MAKES_KEYS = 'src/i18n/problem-words.ts';
/** Attributes whose value is read or heard by people. */
const SPOKEN = ['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'aria-valuetext', 'label', 'placeholder', 'title'];

/** @param {string} path */
export function isMessages(path) {
  return /^src\/i18n\/[^/]+\/[^/]+\.json$/.test(path);
}

/**
 * The names that a message takes.
 * @param {readonly any[]} ast of ICU MessageFormat
 * @returns {string[]}
 */
function namesIn(ast) {
  const LITERAL = 0;
  const POUND = 7;
  return ast.flatMap((part) => [
    ...(part.type === LITERAL || part.type === POUND ? [] : [part.value]),
    ...Object.values(part.options ?? {}).flatMap((option) => namesIn(option.value)),
  ]);
}

/**
 * @param {readonly SourceFile[]} files language files
 * @returns {Promise<{ messages: Map<string, Set<string>>, count: number, problems: string[] }>} key → names it takes, of the first language
 */
async function readMessages(files) {
  const { parseMessage } = await import('./messages.mjs');
  /** @type {Map<string, Map<string, Set<string>>>} */
  const languages = new Map();
  /** @type {string[]} */
  const problems = [];
  for (const { path, text } of files) {
    const language = path.split('/')[2] ?? '';
    const known = languages.get(language) ?? new Map();
    languages.set(language, known);
    for (const [key, message] of Object.entries(JSON.parse(text))) {
      if (known.has(key)) problems.push(`${path}: "${key}" stands in two files`);
      // ICU escapes with it, so a person's apostrophe could swallow a parameter.
      if (message.includes("'")) problems.push(`${path}: "${key}" has a straight apostrophe; people's words have ’`);
      try {
        known.set(key, new Set(namesIn(parseMessage(message))));
      } catch (error) {
        problems.push(`${path}: "${key}" is no ICU message: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  const messages = languages.get(FIRST) ?? new Map();
  for (const [language, known] of languages) {
    for (const key of messages.keys()) if (!known.has(key)) problems.push(`src/i18n/${language}: "${key}" is missing`);
    for (const [key, names] of known) {
      const wanted = messages.get(key);
      if (!wanted) problems.push(`src/i18n/${language}: "${key}" is not in ${FIRST}`);
      else if (!same(wanted, names))
        problems.push(`src/i18n/${language}: "${key}" takes ${list(names)}; in ${FIRST} it takes ${list(wanted)}`);
    }
  }
  return { messages, count: [...languages.values()].reduce((n, known) => n + known.size, 0), problems };
}

/**
 * @param {ReadonlySet<string>} a
 * @param {ReadonlySet<string>} b
 */
function same(a, b) {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

/** @param {ReadonlySet<string>} names */
function list(names) {
  return names.size === 0 ? 'nothing' : [...names].sort().join(', ');
}

/**
 * @param {Node | undefined} node
 * @returns {string | undefined} the text of a string that is written out
 */
function textOf(node) {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/**
 * @param {Node | undefined} node second argument of `t`
 * @returns {Set<string> | undefined} the names it gives, where they are written out
 */
function given(node) {
  if (node === undefined) return new Set();
  if (node.type !== 'ObjectExpression' || node.properties.some((/** @type {Node} */ p) => p.type !== 'Property' || p.computed))
    return undefined;
  return new Set(node.properties.map((/** @type {Node} */ p) => p.key.name ?? p.key.value));
}

/**
 * @param {Node} call of `t`
 * @param {ReadonlyMap<string, ReadonlySet<string>>} messages
 * @returns {string | undefined} what is wrong with it
 */
function wrongCall(call, messages) {
  const [typed, second] = call.arguments;
  const first = typed?.type === 'TSAsExpression' ? typed.expression : typed;
  if (first?.type === 'TemplateLiteral' || first?.type === 'BinaryExpression')
    return 't() gets a key glued together; take it from a closed map';
  const key = textOf(first);
  if (key === undefined) return undefined;
  const wanted = messages.get(key);
  if (!wanted) return `there is no message "${key}"`;
  const names = given(second);
  return names === undefined || same(wanted, names) ? undefined : `"${key}" takes ${list(wanted)} and gets ${list(names)}`;
}

/**
 * @param {Node} node
 * @returns {string | undefined} words that people would see
 */
function wordsIn(node) {
  if (node.type === 'JSXText') return /\p{L}/u.test(node.value) ? node.value.trim() : undefined;
  if (node.type !== 'JSXAttribute' || !SPOKEN.includes(node.name.name)) return undefined;
  const text = textOf(node.value);
  return text !== undefined && /\p{L}/u.test(text) ? text : undefined;
}

/**
 * @param {Node} node
 * @param {string} path
 * @returns {string | undefined} the key of the words for the problem or the expectation that is named here
 */
function codedKey(node, path) {
  if (node.type === 'CallExpression' && ['problem', 'warning'].includes(node.callee.name)) {
    const code = textOf(node.arguments[1]);
    return code === undefined ? undefined : PROBLEM + code;
  }
  const text = path.startsWith('src/core/') ? textOf(node) : undefined;
  return text !== undefined && EXPECTATION.test(text) ? EXPECTED + text.slice(1) : undefined;
}

/**
 * @param {string} key
 * @returns {string} the string that stands in the code where the key is used
 */
function writtenAs(key) {
  if (key.startsWith(PROBLEM)) return key.slice(PROBLEM.length);
  return key.startsWith(EXPECTED) ? `@${key.slice(EXPECTED.length)}` : key;
}

/**
 * @param {readonly SourceFile[]} code
 * @param {readonly SourceFile[]} languageFiles
 * @returns {Promise<{ checked: Record<string, number>, problems: string[] }>}
 */
export async function checkWords(code, languageFiles) {
  const { messages, count, problems } = await readMessages(languageFiles);
  const checked = { messages: count, uses: 0, files: code.length };
  /** @type {Set<string>} */
  const literals = new Set();
  for (const file of code) {
    for (const node of await nodesOf(file)) {
      const text = textOf(node);
      if (text !== undefined) literals.add(text);
      const words = wordsIn(node);
      if (words !== undefined) problems.push(`${placeOf(file, node)}: words belong in src/i18n: "${words}"`);
      const coded = codedKey(node, file.path);
      if (coded !== undefined) {
        checked.uses += 1;
        if (!messages.has(coded)) problems.push(`${placeOf(file, node)}: there is no message "${coded}"`);
      }
      if (file.path === MAKES_KEYS) continue;
      if (node.type !== 'CallExpression' || (node.callee.name ?? node.callee.property?.name) !== 't') continue;
      checked.uses += 1;
      const wrong = wrongCall(node, messages);
      if (wrong !== undefined) problems.push(`${placeOf(file, node)}: ${wrong}`);
    }
  }
  for (const key of messages.keys()) {
    if (!literals.has(key) && !literals.has(writtenAs(key))) problems.push(`src/i18n/${FIRST}: "${key}" is used nowhere`);
  }
  return { checked, problems };
}

/** @returns {ReturnType<typeof checkWords>} of the project itself */
export function checkProjectWords() {
  return checkWords(projectFiles(isCode), projectFiles(isMessages));
}
