/**
 * What answers are shown with, and questions alone do not need. It comes before a page of questions is shown: what came later would push
 * the questions away from under the pointer that is about to answer them.
 */
import { useEffect, useState } from 'react';
import { useWorkspace } from '../../store/workspace.ts';
import { fetchCountryNames } from '../fields/countryNames.ts';
import { page } from '../page.tsx';
import { currentLanguage } from '../words.ts';

export const EvidenceFields = page([], 'EvidenceFields', () => import('./EvidenceFields.tsx'));
export const EarlierAnswer = page(['account', 'overview'], 'EarlierAnswer', () => import('./EarlierAnswer.tsx'));
export const DisputedHere = page(['evaluators'], 'DisputedHere', () => import('../merge/DisputedHere.tsx'));
export const GivenAnswer = page(['account', 'procedure'], 'GivenAnswer', () => import('../procedure/GivenAnswer.tsx'));

/** Id of the assessment whose answers have all they need. */
let ready = '';

/** Brings what the answers of the open assessment need. */
export async function fetchForAnswers(): Promise<void> {
  const { open } = useWorkspace.getState();
  if (!open || open.state.answers.size === 0) return;
  await Promise.all([
    EvidenceFields.fetch(),
    EarlierAnswer.fetch(),
    fetchCountryNames(currentLanguage()),
    open.assessment.procedure !== undefined && GivenAnswer.fetch(),
    open.state.disputed.size > 0 && DisputedHere.fetch(),
  ]);
  ready = open.assessment.id;
}

/** Brings it. @returns whether it is there */
export function useForAnswers(): boolean {
  const [isThere, setThere] = useState(() => {
    const { open } = useWorkspace.getState();
    return open?.state.answers.size === 0 || open?.assessment.id === ready;
  });
  useEffect(() => {
    // What could not be had is said where it should stand.
    const show = () => setThere(true);
    if (!isThere) fetchForAnswers().then(show, show);
  }, [isThere]);
  return isThere;
}
