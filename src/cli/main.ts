/** The same core and report from a terminal, for people who check many files. */
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { complain, reasonOf, STATUS, say, t } from './io.ts';
import { score } from './score.ts';

/** `cli.usage` describes them. */
const OPTIONS = {
  out: { type: 'string' },
  seed: { type: 'string', default: '1' },
  draws: { type: 'string', default: '10000' },
  band: { type: 'string' },
  procedure: { type: 'string' },
  known: { type: 'string' },
  key: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;
const SEEDS = { min: 0, max: 4294967295 };
const DRAWS = { min: 1, max: 1000000 };

async function run(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return wrongUse(t('cli.wrongOption', { reason: reasonOf(error) }));
  }
  const [command, ...files] = parsed.positionals;
  const { out, seed, draws, band, procedure, known, key, help } = parsed.values;
  if (help) {
    say(t('cli.usage'));
    return STATUS.well;
  }
  switch (command) {
    case undefined:
      return wrongUse();
    case 'score':
      return files.length === 0 ? wrongUse(t('cli.noFiles', { command })) : score(files);
    case 'check':
      return files.length === 0 ? wrongUse(t('cli.noFiles', { command })) : check(files);
    case 'compare': {
      if (files.length === 0) return wrongUse(t('cli.noFiles', { command }));
      const [from, times] = [wholeNumber(seed, SEEDS), wholeNumber(draws, DRAWS)];
      if (from === null) return wrongUse(t('cli.wholeNumber', { ...SEEDS, option: 'seed', found: seed }));
      if (times === null) return wrongUse(t('cli.wholeNumber', { ...DRAWS, option: 'draws', found: draws }));
      const within = band === undefined ? null : share(band);
      if (within === undefined) return wrongUse(t('cli.share', { option: 'band', found: band ?? '' }));
      const { compare } = await import('./compare.ts');
      return compare(files, { seed: from, draws: times, band: within, procedure, out });
    }
    case 'report': {
      const [file] = files;
      if (file === undefined) return wrongUse(t('cli.noFiles', { command }));
      if (files.length !== 1) return wrongUse(t('cli.oneFile', { count: files.length }));
      if (out === undefined) return wrongUse(t('cli.noOut'));
      const { report } = await import('./report.ts');
      return report(file, out);
    }
    case 'verify': {
      if (files.length === 0) return wrongUse(t('cli.noFiles', { command }));
      const [{ verify }, { knownHashes }] = await Promise.all([import('./verify.ts'), import('../report/verify/known.ts')]);
      const keys = new Set<string>();
      for (const one of key ?? []) {
        const [fingerprint, ...more] = knownHashes(one) ?? [];
        if (fingerprint === undefined || more.length > 0) return wrongUse(t('cli.key', { found: one }));
        keys.add(fingerprint);
      }
      return verify(files, known, keys);
    }
    default:
      return wrongUse(t('cli.unknownCommand', { command }));
  }
}

function wholeNumber(text: string, { min, max }: { readonly min: number; readonly max: number }): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= min && value <= max ? value : null;
}

/** A share from 0 to 1, such as 0.3. */
function share(text: string): number | undefined {
  const value = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && value <= 1 ? value : undefined;
}

function wrongUse(reason?: string): number {
  if (reason !== undefined) complain(reason);
  complain(t('cli.usage'));
  return STATUS.wrongUse;
}

process.exitCode = await run(process.argv.slice(2));
