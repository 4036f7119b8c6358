import { readFileSync, writeFileSync } from 'node:fs';
import { type Outcome, type Problem, problem } from '../core/problems.ts';
import cli from '../i18n/en/cli.json?messages';
import method from '../i18n/en/method.json?messages';
import problems from '../i18n/en/problems.json?messages';
import values from '../i18n/en/values.json?messages';
import type { MethodKey, ProblemKey } from '../i18n/languages.ts';
import { sayProblemAt } from '../i18n/problem-words.ts';
import { translator } from '../i18n/translator.ts';

type CliKey = keyof typeof import('../i18n/en/cli.json');

/** The words of the terminal, in English. */
export const t = translator<CliKey | MethodKey | ProblemKey>('en', { ...cli, ...method, ...problems, ...values });

/** Exit status of a run: all is well, a file has problems, wrong use. */
export const STATUS = { well: 0, problems: 1, wrongUse: 2 } as const;

/** A line on the standard output. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** A line on the error output. */
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Reads and parses one file; every problem and warning goes to the error output. */
export function readOutcome<T>(file: string, parse: (text: string) => Outcome<T>): Outcome<T> {
  const outcome = parsed(file, parse);
  name(file, outcome.ok ? outcome.warnings : outcome.problems);
  return outcome;
}

/** The same, for whoever only wants what is sound: null where it is not. */
export function readFile<T>(file: string, parse: (text: string) => Outcome<T>): T | null {
  const outcome = readOutcome(file, parse);
  return outcome.ok ? outcome.value : null;
}

function parsed<T>(file: string, parse: (text: string) => Outcome<T>): Outcome<T> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { ok: false, problems: [problem('', 'file-unreadable', { reason: reasonOf(error) })] };
  }
  const text = new TextDecoder().decode(bytes);
  // What is not UTF-8 is decoded to U+FFFD; a file may hold that sign itself only as its own three bytes.
  const same = new TextEncoder().encode(text);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return Buffer.compare(same, bytes.subarray(start)) === 0 ? parse(text) : { ok: false, problems: [problem('', 'not-utf8')] };
}

/** Names problems and warnings on the error output, a line each. */
export function name(file: string, found: readonly Problem[]): void {
  for (const one of found) complain(t(one.severity === 'warning' ? 'cli.warning' : 'cli.problem', { file, problem: sayProblemAt(t, one) }));
}

/** Writes a file; what keeps it from being written goes to the error output. @returns the exit status that this comes to */
export function writeOut(file: string, content: string | Uint8Array): number {
  try {
    writeFileSync(file, content);
    return STATUS.well;
  } catch (error) {
    complain(t('cli.cannotWrite', { file, reason: reasonOf(error) }));
    return STATUS.problems;
  }
}

/** What went wrong, in the words of whoever threw it. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
