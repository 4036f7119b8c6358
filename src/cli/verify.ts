import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import messages from '../i18n/en/verify.json?messages';
import { formats } from '../i18n/format.ts';
import type { VerifyKey } from '../i18n/languages.ts';
import { translator } from '../i18n/translator.ts';
import { signatureIn } from '../report/sign/read.ts';
import { knownHashes } from '../report/verify/known.ts';
import { isGenuine } from '../report/verify/verdict.ts';
import { Verifier } from '../report/verify/verify.ts';
import { reasonWords, VERDICT } from '../report/verify/words.ts';
import { fontsOf } from './fonts.ts';
import { complain, reasonOf, STATUS, say, t } from './io.ts';

const words = translator<VerifyKey>('en', messages);

/**
 * One JSON object a line for each file, folders walked for PDFs: `file`, `verdict` (in words), `reasons` (sentences). The verdict is null of
 * what cannot be read. All is well only if there are files and each is genuine; `list`: file of SHA-256s that are known; `keys`:
 * fingerprints of keys that are.
 */
export async function verify(paths: readonly string[], list: string | undefined, keys: ReadonlySet<string>): Promise<number> {
  const known = list === undefined ? undefined : readList(list);
  if (known === null) return STATUS.problems;
  const verifier = new Verifier({ fonts: fontsOf, signatureIn: signatureIn(crypto), known, keys });
  let status: number = STATUS.well;
  for (const path of paths) {
    let count = 0;
    for (const file of pdfsAt(path)) {
      count += 1;
      const { isWell, line } = await judged(verifier, file);
      say(JSON.stringify({ file, ...line }));
      if (!isWell) status = STATUS.problems;
    }
    if (count > 0) continue;
    complain(t('cli.noPdf', { file: path }));
    status = STATUS.problems;
  }
  return status;
}

interface Line {
  readonly verdict: string | null;
  readonly reasons: readonly string[];
}

async function judged(verifier: Verifier, file: string): Promise<{ readonly isWell: boolean; readonly line: Line }> {
  try {
    const found = await verifier.verify(readFileSync(file));
    const reasons = found.reasons.map((reason) => reasonWords(reason, words, formats('en')));
    return { isWell: isGenuine(found), line: { verdict: words(VERDICT[found.verdict]), reasons } };
  } catch (error) {
    return { isWell: false, line: { verdict: null, reasons: [words('verify.unread', { reason: reasonOf(error) })] } };
  }
}

function readList(file: string): ReadonlySet<string> | null {
  try {
    const known = knownHashes(readFileSync(file, 'utf8'));
    if (!known) complain(t('cli.problem', { file, problem: words('verify.list.none') }));
    return known;
  } catch (error) {
    complain(t('cli.problem', { file, problem: words('verify.unread', { reason: reasonOf(error) }) }));
    return null;
  }
}

/** The file itself, whatever it is called; of a folder every PDF in it and below. What cannot be looked at is left to the reader, who says why. */
function pdfsAt(path: string): readonly string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? below(path) : [path];
}

function below(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    // A link to a folder may lead back to where it stands.
    if (entry.isDirectory()) return below(path);
    return /\.pdf$/i.test(entry.name) ? [path] : [];
  });
}
