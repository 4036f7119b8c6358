/** The assessments that are here, side by side, each with what it comes to. Apart from what changes one, which does not wait for a list. */
import { finalOf, supersededIn } from '../core/editions/versions.ts';
import { evaluate } from '../core/evaluate.ts';
import type { Detail, Entry, FinalEntry, SupersedesEntry } from '../core/format/assessment.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { fold } from '../core/history.ts';
import { type Model, modelOf } from '../core/model.ts';
import type { Result } from '../core/result.ts';
import { type Header, type Reading, read, type StoredDocument } from './database.ts';
import { documentIn, entriesIn, placesOf } from './records.ts';
import { entryOf, type QuestionnaireEntry } from './shipped.ts';

/** One assessment in a list. */
export interface AssessmentSummary {
  readonly id: string;
  readonly created: string;
  /** Time of the newest entry; `created` where there is none. */
  readonly changed: string;
  /** When it was put into the bin. */
  readonly binned: string | undefined;
  /** Id of the shipped example that it was opened from. */
  readonly example: string | undefined;
  readonly details: Readonly<Partial<Record<Detail, string>>>;
  readonly questionnaire: QuestionnaireEntry;
  /** For the word of its headline. */
  readonly bands: Questionnaire['bands'];
  readonly result: Pick<Result, 'overall' | 'rating' | 'headline' | 'coverage'>;
  /** What makes it final; null: it is open. */
  readonly final: FinalEntry | null;
  /** What it says of the version before. */
  readonly supersedes: SupersedesEntry | null;
}

/** Read and evaluated at one time: well below what a frame may take. */
const AT_ONCE = 4;

/** What was found, as long as neither header nor history is another one. */
const known = new Map<string, { readonly mark: string; readonly summary: AssessmentSummary }>();

/**
 * The assessments on this device, in the bin or not, last changed first. Bids are listed by their procedure, which knows what they are
 * called. `tell` hears of those found so far, a few more each time, and how many there are in all; where it says no, the
 * rest is not looked for.
 * @returns null where it was ended so
 */
export async function listAll(
  tell: (soFar: readonly AssessmentSummary[], all: number) => boolean = () => true,
): Promise<readonly AssessmentSummary[] | null> {
  const marked = await read(['assessments', 'entries'], async (tx) => {
    const headers = await tx.objectStore('assessments').getAll();
    return Promise.all(headers.filter(({ procedure }) => procedure === undefined).map((header) => markedIn(tx, header)));
  });
  marked.sort((a, b) => (a.changed < b.changed ? 1 : -1));
  const modelIn = models();
  const found: AssessmentSummary[] = [];
  for (let from = 0; from < marked.length; from += AT_ONCE) {
    const some = marked.slice(from, from + AT_ONCE);
    const fresh = some.filter(({ header, mark }) => known.get(header.id)?.mark !== mark);
    if (fresh.length > 0) {
      const whole = await read(['entries', 'documents'], async (tx) => {
        const made: Model[] = [];
        for (const { header } of fresh) made.push(await modelIn(tx, header));
        const histories = await Promise.all(fresh.map(({ header }) => entriesIn(tx, header.id)));
        return fresh.map((one, i) => ({ ...one, summary: summaryOf(one.header, made[i] as Model, histories[i] ?? []) }));
      });
      for (const { header, mark, summary } of whole) known.set(header.id, { mark, summary });
    }
    found.push(...some.flatMap(({ header }) => known.get(header.id)?.summary ?? []));
    if (fresh.length > 0 && !tell([...found], marked.length)) return null;
  }
  return found;
}

/** With the time of its last entry, and a mark that is another one whenever anything of it is. */
async function markedIn(tx: Reading, header: Header) {
  const last = await tx.objectStore('entries').openCursor(placesOf(header.id), 'prev');
  return { header, changed: last?.value.at ?? header.created, mark: JSON.stringify([header, last?.key, last?.value.id]) };
}

/** Documents that several share are read once, and so is what follows from them. */
function models() {
  const documents = new Map<string, StoredDocument | undefined>();
  const made = new Map<string, Model>();
  const documentOf = async (tx: Reading, sha256: string) => {
    const document = documents.get(sha256) ?? (await documentIn(tx, sha256));
    documents.set(sha256, document);
    return document;
  };
  return async (tx: Reading, header: Header): Promise<Model> => {
    const key = [header.questionnaire, header.policy, header.facts].join();
    const before = made.get(key);
    if (before) return before;
    const questionnaire = await documentOf(tx, header.questionnaire);
    const policy = await documentOf(tx, header.policy);
    const facts = await documentOf(tx, header.facts);
    if (questionnaire?.kind !== 'questionnaire' || policy?.kind !== 'policy' || facts?.kind !== 'facts')
      throw new Error(`a document of assessment ${header.id} is missing`);
    const model = modelOf(questionnaire.value, facts.value, policy.value);
    made.set(key, model);
    return model;
  };
}

function summaryOf({ id, created, binned, example }: Header, model: Model, history: readonly Entry[]): AssessmentSummary {
  const { answers, details } = fold(history);
  const { overall, rating, headline, coverage } = evaluate(model, answers);
  return {
    id,
    created,
    changed: history.at(-1)?.at ?? created,
    binned,
    example,
    details,
    questionnaire: entryOf(model.questionnaire),
    bands: model.questionnaire.bands,
    result: { overall, rating, headline, coverage },
    final: finalOf(history),
    supersedes: supersededIn(history),
  };
}
