/** Files that come in, taken whole or refused with place and reason before anything that is here was touched; and the form of those that go out. */
import { canonicalJson } from '../core/canonical.ts';
import type { Policy } from '../core/format/facts.ts';
import { type Outcome, problem } from '../core/problems.ts';

/** Largest file that is read, in MB (10⁶ bytes); a backup holds many. */
const FILE_LIMIT = 20;
export const BACKUP_LIMIT = 40;

/** The text of a file, unless it is too large or no UTF-8. */
export async function readText(file: Blob, limit = FILE_LIMIT): Promise<Outcome<string>> {
  if (file.size > limit * 1e6)
    return { ok: false, problems: [problem('', 'file-too-large', { limit, found: Math.ceil(file.size / 1e6) })] };
  const bytes = await file.arrayBuffer();
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    return { ok: false, problems: [problem('', 'not-utf8')] };
  }
}

/** An authority's policy file. */
export async function readPolicy(file: Blob): Promise<Outcome<Policy>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const { parsePolicy } = await import('../core/parse.ts');
  return parsePolicy(text.value);
}

/** The text of a file that goes out: keys in order, two spaces, so that the same thing has the same text. */
export const fileText = (value: unknown): string => `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;

/** A title as every file system takes it: letters and digits of any script, joined by hyphens; `otherwise` where nothing is left of it. */
export function fileName(title: string, otherwise: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase();
  return `${name || otherwise}.json`;
}
