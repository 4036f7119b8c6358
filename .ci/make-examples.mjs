// @ts-check
/**
 * `node .ci/make-examples.mjs`: writes the examples from their compact sources: single assessments, and a procedure with its bids
 * (`example-procedure.mjs`). A source has documents, answers that refer to them, and optionally `base`, another source whose history
 * comes first. The same sources and questionnaire give the same files, byte for byte.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { additions, entriesOf, exampleDocuments, FOLDER, readSource } from './example-history.mjs';
import { procedureFiles } from './example-procedure.mjs';
import { isMain, ROOT } from './setup.mjs';

/** @typedef {import('./example-history.mjs').Additions & { base?: string, start: string, by: string }} Source */

const POLICY = { format: 'soundings-policy/1', name: 'No policy list', version: '0', countries: [], parameters: {} };

/**
 * @param {string} name
 * @param {readonly string[]} order
 * @returns {import('./example-history.mjs').Entry[]} the whole history of a source, that of its base first
 */
function historyOf(name, order) {
  /** @type {Source} */
  const source = readSource(name);
  const before = source.base ? historyOf(source.base, order) : [];
  return [...before, ...entriesOf(additions(source, name, order), source.start, source.by, before.length)];
}

/** @returns {Map<string, string>} path below the project's folder → text of each example that stands alone */
export function exampleFiles() {
  const { questionnaire, facts, order } = exampleDocuments();
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
  const files = new Map([...exampleFiles(), ...(await procedureFiles())]);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  process.stdout.write(`${files.size} examples written to ${FOLDER}.\n`);
}
