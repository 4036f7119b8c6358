import { compare as compareBids, robustness } from '../core/compare/comparison.ts';
import { rounded } from '../core/interval.ts';
import { parseProcedure } from '../core/parse.ts';
import { foldProcedure } from '../core/procedure/state.ts';
import { procedureContext } from '../report/comparison/procedure.ts';
import { APP_VERSION } from '../report/version.ts';
import { type Admitted, alike, type Refused, readBids, underProcedure } from './bids.ts';
import { complain, readFile, STATUS, say, t } from './io.ts';
import { procedureOf } from './procedure.ts';

interface Options {
  readonly seed: number;
  readonly draws: number;
  /** How far each weight may stray from its share; null: weights are free. */
  readonly band: number | null;
  /** File of the procedure whose bids these are. */
  readonly procedure: string | undefined;
  /** Where the comparison is written besides. */
  readonly out: string | undefined;
}

/**
 * One JSON object: `order` (groups of files, best first; within a group no order is claimed), `refused` (file, reason, and differences line
 * by line where criteria differ), `flips`, `acceptability` (per file the share of draws at each rank), `pairwise` (relation, dominance and
 * share of draws in which the first stands before the second), `error` (half-width of the 95 % interval of a share near one half), `draws`,
 * `seed`; `band` and `procedure` where they are given. `out`: where the comparison is written besides, by its ending as PDF, XLSX or CSV;
 * nothing is written where fewer than two bids can be compared.
 */
export async function compare(files: readonly string[], options: Options): Promise<number> {
  const { seed, draws, band, out } = options;
  const procedure = options.procedure === undefined ? null : readFile(options.procedure, parseProcedure);
  const state = procedure && foldProcedure(procedure.history);
  const read = readBids(files);
  const admitted = ((): Admitted => {
    if (options.procedure === undefined) return alike(read.bids);
    if (procedure && state) return underProcedure(procedure, state, read.bids);
    return { bids: [], refused: read.bids.map(({ file }) => ({ file, reason: t('cli.noProcedure', { file: options.procedure ?? '' }) })) };
  })();
  const comparison = compareBids(admitted.bids.map(({ file, assessment }) => ({ id: file, assessment })));
  const notScored = admitted.bids.filter(({ file }) => !comparison?.bids.some((bid) => bid.id === file));
  const refused: readonly Refused[] = [
    ...read.refused,
    ...admitted.refused,
    ...notScored.map(({ file }) => ({ file, reason: t('cli.notScored') })),
  ];
  // Of a file that cannot be read the error output has every problem already.
  for (const { file, reason } of refused) if (reason !== t('cli.unreadable')) complain(t('cli.problem', { file, problem: reason }));
  const found = comparison && robustness(comparison, { seed, draws, band });
  const ids = comparison?.bids.map((bid) => bid.id) ?? [];
  const row = (table: Float64Array | undefined, i: number) => ids.map((_, j) => rounded(table?.[i * ids.length + j] ?? 0));
  say(
    JSON.stringify({
      order: comparison?.groups.map((group) => group.map((bid) => bid.id)) ?? [],
      refused,
      flips:
        comparison?.pairs.flatMap(({ a, b, flips }) =>
          flips.map(({ section, flip }) => ({ a, b, section, share: flip && rounded(flip.share), change: flip && rounded(flip.change) })),
        ) ?? [],
      acceptability: ids.map((file, i) => ({ file, ranks: row(found?.ranks, i) })),
      pairwise:
        comparison?.pairs.map(({ a, b, relation, dominance }) => ({
          a,
          b,
          relation,
          dominates: dominance,
          before: rounded(found?.before[ids.indexOf(a) * ids.length + ids.indexOf(b)] ?? 0),
        })) ?? [],
      error: rounded(found?.error ?? 0),
      draws,
      seed,
      ...(band === null ? {} : { band }),
      ...(procedure && state ? { procedure: procedureOf(procedure, state) } : {}),
    }),
  );
  const status = refused.length > 0 ? STATUS.problems : STATUS.well;
  if (out === undefined) return status;
  if (!comparison || !found || ids.length < 2) {
    complain(t('cli.nothingToCompare', { file: out, count: ids.length }));
    return STATUS.problems;
  }
  const assessments = new Map([...read.bids, ...admitted.bids].map(({ file, assessment }) => [file, assessment]));
  const others = admitted.refused.filter(({ differences }) => !differences).map(({ file, reason }): [string, string] => [file, reason]);
  const input = {
    comparison,
    acceptability: found,
    assessments,
    language: 'en',
    appVersion: APP_VERSION,
    ...(band === null ? {} : { band }),
    refused: new Map(others),
    procedure: procedure
      ? procedureContext(
          procedure,
          comparison.bids.flatMap(({ id }) => assessments.get(id) ?? []),
        )
      : undefined,
  } as const;
  const { isTable, saveTables } = await import('./tables.ts');
  if (isTable(out)) return Math.max(status, saveTables(input, out));
  const [{ comparisonDocument }, { save }] = await Promise.all([import('../report/comparison/document.ts'), import('./report.ts')]);
  return Math.max(status, await save(comparisonDocument(input), out, out));
}
