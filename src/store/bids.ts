/** Bids: assessments under a procedure, which says which they are and what they are judged by. */
import { criteriaOf as hashesOf } from '../core/compare/criteria.ts';
import type { Assessment, Entry } from '../core/format/assessment.ts';
import type { Procedure } from '../core/format/procedure.ts';
import { isFinal } from '../core/line.ts';
import type { Outcome } from '../core/problems.ts';
import { criteriaOf } from '../core/procedure/criteria.ts';
import type { Difference } from '../core/procedure/differences.ts';
import { joinDifferences, underCriteria } from '../core/procedure/join.ts';
import { letterOf } from '../core/procedure/letters.ts';
import { foldProcedure, type ProcedureState } from '../core/procedure/state.ts';
import { amend, procedureEntry, refuse } from './amend.ts';
import { haveOneBeginning } from './assessments.ts';
import type { Writing } from './database.ts';
import { assessmentOf } from './documents.ts';
import { readText } from './files.ts';
import { newKey, now } from './identity.ts';
import { addAssessmentIn, refuseFinal } from './keeping.ts';
import { procedureOf, type WholeProcedure } from './procedureRecords.ts';
import { addEntriesIn, assessmentIn, type WholeAssessment } from './records.ts';
import { useSettings } from './settings.ts';
import { type EntryDraft, stamp } from './workspace.ts';

/** Where a bid goes, and how it is called: "Bid A" of A, in the words of the screen. `lot`: id; '' for none. */
export interface Place {
  readonly lot: string;
  readonly labelOf: (letter: string) => string;
}

/**
 * What came of a file. `joined`: it is a bid now. `grown`: it was one, and the file has later entries, which were added. `known`: all of
 * it was here already. `back`: it was one that was not on this device. `differs`: it was made under other criteria, and nothing changed.
 */
export type TakenIn =
  | { readonly kind: 'joined' | 'known' | 'back'; readonly id: string; readonly label: string }
  | { readonly kind: 'grown'; readonly id: string; readonly label: string; readonly added: number }
  | { readonly kind: 'differs'; readonly differences: readonly Difference[] };

/** Begins a bid under the criteria in force, with the buyer's answers in it. @returns its id @throws if it could not be saved */
export function startBid(id: string, place: Place, purpose: string): Promise<Outcome<string>> {
  const bid = newKey();
  return amend(id, async ({ history }, tx) => {
    const state = foldProcedure(history);
    if (!state.criteria) return refuse('bid-before-seal');
    const { questionnaire, policy, facts } = state.criteria;
    const label = nextLabel(state, place);
    const header = { id: bid, created: now(), questionnaire, policy, facts, procedure: id };
    await addAssessmentIn(tx, header, new Map(), detailsOf(state, { label, lot: place.lot, purpose }));
    return { value: bid, entries: [bidEntry(bid, label, place.lot)], bids: [bid] };
  });
}

/** Takes a bid in from a file, where it agrees with the criteria. @throws if it could not be saved */
export async function takeInBid(id: string, file: Blob, place: Place): Promise<Outcome<TakenIn>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const { parseAssessment } = await import('../core/parse.ts');
  const parsed = parseAssessment(text.value);
  if (!parsed.ok) return parsed;
  return amend(id, async (whole, tx) => joinIn(tx, whole, parsed.value, await assessmentIn(tx, parsed.value.id), place));
}

/** Puts bids that the procedure names on this device. @throws if it could not be saved */
export const bringBids = (id: string, assessments: readonly Assessment[]): Promise<Outcome<null>> =>
  amend(id, async (whole, tx) => {
    const nowhere = { lot: '', labelOf: () => refuse('leave-unknown') };
    for (const assessment of assessments) await joinIn(tx, whole, assessment, await assessmentIn(tx, assessment.id), nowhere);
    return { value: null, entries: [], bids: assessments.map((one) => one.id) };
  });

/** Makes an assessment that is kept here a bid, where it agrees with the criteria. @throws if it could not be saved */
export function joinKept(id: string, assessment: string, place: Place): Promise<Outcome<TakenIn>> {
  return amend(id, async (whole, tx) => {
    const here = await assessmentIn(tx, assessment);
    if (!here) return refuse('bid-not-here');
    return joinIn(tx, whole, assessmentOf(here), here, place);
  });
}

/** Takes a bid out of the procedure; it stays here as an assessment of its own. @throws if it could not be saved */
export function removeBid(id: string, assessment: string, reason: string): Promise<Outcome<null>> {
  return amend(id, async (_, tx) => {
    await releaseIn(tx, id, assessment);
    return { value: null, entries: [procedureEntry({ kind: 'leave', assessment, reason })], bids: [assessment] };
  });
}

/** A bid moved to another questionnaire: its history so far, lines of today, and the hash of the questionnaire it was moved to. */
export interface MovedBid extends Pick<Assessment, 'created' | 'history'> {
  readonly lines: readonly EntryDraft[];
  readonly questionnaire: string;
}

/**
 * Puts a moved bid in the place of the one that it was made from, which leaves and keeps its label (SPEC B4.1). `reasonOf`: why it leaves, from
 * the next label. @returns the id of the moved one @throws if it could not be saved
 */
export function replaceBid(
  id: string,
  before: string,
  moved: MovedBid,
  { labelOf, reasonOf }: Pick<Place, 'labelOf'> & { readonly reasonOf: (label: string) => string },
): Promise<Outcome<string>> {
  const assessment = newKey();
  return amend(id, async ({ history }, tx) => {
    const state = foldProcedure(history);
    const bid = state.bids.find((one) => one.assessment === before);
    if (!bid) return refuse('bid-not-here');
    if (state.criteria?.questionnaire !== moved.questionnaire) return refuse('criteria-changed');
    const { questionnaire, policy, facts } = state.criteria;
    const lot = bid.lot ?? '';
    const label = nextLabel(state, { lot, labelOf });
    await releaseIn(tx, id, before);
    const header = { id: assessment, created: moved.created, questionnaire, policy, facts, procedure: id };
    await addAssessmentIn(tx, header, new Map(), [...moved.history, ...moved.lines.map(stamp)]);
    const leaving = procedureEntry({ kind: 'leave', assessment: before, reason: reasonOf(label) });
    return { value: assessment, entries: [leaving, bidEntry(assessment, label, lot)], bids: [before, assessment] };
  });
}

/** From now on it is an assessment of its own. */
async function releaseIn(tx: Writing, id: string, assessment: string): Promise<void> {
  const header = await tx.objectStore('assessments').get(assessment);
  if (header?.procedure !== id) return;
  const { procedure: _, ...own } = header;
  await tx.objectStore('assessments').put(own);
}

/** `here`: what is kept under the same id. Writes nothing where it refuses, or finds a difference. */
async function joinIn(tx: Writing, whole: WholeProcedure, assessment: Assessment, here: WholeAssessment | null, place: Place) {
  const state = foldProcedure(whole.history);
  const procedure = procedureOf(whole);
  const { id } = whole.header;
  if (here?.header.procedure !== undefined && here.header.procedure !== id) return refuse('bid-of-another-procedure');
  const joining = joinDifferences(procedure, assessment);
  if (joining.kind === 'not-sealed' || !state.criteria) return refuse('bid-before-seal');
  const known = joining.kind === 'is-in' ? joining.bid : null;
  const differences = joining.kind === 'differs' ? joining.differences : known ? strayed(procedure, assessment) : [];
  if (differences.length > 0) return unchanged({ kind: 'differs', differences });

  const isOne = here !== null && haveOneBeginning(here.history, assessment.history);
  if (known && here && !isOne) return refuse('bid-gone-another-way');
  // One that has gone another way outside of the procedure stays; this is another, under an id of its own.
  const bid = here && !isOne ? newKey() : assessment.id;
  const isFixed = isFinal(assessment.history);
  if (isFixed && bid !== assessment.id) return refuse('bid-gone-another-way');
  // What is final keeps what it was made with, though a deviation came since.
  const { questionnaire, policy, facts } = isFixed ? hashesOf(assessment) : state.criteria;
  const added = isOne ? assessment.history.slice(here.history.length) : [];
  if (added.length > 0 && here) refuseFinal(here.history);
  if (isOne) {
    const { binned: _, ...kept } = here.header;
    await tx.objectStore('assessments').put({ ...kept, policy, facts, procedure: id });
    await addEntriesIn(tx, bid, here.history.length, added);
  } else {
    const header = { id: bid, created: assessment.created, questionnaire, policy, facts, procedure: id };
    await addAssessmentIn(tx, header, new Map(), assessment.history);
  }
  if (known) {
    const { label } = known;
    if (here?.header.procedure !== id) return { value: { kind: 'back', id: bid, label } as TakenIn, entries: [], bids: [bid] };
    if (added.length === 0) return unchanged({ kind: 'known', id: bid, label });
    return { value: { kind: 'grown', id: bid, label, added: added.length } as TakenIn, entries: [], bids: [bid] };
  }
  const label = state.left.find((one) => one.assessment === bid)?.label ?? nextLabel(state, place);
  return { value: { kind: 'joined', id: bid, label } as TakenIn, entries: [bidEntry(bid, label, place.lot)], bids: [bid] };
}

/** In what a bid that is in differs from the criteria in force; in nothing where it is as before a deviation, which it then follows. */
export function strayed(procedure: Procedure, assessment: Assessment): readonly Difference[] {
  const { seal, deviations } = foldProcedure(procedure.history);
  const sinceSeal = [...(seal ? [seal.criteria] : []), ...deviations.map(({ to }) => to)];
  const found = sinceSeal.map((one) => underCriteria(criteriaOf(procedure, one), assessment));
  const last = found.at(-1);
  return last?.kind === 'differs' && found.every(({ kind }) => kind === 'differs') ? last.differences : [];
}

const unchanged = (value: TakenIn) => ({ value, entries: [], bids: [] });

const bidEntry = (assessment: string, label: string, lot: string) =>
  procedureEntry({ kind: 'bid', assessment, label, ...(lot === '' ? {} : { lot }) });

/** The first label that no bid has, and none that left. */
function nextLabel({ bids, left }: ProcedureState, { labelOf }: Place): string {
  const taken = new Set([...bids, ...left].map(({ label }) => label));
  let place = taken.size;
  while (taken.has(labelOf(letterOf(place)))) place += 1;
  return labelOf(letterOf(place));
}

/** What a bid says of itself from the beginning. */
function detailsOf({ details, lots }: ProcedureState, bid: { label: string; lot: string; purpose: string }): readonly Entry[] {
  const procedure = [details.number, details.title].filter(Boolean).join(' · ');
  const lot = lots.find(({ id }) => id === bid.lot)?.title;
  const { person: assessor } = useSettings.getState();
  const said = { title: bid.label, authority: details.authority, procedure, lot, assessor, purpose: bid.purpose };
  return Object.entries(said).flatMap(([detail, value]) =>
    value ? [stamp({ kind: 'detail', detail: detail as keyof typeof said, value })] : [],
  );
}
