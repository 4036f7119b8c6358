/**
 * From the form to the history: choices at once, what is typed after a pause, when the field is left, and when the page is.
 * Only what core accepts as an answer goes on; the rest stays in its field. And back: what comes from elsewhere.
 */
import type { FieldValues } from 'react-hook-form';
import type { Answer } from '../../core/format/answer.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { problem } from '../../core/problems.ts';
import { commit, useWorkspace } from '../../store/workspace.ts';
import { draftOf, type Reading, readDraft } from '../fields/draft.ts';
import { rememberUnfinished } from './unfinished.ts';

/** How long typing pauses before what is typed counts, in ms. */
const PAUSE = 400;

export interface Keeper {
  /** Hands the question's answer on at once. */
  readonly keep: (question: Question) => void;
  /** Hands it on after a pause; an emptied field waits until it is left. */
  readonly keepSoon: (question: Question) => void;
  /**
   * Brings an answer that came from elsewhere (undo, another window) into the fields; what this form handed on itself is there already,
   * and what is being typed is never written over.
   */
  readonly follow: (question: Question, before: Answer | undefined, answer: Answer | undefined) => void;
  /** Hands on whatever is left, and keeps for this window what is no answer. */
  readonly leave: () => void;
}

/** An answer as the form would write it: two that it shows alike are alike. */
export const fingerprint = (question: Question, answer: Answer | undefined): string =>
  JSON.stringify(readDraft(question, draftOf(question, answer)));

/** Reads a question's fields, also what a browser's date field holds back because it is not a whole date. */
export function readFields(question: Question, values: FieldValues): Reading {
  const halfDates = document.getElementById(question.id)?.querySelectorAll<HTMLInputElement>('input[type="date"]:invalid') ?? [];
  const complaints = [...halfDates].map(({ id }) => ({ name: id, problem: problem('', 'value-not-a-date', { found: '…' }) }));
  const reading = readDraft(question, values);
  if (complaints.length === 0) return reading;
  return { ok: false, complaints: reading.ok ? complaints : [...reading.complaints, ...complaints] };
}

/** For one page of questions; `getValues` reads its form, `setValue` writes into it. */
export function keeperOf(
  questions: readonly Question[],
  getValues: () => FieldValues,
  setValue: (name: string, value: unknown) => void,
): Keeper {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** The question whose answer is being handed on. */
  let handed: string | undefined;
  const stop = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const handOn = (question: Question, mayEmpty: boolean) => {
    stop(question.id);
    const { open } = useWorkspace.getState();
    const reading = readFields(question, getValues());
    if (!open || !reading.ok || (reading.answer === null && !mayEmpty)) return;
    if (JSON.stringify(reading) === fingerprint(question, open.state.answers.get(question.id))) return;
    handed = question.id;
    commit({ kind: 'answer', question: question.id, answer: reading.answer });
    handed = undefined;
  };
  return {
    keep: (question) => handOn(question, true),
    keepSoon: (question) => {
      stop(question.id);
      timers.set(
        question.id,
        setTimeout(() => handOn(question, false), PAUSE),
      );
    },
    follow: (question, before, answer) => {
      if (answer === before || handed === question.id || timers.has(question.id)) return;
      const now = fingerprint(question, answer);
      if (now === fingerprint(question, before) || now === JSON.stringify(readDraft(question, getValues()))) return;
      for (const [name, value] of Object.entries(draftOf(question, answer))) setValue(name, value);
    },
    leave: () => {
      for (const question of questions) {
        handOn(question, true);
        const { open } = useWorkspace.getState();
        if (!open) return;
        const draft = getValues();
        const instead = fingerprint(question, open.state.answers.get(question.id));
        const names = Object.keys(draftOf(question, undefined));
        const own = Object.fromEntries(names.map((name) => [name, draft[name]]));
        rememberUnfinished(open.assessment.id, question.id, readDraft(question, draft).ok ? null : { instead, draft: own });
      }
    },
  };
}
