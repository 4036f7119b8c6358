// @ts-check
/**
 * `npm run schema`: the JSON Schemas of the project's files, made from the code's own definition, for editors and for
 * other people's tools. What a schema cannot say (references, gates that can never fire) the app's check adds.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadSource } from './load.mjs';
import { ensureInstalled, isMain, ROOT } from './setup.mjs';

/** What is described: name of the file, module and export of its definition, and a word on what it is. */
const DESCRIBED = [
  {
    name: 'questionnaire',
    module: 'src/core/format/questionnaire.ts',
    schema: 'QuestionnaireSchema',
    title: 'Soundings questionnaire',
    description: 'Sections, questions, evidence grades, bands and gates of one version of a questionnaire.',
  },
  {
    name: 'assessment',
    module: 'src/core/format/assessment.ts',
    schema: 'AssessmentSchema',
    title: 'Soundings assessment',
    description: 'The history of one assessment, with the questionnaire, the policy and the country facts it was made with.',
  },
  {
    name: 'procedure',
    module: 'src/core/format/procedure.ts',
    schema: 'ProcedureSchema',
    title: 'Soundings procedure',
    description: 'The history of one tender: its criteria, the seal over them, deviations and bids, with the documents that it names.',
  },
  {
    name: 'backup',
    module: 'src/core/format/backup.ts',
    schema: 'BackupSchema',
    title: 'Soundings backup',
    description:
      'All that is kept in one browser but its keys: documents by hash, assessments and procedures with their histories, the register.',
  },
  {
    name: 'policy',
    module: 'src/core/format/facts.ts',
    schema: 'PolicySchema',
    title: 'Soundings policy',
    description: "An authority's own dated list of countries, and its choice where a questionnaire leaves one.",
  },
  {
    name: 'jurisdictions',
    module: 'src/core/format/facts.ts',
    schema: 'FactsSchema',
    title: 'Soundings jurisdictions',
    description: 'Dated facts about countries and laws, each with its source and the day from which it counts as stale.',
  },
];

/** @returns {Promise<Map<string, string>>} path below the project's folder → text of the schema */
export async function schemaFiles() {
  const { toJsonSchema } = await import('@valibot/to-json-schema');
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const { name, module, schema, title, description } of DESCRIBED) {
    const definition = /** @type {Parameters<typeof toJsonSchema>[0]} */ ((await loadSource(module))[schema]);
    // Checks in code (reserved words, days that exist) have no counterpart in JSON Schema.
    const { $schema, ...rest } = toJsonSchema(definition, { errorMode: 'ignore' });
    const whole = { $schema, $id: `urn:soundings:schema:${name}:1`, title, description, ...rest };
    files.set(`questionnaires/schema/${name}.json`, `${JSON.stringify(whole, null, 2)}\n`);
  }
  return files;
}

if (isMain(import.meta.url)) {
  ensureInstalled();
  for (const [path, text] of await schemaFiles()) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    process.stdout.write(`${path}\n`);
  }
}
