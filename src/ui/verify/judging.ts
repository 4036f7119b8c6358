import { loadFaces, loadFonts } from '../../report/fonts/load.ts';
import { signatureIn } from '../../report/sign/read.ts';
import { NoCryptography } from '../../report/verify/signature.ts';
import { Verifier } from '../../report/verify/verify.ts';
import type { Finding, Report, Task } from './task.ts';

/** The last task that was given. */
let current = -1;

/** Fetches what every report needs, so that nothing is wanted of the network once files are there. */
export const prepare = async (): Promise<void> => void (await loadFaces());

/** Checks one file after another; one that cannot be read holds up no other. A task that comes meanwhile ends this one. */
export async function judgeAll({ number, files, known, keys }: Task, say: (report: Report) => void): Promise<void> {
  current = number;
  const verifier = new Verifier({
    fonts: loadFonts,
    signatureIn: signatureIn(crypto),
    known: known ? new Set(known) : undefined,
    keys: new Set(keys),
  });
  for (const [at, file] of files.entries()) {
    const finding = await judged(verifier, file);
    // What waits gets its turn between files.
    await new Promise((resolve) => setTimeout(resolve));
    if (number !== current) return;
    say({ number, at, finding });
  }
}

async function judged(verifier: Verifier, file: File): Promise<Finding> {
  try {
    return { judged: await verifier.verify(new Uint8Array(await file.arrayBuffer())) };
  } catch (error) {
    if (error instanceof NoCryptography) return { unread: 'no-cryptography' };
    return { unread: { reason: error instanceof Error ? error.message : String(error) } };
  }
}
