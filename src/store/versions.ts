/** Versions of a questionnaire that an assessment could be moved to, shipped or loaded by the person. */
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { listQuestionnaires, loadQuestionnaire } from './questionnaires.ts';
import { isShipped, loadShipped, shippedKeys } from './shipped.ts';

/** Versions of the same questionnaire that are newer than this one, newest first. */
export async function newerVersions({ id, version }: Pick<Questionnaire, 'id' | 'version'>): Promise<readonly string[]> {
  const own = await listQuestionnaires();
  const keys = [...shippedKeys(), ...own.map(({ key }) => key)].map((key) => key.split('@'));
  const versions = keys.flatMap(([name, found]) => (name === id && found !== undefined ? [found] : []));
  return [...new Set(versions)].filter((found) => compareVersions(found, version) > 0).sort((a, b) => compareVersions(b, a));
}

/** A version that is here; null where it is not any more. */
export function loadVersion(id: string, version: string): Promise<Questionnaire | null> {
  const key = `${id}@${version}`;
  return isShipped(key) ? loadShipped(key) : loadQuestionnaire(key);
}

/** By numbers, as versions are written: 1.10.0 is newer than 1.9.0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = left?.findIndex((part, i) => part !== right?.[i]) ?? -1;
  return at === -1 ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
}
