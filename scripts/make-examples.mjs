/**
 * Writes the example assessments from their compact sources: `node scripts/make-examples.mjs`.
 * A source has documents, answers that refer to them, and optionally `base`, another source whose history comes first.
 * Ids and times come from the source alone, so the same sources and questionnaire give the same files.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOM = fileURLToPath(new URL('../questionnaires/', import.meta.url));
const SOURCES = join(ROOM, 'examples/sources');
const SECONDS_BETWEEN_ENTRIES = 40;

const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const questionnaire = read(ROOM, 'logistics-platform/1.0.0.json');
const facts = read(ROOM, 'jurisdictions/2026-11-23.json');
const policy = { format: 'soundings-policy/1', name: 'No policy list', version: '0', countries: [], parameters: {} };
const questions = questionnaire.sections.flatMap((section) => section.pages.flatMap((page) => page.questions));

/** The answer of the history out of the short form of a source. */
function answerOf(short, documents, where) {
  const { value, incomplete, grade, document, reference, note } = short;
  const paper = document === undefined ? {} : documents[document];
  if (!paper) throw new Error(`${where}: expected a document named in "documents", found "${document}"`);
  const evidence = { ...(grade && { grade }), ...paper, ...(reference && { reference }) };
  return {
    state: value === undefined ? 'unknown' : 'answered',
    ...(value !== undefined && { value }),
    ...(incomplete && { incomplete: true }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
    ...(note && { note }),
  };
}

/** The entries that a source adds, details first, then answers in the order of the questionnaire. */
function additions(source, file) {
  const unknown = source.unknown ? source.unknown.questions.map((id) => [id, { note: source.unknown.note }]) : [];
  const answers = new Map([...Object.entries(source.answers), ...unknown]);
  const ordered = questions.map((question) => question.id).filter((id) => answers.has(id));
  if (ordered.length !== answers.size) {
    throw new Error(`${file}: no such question: ${[...answers.keys()].filter((id) => !ordered.includes(id)).join(', ')}`);
  }
  return [
    ...Object.entries(source.details).map(([detail, value]) => ({ kind: 'detail', detail, value })),
    ...ordered.map((id) => ({ kind: 'answer', question: id, answer: answerOf(answers.get(id), source.documents, `${file}, ${id}`) })),
  ];
}

/** The whole history of a source, its base first. */
function historyOf(source, file) {
  const before = source.base ? historyOf(read(SOURCES, `${source.base}.json`), source.base) : [];
  const start = Date.parse(source.start);
  const added = additions(source, file).map((entry, index) => ({
    id: `entry-${String(before.length + index + 1).padStart(4, '0')}`,
    at: new Date(start + index * SECONDS_BETWEEN_ENTRIES * 1000).toISOString(),
    by: source.by,
    ...entry,
  }));
  return [...before, ...added];
}

const files = readdirSync(SOURCES).filter((file) => file.endsWith('.json')).sort();
for (const file of files) {
  const history = historyOf(read(SOURCES, file), file);
  const assessment = {
    format: 'soundings-assessment/1',
    id: `example-${basename(file, '.json')}`,
    created: history[0].at,
    questionnaire,
    policy,
    facts,
    history,
  };
  writeFileSync(join(ROOM, 'examples', file), `${JSON.stringify(assessment)}\n`);
  console.log(`${file}: ${history.length} entries`);
}
console.log(`${files.length} examples written`);
