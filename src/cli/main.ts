/** The same core and report from a terminal, for people who check many files. */
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { complain, reasonOf, STATUS, say, t } from './io.ts';
import { score } from './score.ts';

async function run(args: readonly string[]): Promise<number> {
  let parsed: { values: { out?: string | undefined; help?: boolean | undefined }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    return wrongUse(t('cli.wrongOption', { reason: reasonOf(error) }));
  }
  const [command, ...files] = parsed.positionals;
  if (parsed.values.help) {
    say(t('cli.usage'));
    return STATUS.well;
  }
  if (command === undefined) return wrongUse();
  if (command !== 'score' && command !== 'report' && command !== 'check') return wrongUse(t('cli.unknownCommand', { command }));
  if (files.length === 0) return wrongUse(t('cli.noFiles', { command }));
  if (command === 'score') return score(files);
  if (command === 'check') return check(files);
  const [file] = files;
  if (file === undefined || files.length !== 1) return wrongUse(t('cli.oneFile', { count: files.length }));
  if (parsed.values.out === undefined) return wrongUse(t('cli.noOut'));
  const { report } = await import('./report.ts');
  return report(file, parsed.values.out);
}

function wrongUse(reason?: string): number {
  if (reason !== undefined) complain(reason);
  complain(t('cli.usage'));
  return STATUS.wrongUse;
}

process.exitCode = await run(process.argv.slice(2));
