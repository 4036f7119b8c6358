// @ts-check
/**
 * Histories of the examples from their compact sources: documents are named once, and each answer refers to one. Times come from
 * the source alone, so the same sources give the same history.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/** @typedef {{ value?: unknown, incomplete?: true, grade?: string, document?: string, reference?: string, note?: string }} ShortAnswer */
/** @typedef {{ note: string, questions: string[] }} Silence questions without a value, and why */
/**
 * @typedef {object} Additions
 * @property {Record<string, string>} [details]
 * @property {Record<string, { title: string, date?: string }>} [documents]
 * @property {Record<string, ShortAnswer>} [answers] by question id
 * @property {Silence} [unknown] nothing was found out about them
 * @property {Silence} [declined] the vendor would not say
 */
/** @typedef {{ sections: { pages: { questions: { id: string }[] }[] }[] }} Questionnaire */
/** @typedef {{ id: string, at: string, by: string }} Entry */

export const FOLDER = 'questionnaires/examples';
const QUESTIONNAIRE = 'questionnaires/logistics-platform/1.0.0.json';
const FACTS = 'questionnaires/jurisdictions/2026-11-23.json';
const SECONDS_BETWEEN_ENTRIES = 40;

/** @param {string} path below the project's folder */
const read = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
/** @param {string} name of a source, without its ending */
export const readSource = (name) => read(`${FOLDER}/sources/${name}.json`);

/** @returns {{ questionnaire: Questionnaire, facts: unknown, order: string[] }} what all examples are made with; `order`: ids of all questions */
export function exampleDocuments() {
  /** @type {Questionnaire} */
  const questionnaire = read(QUESTIONNAIRE);
  const order = questionnaire.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return { questionnaire, facts: read(FACTS), order };
}

/**
 * @param {ShortAnswer} short
 * @param {Readonly<Record<string, { title: string, date?: string }>>} documents
 * @param {string} where
 * @param {'unknown' | 'declined'} silence what an answer without a value is
 * @returns {object} the answer as the history has it
 */
function answerOf({ value, incomplete, grade, document, reference, note }, documents, where, silence) {
  const paper = document === undefined ? {} : documents[document];
  if (!paper) throw new Error(`${where}: expected a document named in "documents", found "${document}"`);
  const evidence = { ...(grade && { grade }), ...paper, ...(reference && { reference }) };
  return {
    state: value === undefined ? silence : 'answered',
    ...(value !== undefined && { value }),
    ...(incomplete && { incomplete }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
    ...(note && { note }),
  };
}

/**
 * @param {Additions} source
 * @param {string} name
 * @param {readonly string[]} order ids of all questions
 * @returns {object[]} what this source adds to a history: details, then answers in the order of the questionnaire
 */
export function additions({ details = {}, documents = {}, answers = {}, unknown, declined }, name, order) {
  const all = new Map(Object.entries(answers).map(([id, short]) => [id, answerOf(short, documents, `${name}, ${id}`, 'unknown')]));
  for (const id of unknown?.questions ?? []) all.set(id, answerOf({ note: unknown?.note }, {}, name, 'unknown'));
  for (const id of declined?.questions ?? []) all.set(id, answerOf({ note: declined?.note }, {}, name, 'declined'));
  const strange = [...all.keys()].filter((id) => !order.includes(id));
  if (strange.length > 0) throw new Error(`${name}: expected ids of questions, found ${strange.join(', ')}`);
  return [
    ...Object.entries(details).map(([detail, value]) => ({ kind: 'detail', detail, value })),
    ...order.flatMap((question) => (all.has(question) ? [{ kind: 'answer', question, answer: all.get(question) }] : [])),
  ];
}

/**
 * @param {readonly object[]} added what is written
 * @param {string} start instant of the first
 * @param {string} by role
 * @param {number} [before] how many entries the history has already
 * @returns {Entry[]} the entries, one after another
 */
export const entriesOf = (added, start, by, before = 0) =>
  added.map((entry, index) => ({ id: entryId(before + index), at: later(start, index), by, ...entry }));

/** @param {number} index in the history */
const entryId = (index) => `entry-${String(index + 1).padStart(4, '0')}`;
/** @param {string} instant @param {number} entries how many entries lie between */
export const later = (instant, entries) => new Date(Date.parse(instant) + entries * SECONDS_BETWEEN_ENTRIES * 1000).toISOString();
