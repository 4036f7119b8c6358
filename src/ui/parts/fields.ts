/** What the forms of a few fields share, beside React Hook Form. */
import { type FieldErrors, type FieldValues, get } from 'react-hook-form';
import type { FieldError } from './ErrorSummary.tsx';

/** The rule of a field that must be filled in; a choice of which nothing is chosen is null. `message` says what is needed. */
export const filled = (message: string) => ({ validate: (value: string | null) => (value ?? '').trim() !== '' || message });

/** What is wrong with the fields, in their order. The id of each element is `prefix`, a hyphen and the field's name, hyphens for dots. */
export function errorsOf<T extends FieldValues>(errors: FieldErrors<T>, prefix: string, fields: readonly string[]): readonly FieldError[] {
  return fields.flatMap((field) => {
    const error: { readonly message?: string } | undefined = get(errors, field);
    return error?.message ? [{ field: `${prefix}-${field.replaceAll('.', '-')}`, message: error.message }] : [];
  });
}
