/**
 * What a page of questions is drawn with besides what all of them are. It comes before the page is shown: what came later would push the
 * questions away from under the pointer that is about to answer them.
 */
import { useEffect, useState } from 'react';
import type { Item, Model } from '../../core/model.ts';
import { type OpenAssessment, useWorkspace } from '../../store/workspace.ts';
import { countryNames, LATE_FIELDS } from '../fields/late.ts';
import { part } from '../page.tsx';

export const EvidenceFields = part(['evidence'], 'EvidenceFields', () => import('./EvidenceFields.tsx'));
export const EarlierAnswer = part(['account', 'overview'], 'EarlierAnswer', () => import('./EarlierAnswer.tsx'));
export const DisputedHere = part(['evaluators'], 'DisputedHere', () => import('../merge/DisputedHere.tsx'));
export const GivenAnswer = part(['account', 'procedure'], 'GivenAnswer', () => import('../procedure/GivenAnswer.tsx'));

/** Can what is named beside an answer be from another one? Told without the code that knows: where there was but one, it cannot. */
export function mayBeEarlier({ state, history }: OpenAssessment, question: string): boolean {
  const answer = state.answers.get(question);
  const isNamed = Boolean(answer?.note) || (answer?.state === 'answered' && answer.evidence !== undefined);
  return isNamed && history.filter((entry) => entry.kind === 'answer' && entry.question === question).length > 1;
}

/** The questions of a page, in order; section and page by their indexes. */
export const itemsOf = (model: Model, section: number, page: number): readonly Item[] =>
  model.items.filter((item) => item.section === section && item.page === page);

/** What these questions need and is not there yet. */
function missing(open: OpenAssessment, items: readonly Item[]) {
  const { assessment, state } = open;
  const questions = items.map(({ question }) => question);
  const answered = questions.filter(({ id }) => state.answers.has(id));
  const needed = [
    ...questions.flatMap(({ type }) => LATE_FIELDS[type] ?? []),
    ...(answered.length > 0 ? [EvidenceFields] : []),
    ...(answered.some(({ id }) => mayBeEarlier(open, id)) ? [EarlierAnswer] : []),
    ...(answered.some(({ type }) => type === 'countries') ? [countryNames] : []),
    ...(questions.some(({ id }) => state.disputed.has(id)) ? [DisputedHere] : []),
    ...(assessment.procedure !== undefined && questions.some(({ evidence }) => evidence === 'none') ? [GivenAnswer] : []),
  ];
  return needed.filter((one) => !one.isThere());
}

async function bring(open: OpenAssessment | null, items: readonly Item[]): Promise<void> {
  if (open) await Promise.all(missing(open, items).map((one) => one.fetch()));
}

/** Brings what a page of the open assessment needs; section and page by their ids. */
export async function fetchNeeds(section: string, page: string): Promise<void> {
  const { open } = useWorkspace.getState();
  const at = open?.model.sectionIndex(section) ?? -1;
  const pageAt = open?.model.sections[at]?.section.pages.findIndex(({ id }) => id === page) ?? -1;
  await bring(open, open ? itemsOf(open.model, at, pageAt) : []);
}

/** Brings what these questions need. @returns whether it is there */
export function useNeeds(items: readonly Item[]): boolean {
  const [isThere, setThere] = useState(() => {
    const { open } = useWorkspace.getState();
    return open !== null && missing(open, items).length === 0;
  });
  useEffect(() => {
    // What could not be had is said where it should stand.
    const show = () => setThere(true);
    if (!isThere) bring(useWorkspace.getState().open, items).then(show, show);
  }, [isThere, items]);
  return isThere;
}
