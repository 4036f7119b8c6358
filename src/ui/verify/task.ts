/** What the page asks of the worker, and what that says. */
import type { Unread } from '../../report/verify/table.ts';
import type { Judged } from '../../report/verify/verdict.ts';

/** `known`: SHA-256s that are known from elsewhere; null where there is no list. `keys`: fingerprints of keys made here. A task takes the place of the one before. */
export interface Task {
  readonly number: number;
  readonly files: readonly File[];
  readonly known: readonly string[] | null;
  readonly keys: readonly string[];
}

/** Of one file; `unread`: why it could not be read or checked, which is no verdict. */
export type Finding = { readonly judged: Judged } | { readonly unread: Unread };

/** What was found of one file of a task, by its place. */
export interface Report {
  readonly number: number;
  readonly at: number;
  readonly finding: Finding;
}
