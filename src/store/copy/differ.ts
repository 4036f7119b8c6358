/** The database beside its second copy: what either has that the other lacks. */
import { canonicalJson } from '../../core/canonical.ts';
import type { Header, Row } from '../database.ts';
import { nameOfRow, type Rows } from './rows.ts';

export interface Difference {
  /** What the database lost for certain: lines of a history that is there, documents that it needs, the register, settings. */
  readonly lost: readonly Row[];
  /**
   * Whole assessments, procedures and questionnaires that the copy alone has: lost, or deleted just before a crash. A person
   * decides.
   */
  readonly offered: readonly Row[];
  /** Does the copy say just what the database will say with `lost` in it? */
  readonly isSame: boolean;
}

const HEADERS: Readonly<Record<string, Row[0]>> = { entries: 'assessments', procedureEntries: 'procedures' };
const WHOLE: readonly Row[0][] = ['assessments', 'procedures', 'questionnaires'];

export function differ(kept: Rows, copy: Rows): Difference {
  const missing = [...copy].flatMap(([name, row]) => (kept.has(name) ? [] : [row]));
  const headers = missing.filter(([store]) => WHOLE.includes(store));
  const isOffered = new Set(headers.map(([store, key]) => nameOfRow(store, key)));
  const headerOf = ([store, key]: Row) => nameOfRow(HEADERS[store] ?? store, (key as readonly string[])[0] ?? '');
  const wanted = documentsOf([...kept.values()]);
  const wantedThen = documentsOf(missing);
  const lost: Row[] = [];
  const offered: Row[] = [...headers];
  for (const row of missing) {
    const [store, key] = row;
    if (store in HEADERS) {
      if (kept.has(headerOf(row))) lost.push(row);
      else if (isOffered.has(headerOf(row))) offered.push(row);
    } else if (store === 'documents') {
      if (wanted.has(String(key))) lost.push(row);
      else if (wantedThen.has(String(key))) offered.push(row);
    } else if (store === 'register' || (store === 'settings' && key !== 'loss')) lost.push(row);
  }
  const isSame = missing.length === lost.length + offered.length && [...kept].every(([name, row]) => isEqual(row, copy.get(name)));
  return { lost, offered: headers.length > 0 ? offered : [], isSame };
}

const isEqual = (a: Row, b: Row | undefined): boolean => b !== undefined && canonicalJson(a[2]) === canonicalJson(b[2]);

/** Hashes of the documents that these rows refer to. */
function documentsOf(rows: readonly Row[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [store, , value] of rows) {
    if (store === 'questionnaires') found.add(value as string);
    const named = store === 'assessments' ? value : store === 'procedureEntries' ? (value as { criteria?: unknown }).criteria : undefined;
    const { questionnaire, policy, facts } = (named ?? {}) as Partial<Header>;
    for (const sha256 of [questionnaire, policy, facts]) if (sha256 !== undefined) found.add(sha256);
  }
  return found;
}
