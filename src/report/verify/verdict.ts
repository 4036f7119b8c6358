/** What can be said of a file that is held against the report its own data gives. */

export type Verdict = 'signed-known' | 'signed-unknown' | 'unsigned' | 'changed' | 'other-version' | 'not-ours';

/** A stretch of a report by what it is for. */
export type Part = 'page' | 'font' | 'structure' | 'bookmarks' | 'metadata' | 'attachment' | 'colour' | 'packed' | 'frame';

/** Why: the words of each are in `words.ts`. `where`: a place in the data, as in `/result/overall`. Counts are of bytes, places from 0. */
export type Reason =
  | { readonly code: 'same'; readonly bytes: number; readonly sha256: string }
  | { readonly code: 'no-signature' }
  | { readonly code: 'signed'; readonly by: string; readonly at: string; readonly key: string }
  /** `of`: SHA-256 of the whole assessment. */
  | { readonly code: 'redacted'; readonly of: string }
  | { readonly code: 'listed' | 'not-listed' }
  | { readonly code: 'before' | 'after'; readonly bytes: number }
  | { readonly code: 'cut-off'; readonly bytes: number; readonly of: number | null }
  | { readonly code: 'no-data' | 'data' | 'data-unreadable' | 'signature' | 'after-signature' }
  | { readonly code: 'data-refused' | 'result'; readonly where: string }
  | { readonly code: 'page'; readonly pages: readonly number[] }
  | { readonly code: Exclude<Part, 'page'> | 'twice' | 'strange' }
  | { readonly code: 'version'; readonly version: string; readonly engine: string }
  | { readonly code: 'pages-not-compared' }
  | { readonly code: 'none-of-ours' }
  | { readonly code: 'other-form'; readonly format: string };

/** `title`, `date` (ISO instant), `data` (SHA-256 of the record): as the data inside say, where they could be read. */
export interface Judged {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly title?: string;
  readonly date?: string;
  readonly data?: string;
  /** Whether one of its hashes is on the list of known ones; left out where no list is given. */
  readonly listed?: boolean;
}

const UNCHANGED: readonly Verdict[] = ['signed-known', 'signed-unknown', 'unsigned'];

export const isUnchanged = ({ verdict }: Judged): boolean => UNCHANGED.includes(verdict);

/**
 * Whether a script may go on with it. Unchanged; and where a list of known reports is given, on that list: then a report of another
 * version will do as well, since the list knows all its bytes.
 */
export const isGenuine = (judged: Judged): boolean =>
  judged.listed === undefined ? isUnchanged(judged) : judged.listed && (judged.verdict === 'other-version' || isUnchanged(judged));
