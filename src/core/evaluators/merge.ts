/**
 * Several files of one bid become one history (SPEC E1, E2). Each entry had seen some others; that is all that is kept of the files'
 * order. The merged list is a function of the entries and of who saw what, so it is the same whichever file comes first, and merging again
 * changes nothing.
 */
import { canonicalJson } from '../canonical.ts';
import { type Criteria, criteriaOf, differencesOf } from '../compare/criteria.ts';
import type { Assessment, Entry } from '../format/assessment.ts';
import { isFinal } from '../line.ts';
import { type Outcome, type Problem, problem } from '../problems.ts';

/** An entry, and the last ones that its author had seen on each line. */
interface Node {
  readonly entry: Entry;
  readonly parents: readonly string[];
}

/** The history of several files of one bid; refused where they were not all made with the same documents (SPEC E1). */
export function mergeAssessments(
  files: readonly (Pick<Assessment, 'history'> & Pick<Assessment, keyof Criteria>)[],
): Outcome<readonly Entry[]> {
  const [first, ...others] = files.map(criteriaOf);
  const different = new Set(first ? others.flatMap((other) => differencesOf(first, other)) : []);
  const problems = [...different].map((what) => problem(`/${what}`, 'merge-other-documents', { what }));
  return problems.length > 0 ? { ok: false, problems } : mergeHistories(files.map(({ history }) => history));
}

/** All entries of all histories, each once. Refuses those in which an entry of one id says different things, or followed different ones. */
export function mergeHistories(histories: readonly (readonly Entry[])[]): Outcome<readonly Entry[]> {
  const nodes = new Map<string, Node>();
  const problems: Problem[] = [];
  for (const node of histories.flatMap(nodesOf)) {
    const { id } = node.entry;
    const present = nodes.get(id);
    if (present && canonicalJson(present) !== canonicalJson(node)) problems.push(problem('', 'merge-entry-differs', { id }));
    nodes.set(id, node);
  }
  // What is final is not added to; and evaluators of a version go on from one and the same version before (SPEC F6).
  if (histories.some(isFinal)) problems.push(problem('', 'merge-final'));
  else if (new Set(histories.map((history) => canonicalJson(versionsOf(history)))).size > 1) problems.push(problem('', 'merge-versions'));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: listOf(nodes), warnings: [] };
}

/** All up to where the present version begins. */
const versionsOf = (history: readonly Entry[]): readonly Entry[] =>
  history.slice(0, history.findLastIndex(({ kind }) => kind === 'supersedes') + 1);

/** How many entries all of them have. */
export function sharedAmong(histories: readonly (readonly Entry[])[]): number {
  const [first = [], ...others] = histories.map((history) => new Set(history.map(({ id }) => id)));
  return [...first].filter((id) => others.every((other) => other.has(id))).length;
}

/** What is left out of an entry, made explicit: without `after` it had seen all before it. */
function nodesOf(history: readonly Entry[]): readonly Node[] {
  const ends = new Ends();
  return history.map(({ after, ...entry }) => ({ entry, parents: ends.add(entry.id, after) }));
}

/** The entries so far that no other has followed yet. */
class Ends {
  #ids = new Set<string>();
  /** Adds an entry that followed these, or all. @returns which */
  add(id: string, parents: readonly string[] = [...this.#ids]): readonly string[] {
    for (const parent of parents) this.#ids.delete(parent);
    this.#ids.add(id);
    return [...parents].sort();
  }
  areThese(ids: readonly string[]): boolean {
    return ids.length === this.#ids.size && ids.every((id) => this.#ids.has(id));
  }
}

/** Each after what it followed, line by line; of several that may come next, the earliest. `after` only where an entry had not seen all. */
function listOf(nodes: ReadonlyMap<string, Node>): readonly Entry[] {
  const followers = new Map<string, Node[]>();
  for (const node of nodes.values()) for (const id of node.parents) followers.set(id, [...(followers.get(id) ?? []), node]);
  const missing = new Map([...nodes.values()].map((node) => [node, node.parents.length]));
  const ready = new Set([...nodes.values()].filter(({ parents }) => parents.length === 0));
  const ends = new Ends();
  const list: Entry[] = [];
  while (ready.size > 0) {
    const onTheLine = (followers.get(list.at(-1)?.id ?? '') ?? []).filter((node) => ready.has(node));
    const next = earliest(onTheLine.length > 0 ? onTheLine : [...ready]);
    ready.delete(next);
    const { entry, parents } = next;
    list.push(ends.areThese(parents) ? entry : { ...entry, after: [...parents] });
    ends.add(entry.id, parents);
    for (const follower of followers.get(entry.id) ?? []) {
      const left = (missing.get(follower) ?? 0) - 1;
      missing.set(follower, left);
      if (left === 0) ready.add(follower);
    }
  }
  return list;
}

const key = ({ entry: { at, id } }: Node): string => `${at} ${id}`;
const earliest = (nodes: readonly Node[]): Node => nodes.reduce((a, b) => (key(b) < key(a) ? b : a));
