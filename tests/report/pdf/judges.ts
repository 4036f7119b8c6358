/**
 * Other people's PDF readers, as judges of ours: qpdf, poppler and mupdf. Where one is missing, a test that needs it fails on
 * the integration server (CI is set) and is left out elsewhere, saying so.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';

export type Judge = 'qpdf' | 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdfsig' | 'mutool';

function present(judge: Judge): boolean {
  return spawnSync(judge, ['-v']).error === undefined;
}

/** A test that asks the judges named. */
export function judged(judges: readonly Judge[], name: string, run: () => void | Promise<void>): void {
  const missing = judges.filter((judge) => !present(judge));
  if (missing.length === 0) {
    test(name, run);
    return;
  }
  const sentence = `${missing.join(', ')} not found: install poppler-utils, mupdf-tools and qpdf to check "${name}"`;
  if (process.env.CI) {
    test(name, () => {
      throw new Error(sentence);
    });
    return;
  }
  console.warn(`Left out: ${sentence}`);
}

/** What a judge says of a file: both its outputs together. `arguments_`: FILE stands for the file's path. Throws when it refuses. */
export function ask(judge: Judge, arguments_: readonly string[], bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    const said = spawnSync(
      judge,
      arguments_.map((argument) => (argument === 'FILE' ? file : argument)),
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    if (said.status !== 0) throw new Error(`${judge} refuses: ${said.stderr}${said.stdout}`);
    return said.stdout + said.stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of a file in the order of its content streams, a page each. */
export function pagesOf(bytes: Uint8Array): readonly string[] {
  return ask('pdftotext', ['-raw', '-enc', 'UTF-8', 'FILE', '-'], bytes).split('\f').slice(0, -1);
}

export function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}
