/**
 * The assessment that is open: loaded once; every change shows at once and goes through to the disk. What is not there yet
 * stays in memory until it is, in order, whatever happens in between.
 */
import { create } from 'zustand';
import { evaluate, update } from '../core/evaluate.ts';
import type { Entry } from '../core/format/assessment.ts';
import { append, type Fold, foldLine, isFinal, redoable, type State, undoable } from '../core/line.ts';
import { type Model, modelOf } from '../core/model.ts';
import type { Result } from '../core/result.ts';
import { again } from './again.ts';
import { announce, onChange } from './announce.ts';
import { failureOf, type Header, nameOf, type SaveFailure, TIME_LIMIT } from './database.ts';
import { frameShown } from './frame.ts';
import { newKey, now } from './identity.ts';
import { addEntries, readAssessment, type WholeAssessment } from './records.ts';
import { useSettings } from './settings.ts';

export interface OpenAssessment {
  readonly assessment: Header;
  readonly model: Model;
  /** What is on disk, then what is on its way there. */
  readonly history: readonly Entry[];
  readonly state: State;
  readonly result: Result;
  /** How this history is folded. */
  readonly fold: Fold;
}

/** `saved`: all of it is on disk, since `at` (null: nothing was changed since it was opened). */
type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly reason: SaveFailure };

type Draft<E> = E extends Entry ? Omit<E, 'id' | 'at' | 'by'> : never;
/** A line for the history; the store adds id, time and person. */
export type EntryDraft = Draft<Entry>;

/** Makes a draft an entry: gives it an id, the time, and the name of who is at work. */
export function stamp(draft: EntryDraft): Entry {
  return { ...draft, id: newKey(), at: now(), by: useSettings.getState().person.slice(0, 200) };
}

export interface Workspace {
  readonly open: OpenAssessment | null;
  readonly saving: SaveState;
  /** Does the second copy have it too? */
  readonly copied: boolean;
}

export const useWorkspace = create<Workspace>(() => ({ open: null, saving: { kind: 'saved', at: null }, copied: true }));

/** Ids of the entries that this window made, oldest first; so many that a window may stay open for days. */
export const writtenHere = new Set<string>();
const MOST_WRITTEN = 5000;

/** What this window knows of a history's end on disk (`from` entries), and the entries that are not there yet, oldest first. */
interface Tail {
  readonly from: number;
  readonly entries: readonly Entry[];
}
/** By assessment. A tail with entries outlives closing, so a failed save is never forgotten. */
const tails = new Map<string, Tail>();

/** All work on the disk for open assessments, one after another: entries keep their order. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = turn.then(work);
  turn = result.catch(() => undefined);
  return result;
}

/** Opens an assessment in place of the one that is. @returns false where there is none with this id. @throws if it cannot be read. */
export function openAssessment(id: string): Promise<boolean> {
  return inTurn(async () => {
    if (isOpen(id)) return true;
    const whole = await readAssessment(id);
    if (!whole) return false;
    const fold = await folding(whole.history);
    close();
    const left = isFinal(whole.history) ? [] : (tails.get(id)?.entries ?? []);
    const tail = { from: whole.history.length, entries: without(left, whole.history) };
    tails.set(id, tail);
    show(whole.header, modelIn(whole), [...whole.history, ...tail.entries], fold);
    if (useWorkspace.getState().saving.kind === 'saved') useWorkspace.setState({ saving: { kind: 'saved', at: null } });
    return true;
  });
}

/** Closes what is open; what is not on disk yet still goes there. */
export function close(): void {
  const { open } = useWorkspace.getState();
  if (open && failures.get(open.assessment.id) === 'final') failures.delete(open.assessment.id);
  tell({ open: null });
  if (!open) return;
  if (tails.get(open.assessment.id)?.entries.length === 0) tails.delete(open.assessment.id);
  else void save(open.assessment.id);
}

/** Adds lines to the history of the open assessment: seen at once, on disk soon after (`saving`). What is final refuses them, and says so. */
export function commit(drafts: EntryDraft | readonly EntryDraft[]): void {
  const { open } = useWorkspace.getState();
  if (!open) throw new Error('no assessment is open');
  const entries = [drafts].flat().map(stamp);
  if (entries.length === 0) return;
  if (isFinal(open.history)) {
    fail(open.assessment.id, 'final');
    return;
  }
  let { state, history } = open;
  for (const entry of entries) {
    writtenHere.add(entry.id);
    if (writtenHere.size > MOST_WRITTEN) writtenHere.delete(writtenHere.values().next().value ?? '');
    state = append(state, history, entry, open.fold);
    history = [...history, entry];
  }
  const changed = entries.some(({ kind }) => kind === 'undo')
    ? changedQuestions(open.state, state)
    : entries.flatMap((entry) => (entry.kind === 'answer' ? [entry.question] : []));
  const result = changed.length > 0 ? update(open.model, open.result, state.answers, changed) : open.result;
  const { id } = open.assessment;
  const tail = tails.get(id) ?? { from: open.history.length, entries: [] };
  tails.set(id, { ...tail, entries: [...tail.entries, ...entries] });
  // One change for whoever looks, what is open and how saving stands together.
  void save(id, { open: { ...open, history, state, result } });
}

/** Says why something is not saved; what is final takes nothing in. */
function fail(id: string, reason: SaveFailure): void {
  failures.set(id, reason);
  tell();
}

/** Takes back the last line that counts. @returns it; null at the beginning. */
export function undo(): Entry | null {
  return withdraw(undoable);
}

/** Takes back the last undo, as long as nothing else was done since. @returns that undo; null where there is none. */
export function redo(): Entry | null {
  return withdraw(redoable);
}

/** Tries again to save all that is not on disk. `saving` says how it went. */
export async function retry(): Promise<void> {
  await Promise.all(waiting().map((id) => save(id)));
}

function withdraw(which: (history: readonly Entry[]) => Entry | null): Entry | null {
  const { open } = useWorkspace.getState();
  const entry = open && which(open.history);
  if (!entry || isGiven(open, entry)) return null;
  commit({ kind: 'undo', entry: entry.id });
  return entry;
}

/** Is it an answer that a procedure gives for all its bids, which none of them changes or takes back? */
export const isGiven = ({ assessment, model }: OpenAssessment, entry: Entry | undefined): boolean =>
  assessment.procedure !== undefined &&
  entry?.kind === 'answer' &&
  model.items[model.indexOf(entry.question) ?? -1]?.question.evidence === 'none';

function changedQuestions(before: State, after: State): readonly string[] {
  if (before.answers === after.answers) return [];
  const changed: string[] = [];
  for (const [id, answer] of after.answers) if (before.answers.get(id) !== answer) changed.push(id);
  for (const id of before.answers.keys()) if (!after.answers.has(id)) changed.push(id);
  return changed;
}

const modelIn = ({ questionnaire, facts, policy }: WholeAssessment): Model => modelOf(questionnaire, facts, policy);

/** What several evaluators wrote side by side takes more to be folded; that comes with such entries. */
const folding = async (history: readonly Entry[]): Promise<Fold> =>
  history.some(({ after }) => after) ? (await import('../core/history.ts')).fold : foldLine;

function show(assessment: Header, model: Model, history: readonly Entry[], fold: Fold): void {
  const state = fold(history);
  useWorkspace.setState({ open: { assessment, model, history, state, result: evaluate(model, state.answers), fold } });
}

function without(entries: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  const ids = new Set(others.map((entry) => entry.id));
  return entries.filter((entry) => !ids.has(entry.id));
}

/** Saves that have not begun, by assessment: what is committed until they do goes with them. */
const queued = new Map<string, Promise<void>>();
/** Why the last save of an assessment failed. */
const failures = new Map<string, SaveFailure>();

/** What may pass by itself is tried again without a word: it counts as failed until it went well. */
const PASSING: readonly SaveFailure[] = ['full', 'slow', 'unavailable'];
const trying = again(() => {
  for (const id of waiting()) void bring(id);
});

/** Brings what waits to the disk; `saving` says how it went. Never rejects. */
function save(id: string, changes: Partial<Workspace> = {}): Promise<void> {
  failures.delete(id);
  tell(changes);
  return bring(id);
}

function bring(id: string): Promise<void> {
  const present = queued.get(id);
  if (present) return present;
  // It may have to wait for another that hangs.
  const late = setTimeout(fail, TIME_LIMIT, id, 'slow');
  const saved = inTurn(async () => {
    // What was answered is shown first; it waits for no more than that.
    await frameShown();
    queued.delete(id);
    try {
      while (await saveOnce(id));
      if (failures.get(id) !== 'final') failures.delete(id);
      if (waiting().length === 0) trying.end();
    } catch (error) {
      const reason = failureOf(error);
      failures.set(id, reason);
      if (PASSING.includes(reason)) trying.later();
      // What was deleted for good elsewhere has no place to be saved in; it is kept as long as it is open, to be exported.
      if (reason === 'removed' && !isOpen(id)) tails.delete(id);
    }
    clearTimeout(late);
    if (!isOpen(id) && tails.get(id)?.entries.length === 0) tails.delete(id);
    tell();
  });
  queued.set(id, saved);
  return saved;
}

/** Ids of the assessments that are not all on disk. */
const waiting = (): readonly string[] => [...tails].flatMap(([id, tail]) => (tail.entries.length > 0 ? [id] : []));

const isOpen = (id: string): boolean => useWorkspace.getState().open?.assessment.id === id;

/** Says how saving stands, and what else changed; a failure comes first, whichever assessment it is of. */
function tell(changes: Partial<Workspace> = {}): void {
  useWorkspace.setState((before) => ({ ...changes, saving: savingAfter({ ...before, ...changes }) }));
}

function savingAfter({ open, saving }: Workspace): SaveState {
  const ids = waiting();
  // What an open one refused is not waiting, and is told as long as it is open.
  const reason = [...ids, open?.assessment.id ?? ''].map((id) => failures.get(id)).find((failure) => failure !== undefined);
  if (reason) return { kind: 'failed', reason };
  if (ids.length > 0) return saving.kind === 'saving' ? saving : { kind: 'saving' };
  return saving.kind === 'saved' ? saving : { kind: 'saved', at: now() };
}

/** @returns whether there may be more to do. */
async function saveOnce(id: string): Promise<boolean> {
  const tail = tails.get(id);
  if (!tail || tail.entries.length === 0) return false;
  try {
    await addEntries(id, tail.from, tail.entries);
  } catch (error) {
    // Another window wrote at this place, or an earlier try got through after all, or the browser lost what came before: take in what is
    // there, then go on behind it.
    if (nameOf(error) !== 'ConstraintError' || !(await pull(id))) throw error;
    return true;
  }
  const { entries } = tails.get(id) ?? tail;
  tails.set(id, { from: tail.from + tail.entries.length, entries: entries.slice(tail.entries.length) });
  announce({ kind: 'entries', id });
  return true;
}

/**
 * Takes in what others added to a history, before what is not on disk yet, and the documents of its procedure where that moved it to
 * others. @returns whether there was anything.
 */
async function pull(id: string): Promise<boolean> {
  const whole = await readAssessment(id);
  const fold = await folding(whole?.history ?? []);
  const tail = tails.get(id);
  if (!whole || !tail) return false;
  const { header, history } = whole;
  const { open } = useWorkspace.getState();
  const shown = open && isOpen(id) ? open : null;
  const isMoved = shown !== null && JSON.stringify(shown.assessment) !== JSON.stringify(header);
  if (history.length === tail.from && !isMoved) return false;
  // What this window has seen there and is not there any more goes there again.
  const lost = shown?.history.slice(history.length, tail.from) ?? [];
  const late = without([...lost, ...tail.entries], history.slice(tail.from));
  // It was made final elsewhere before these got to the disk.
  const entries = isFinal(history) ? [] : late;
  tails.set(id, { from: history.length, entries });
  if (late.length > entries.length) fail(id, 'final');
  if (shown) show(header, isMoved ? modelIn(whole) : shown.model, [...history, ...entries], fold);
  return true;
}

/** Takes in what was added to the open history from elsewhere. Without storage, what is open stays as it is. */
export async function refresh(): Promise<void> {
  const id = useWorkspace.getState().open?.assessment.id;
  if (id) await inTurn(() => pull(id)).catch(() => undefined);
  await retry();
}

onChange((change, here) => {
  if (!here && change.kind === 'entries' && isOpen(change.id)) void refresh();
});

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => void retry());
  window.addEventListener('beforeunload', (event) => {
    if (waiting().length > 0) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
    else void retry();
  });
}
