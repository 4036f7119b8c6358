/** What a field needs of the form it stands in. */
import { createContext, useContext } from 'react';
import { type Control, type FieldError, type FieldErrors, type FieldValues, get, type UseFormReturn } from 'react-hook-form';
import type { Question } from '../../core/format/questionnaire.ts';

export interface FieldForm extends Pick<UseFormReturn<FieldValues>, 'register' | 'setValue' | 'getValues'> {
  readonly control: Control<FieldValues>;
  /** What is wrong, by field, since the last try to go on. */
  readonly errors: FieldErrors;
  /** Hands the question's answer on at once. */
  readonly keep: (question: Question) => void;
  /** Hands it on when the typing pauses. */
  readonly keepSoon: (question: Question) => void;
}

export interface FieldProps<Q extends Question> {
  readonly question: Q;
  /** Ids of the elements that name and describe the question. */
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
}

export const FieldFormContext = createContext<FieldForm | null>(null);

/** @throws outside a form: a programmer's error */
export function useFieldForm(): FieldForm {
  const form = useContext(FieldFormContext);
  if (!form) throw new Error('a field stands in a form');
  return form;
}

/** What is wrong with a field, in words, since the last try to go on. */
export function useComplaint(name: string): string | undefined {
  const error: FieldError | undefined = get(useFieldForm().errors, name);
  return error?.message;
}
