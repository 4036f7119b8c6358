// @ts-check
/**
 * `node .ci/make-examples.mjs`: writes the example assessments from their compact sources. A source has documents,
 * answers that refer to them, and optionally `base`, another source whose history comes first. Ids and times come from the
 * source alone, so the same sources and questionnaire give the same files, byte for byte.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMain, ROOT } from './setup.mjs';

/** @typedef {{ value?: unknown, incomplete?: true, grade?: string, document?: string, reference?: string, note?: string }} ShortAnswer */
/**
 * @typedef {object} Source
 * @property {string} [base] name of the source that comes first
 * @property {string} start instant of the first entry
 * @property {string} by who made the entries: a role
 * @property {Record<string, string>} details
 * @property {Record<string, { title: string, date?: string }>} documents
 * @property {Record<string, ShortAnswer>} answers by question id
 * @property {{ note: string, questions: string[] }} [unknown] questions that nothing was found out about
 */
/** @typedef {{ sections: { pages: { questions: { id: string }[] }[] }[] }} Questionnaire */

const FOLDER = 'questionnaires/examples';
const QUESTIONNAIRE = 'questionnaires/logistics-platform/1.0.0.json';
const FACTS = 'questionnaires/jurisdictions/2026-11-23.json';
const POLICY = { format: 'soundings-policy/1', name: 'No policy list', version: '0', countries: [], parameters: {} };
const SECONDS_BETWEEN_ENTRIES = 40;

/** @param {string} path below the project's folder */
const read = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
/** @param {string} name @returns {Source} */
const readSource = (name) => read(`${FOLDER}/sources/${name}.json`);

/**
 * @param {ShortAnswer} short
 * @param {Source['documents']} documents
 * @param {string} where
 * @returns {object} the answer as the history has it
 */
function answerOf({ value, incomplete, grade, document, reference, note }, documents, where) {
  const paper = document === undefined ? {} : documents[document];
  if (!paper) throw new Error(`${where}: expected a document named in "documents", found "${document}"`);
  const evidence = { ...(grade && { grade }), ...paper, ...(reference && { reference }) };
  return {
    state: value === undefined ? 'unknown' : 'answered',
    ...(value !== undefined && { value }),
    ...(incomplete && { incomplete }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
    ...(note && { note }),
  };
}

/**
 * @param {Source} source
 * @param {string} name
 * @param {readonly string[]} order ids of all questions
 * @returns {object[]} what this source adds to the history: details, then answers in the order of the questionnaire
 */
function additions(source, name, order) {
  const { note = '', questions = [] } = source.unknown ?? {};
  /** @type {Map<string, ShortAnswer>} */
  const answers = new Map(Object.entries(source.answers));
  for (const id of questions) answers.set(id, { note });
  const strange = [...answers.keys()].filter((id) => !order.includes(id));
  if (strange.length > 0) throw new Error(`${name}: expected ids of questions, found ${strange.join(', ')}`);
  return [
    ...Object.entries(source.details).map(([detail, value]) => ({ kind: 'detail', detail, value })),
    ...order.flatMap((question) => {
      const short = answers.get(question);
      return short ? [{ kind: 'answer', question, answer: answerOf(short, source.documents, `${name}, ${question}`) }] : [];
    }),
  ];
}

/**
 * @param {string} name
 * @param {readonly string[]} order
 * @returns {{ at: string }[]} the whole history of a source, that of its base first
 */
function historyOf(name, order) {
  const source = readSource(name);
  const before = source.base ? historyOf(source.base, order) : [];
  const start = Date.parse(source.start);
  const added = additions(source, name, order).map((entry, index) => ({
    id: `entry-${String(before.length + index + 1).padStart(4, '0')}`,
    at: new Date(start + index * SECONDS_BETWEEN_ENTRIES * 1000).toISOString(),
    by: source.by,
    ...entry,
  }));
  return [...before, ...added];
}

/** @returns {Map<string, string>} path below the project's folder → text of each example */
export function exampleFiles() {
  /** @type {Questionnaire} */
  const questionnaire = read(QUESTIONNAIRE);
  const facts = read(FACTS);
  const order = questionnaire.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const names = readdirSync(join(ROOT, FOLDER, 'sources')).filter((file) => file.endsWith('.json'));
  return new Map(
    names.sort().map((file) => {
      const name = basename(file, '.json');
      const history = historyOf(name, order);
      const created = history[0]?.at;
      const whole = { format: 'soundings-assessment/1', id: `example-${name}`, created, questionnaire, policy: POLICY, facts, history };
      return [`${FOLDER}/${file}`, `${JSON.stringify(whole)}\n`];
    }),
  );
}

if (isMain(import.meta.url)) {
  const files = exampleFiles();
  for (const [path, text] of files) writeFileSync(join(ROOT, path), text);
  process.stdout.write(`${files.size} examples written to ${FOLDER}.\n`);
}
