/**
 * The second copy under a lock: the same lines, each of them sealed, with a head that has the lock, so that either file can be opened by the
 * passphrase alone. A line says itself what it is of; its order among the others is not bound, as in the database.
 */
import { generationOf, HEAD_LENGTH, lineWith, textIn } from '../copy/journal.ts';
import { base64, bytesIn, openBytes, sealBytes } from './seal.ts';
import type { Bytes, Session } from './session.ts';

const BINDING = 'soundings-lock/1 copy';

/** What a line of such a copy is. */
interface Line {
  readonly lock?: string;
  readonly sealed?: string;
}

/** Lines as they go into a file that others lie in already. */
export async function sealLines(session: Session, lines: string): Promise<string> {
  const texts = lines.split('\n').flatMap((line) => textIn(line) ?? []);
  const sealed = await Promise.all(texts.map((text) => sealBytes(session, text, BINDING)));
  return sealed.map((bytes) => lineWith(JSON.stringify({ sealed: base64(bytes) } satisfies Line))).join('');
}

/** The line that a file begins with. */
export const lockLine = ({ lock }: Session): string => lineWith(JSON.stringify({ lock: base64(lock) } satisfies Line));

/** The lock of a copy, of the newer file where both have one; null where it is under none. */
export function lockIn(texts: readonly string[]): Bytes | null {
  const byAge = [...texts].sort((a, b) => generationOf(b.slice(0, HEAD_LENGTH)) - generationOf(a.slice(0, HEAD_LENGTH)));
  for (const text of byAge) {
    for (const line of text.slice(HEAD_LENGTH).split('\n', 2)) {
      const found = lineIn(line);
      if (found?.lock !== undefined) return bytesIn(found.lock);
    }
  }
  return null;
}

/**
 * Files as they would be without the lock. Damaged lines stay damaged.
 * @returns `isOther`: some of it is under no lock or another, and has to go
 */
export async function openTexts(
  session: Session | null,
  texts: readonly string[],
): Promise<{ texts: readonly string[]; isOther: boolean }> {
  if (!session) {
    const isOther = lockIn(texts) !== null;
    return { texts: isOther ? [] : texts, isOther };
  }
  const lock = base64(session.lock);
  let isOther = false;
  const open = async (line: string): Promise<string> => {
    const found = lineIn(line);
    if (!found) return line;
    if (found.lock !== undefined) {
      isOther ||= found.lock !== lock;
      return '';
    }
    if (found.sealed === undefined) {
      isOther = true;
      return line;
    }
    try {
      return lineWith(await openBytes(session, bytesIn(found.sealed), BINDING)).trimEnd();
    } catch {
      isOther = true;
      return '';
    }
  };
  const opened = texts.map(async (text) => {
    const lines = await Promise.all(text.slice(HEAD_LENGTH).split('\n').map(open));
    return text.slice(0, HEAD_LENGTH) + lines.join('\n');
  });
  return { texts: await Promise.all(opened), isOther };
}

function lineIn(line: string): Line | null {
  const text = textIn(line);
  return text === null ? null : (JSON.parse(text) as Line);
}
