import { readFileSync } from 'node:fs';
import type { Outcome, Problem } from '../core/problems.ts';
import cli from '../i18n/en/cli.json?messages';
import problems from '../i18n/en/problems.json?messages';
import values from '../i18n/en/values.json?messages';
import type { ProblemKey } from '../i18n/languages.ts';
import { sayProblemAt } from '../i18n/problem-words.ts';
import { translator } from '../i18n/translator.ts';

type CliKey = keyof typeof import('../i18n/en/cli.json');

export const t = translator<CliKey | ProblemKey>('en', { ...cli, ...problems, ...values });

/** Exit status of a run: all is well, a file has problems, wrong use. */
export const STATUS = { well: 0, problems: 1, wrongUse: 2 } as const;

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Reads and parses one file; null, with every problem on the error output, where that fails. */
export function readFile<T>(file: string, parse: (text: string) => Outcome<T>): T | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    complain(t('cli.cannotRead', { file, reason: reasonOf(error) }));
    return null;
  }
  const outcome = parse(text);
  name(file, outcome.ok ? outcome.warnings : outcome.problems);
  return outcome.ok ? outcome.value : null;
}

/** Names problems and warnings on the error output, a line each. */
export function name(file: string, found: readonly Problem[]): void {
  for (const one of found) complain(t(one.severity === 'warning' ? 'cli.warning' : 'cli.problem', { file, problem: sayProblemAt(t, one) }));
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
