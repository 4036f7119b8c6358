import { useComplaint } from './form.ts';

/** Element id of what is wrong with a field. */
export const complaintId = (name: string): string => `${name}--error`;

/** What is wrong with a field, beside it; the same words as in the summary on top of the page. */
export function Complaint({ name }: { readonly name: string }) {
  const message = useComplaint(name);
  return message ? (
    <p className="error" id={complaintId(name)}>
      {message}
    </p>
  ) : null;
}
