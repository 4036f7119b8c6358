/** What comes with the app, each file loaded when it is asked for. */
import type { Assessment } from '../core/format/assessment.ts';
import type { Facts } from '../core/format/facts.ts';
import type { LocalText } from '../core/format/primitives.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { announce } from './announce.ts';
import { write } from './database.ts';
import { partsOf, sameDocuments } from './documents.ts';
import { newKey } from './identity.ts';
import { addAssessmentIn } from './keeping.ts';
import { entriesIn } from './records.ts';

/** A questionnaire that can be chosen. `key` is `id@version`. */
export interface QuestionnaireEntry {
  readonly key: string;
  readonly id: string;
  readonly version: string;
  readonly title: LocalText;
}

export const entryOf = ({ id, version, title }: Questionnaire): QuestionnaireEntry => ({ key: `${id}@${version}`, id, version, title });

const questionnaires = byName(
  import.meta.glob<Questionnaire>('../../questionnaires/*/*.*.*.json', { import: 'default' }),
  (folder, file) => `${folder}@${file}`,
);
const facts = byName(import.meta.glob<Facts>('../../questionnaires/jurisdictions/*.json', { import: 'default' }), (_, file) => file);
const examples = byName(import.meta.glob<Assessment>('../../questionnaires/examples/*.json', { import: 'default' }), (_, file) => file);

type Load<T> = () => Promise<T>;

/** Loaders by name, in order. */
function byName<T>(files: Record<string, Load<T>>, name: (folder: string, file: string) => string): ReadonlyMap<string, Load<T>> {
  const named = Object.entries(files).map(([path, load]): [string, Load<T>] => {
    const [folder = '', file = ''] = path.split('/').slice(-2);
    return [name(folder, file.replace(/\.json$/, '')), load];
  });
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `id@version` of the shipped questionnaires, none of them loaded. */
export const shippedKeys = (): readonly string[] => [...questionnaires.keys()];

/** Does the app come with this `id@version`? */
export const isShipped = (key: string): boolean => questionnaires.has(key);

/** The shipped questionnaires; loads each. */
export function shippedQuestionnaires(): Promise<readonly QuestionnaireEntry[]> {
  return Promise.all([...questionnaires.values()].map(async (load) => entryOf(await load())));
}

/** A shipped questionnaire by `id@version`. @throws RangeError if there is none */
export const loadShipped = (key: string): Promise<Questionnaire> => loadFrom(questionnaires, key);

/** The newest table of country facts. */
export const loadFacts = (): Promise<Facts> => loadFrom(facts, [...facts.keys()].at(-1) ?? '');

/** Ids of the examples; the words for them are the screen's. */
export const listExamples = (): readonly string[] => [...examples.keys()];

/**
 * Opens an example: a copy of it that nobody has touched, else a new one.
 * @returns the id of the assessment
 * @throws RangeError if there is no such example; what kept it from being saved
 */
export async function openExample(example: string): Promise<string> {
  const file = await loadFrom(examples, example);
  const { header, documents } = partsOf({ ...file, id: newKey() });
  const id = await write(['assessments', 'entries', 'documents'], async (tx) => {
    for (const copy of await tx.objectStore('assessments').getAll()) {
      if (copy.example !== example || copy.binned || !sameDocuments(copy, header)) continue;
      const history = await entriesIn(tx, copy.id);
      if (history.length === file.history.length && history.at(-1)?.id === file.history.at(-1)?.id) return copy.id;
    }
    await addAssessmentIn(tx, { ...header, example }, documents, file.history);
    return header.id;
  });
  if (id === header.id) announce({ kind: 'list' });
  return id;
}

async function loadFrom<T>(files: ReadonlyMap<string, Load<T>>, name: string): Promise<T> {
  const load = files.get(name);
  if (!load) throw new RangeError(`nothing called ${name} comes with the app`);
  return load();
}
