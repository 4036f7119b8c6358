/**
 * What is wrong with something that came from outside. Core never writes a sentence for people: it names
 * the place, a code and the parameters, and `i18n` has the words (`problem.<code>`).
 */
export interface Problem {
  readonly code: string;
  /** JSON Pointer (RFC 6901) into the thing that was checked; '' is the whole of it. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** A warning leaves the thing usable; anything else refuses it. */
  readonly severity: 'error' | 'warning';
}

/** Failure is data at the borders: a value, or every problem found (never none). */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A problem that refuses what was checked. */
export function problem(path: string, code: string, params: Problem['params'] = {}): Problem {
  return { code, path, params, severity: 'error' };
}

/** A problem that an author should know of, but that harms no result. */
export function warning(path: string, code: string, params: Problem['params'] = {}): Problem {
  return { code, path, params, severity: 'warning' };
}

/** JSON Pointer of a key or index below `path`. */
export function below(path: string, ...keys: readonly (string | number)[]): string {
  return path + keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
