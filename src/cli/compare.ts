import { compare as compareBids, robustness } from '../core/compare/comparison.ts';
import { type Criteria, criteriaOf, differencesOf, mostCommon } from '../core/compare/criteria.ts';
import type { Assessment } from '../core/format/assessment.ts';
import { rounded } from '../core/interval.ts';
import { parseAssessment } from '../core/parse.ts';
import { APP_VERSION } from '../report/version.ts';
import { complain, readFile, STATUS, say, t } from './io.ts';

interface Read {
  readonly file: string;
  readonly assessment: Assessment;
  readonly criteria: Criteria;
}

/**
 * One JSON object: `order` (groups of files, best first; within a group no order is claimed), `refused` (file, reason), `flips`,
 * `acceptability` (per file the share of draws at each rank), `pairwise` (relation, dominance and share of draws in which the first
 * stands before the second), `error` (half-width of the 95 % interval of a share near one half), `draws`, `seed`. `out`: where the
 * comparison is written besides, by its ending as PDF, XLSX or CSV; nothing is written where fewer than two bids can be compared.
 */
export async function compare(files: readonly string[], seed: number, draws: number, out: string | undefined): Promise<number> {
  const refused: { file: string; reason: string }[] = [];
  const refuse = (file: string, reason: string) => {
    refused.push({ file, reason });
    complain(t('cli.problem', { file, problem: reason }));
  };
  const read = files.flatMap((file, index): Read[] => {
    if (files.indexOf(file) !== index) {
      refuse(file, t('cli.givenTwice'));
      return [];
    }
    const assessment = readFile(file, parseAssessment);
    if (assessment) return [{ file, assessment, criteria: criteriaOf(assessment) }];
    refused.push({ file, reason: t('cli.unreadable') });
    return [];
  });
  const common = mostCommon(read.map(({ criteria }) => criteria));
  const comparable = read.filter(({ file, criteria }) => {
    const parts = common ? differencesOf(criteria, common) : [];
    if (parts.length === 0) return true;
    const details = parts.map((part) => `${part} ${criteria[part].slice(0, 12)}, ${common?.[part].slice(0, 12)}`).join('; ');
    refuse(file, t('cli.notComparable', { parts: parts.length === 1 ? (parts[0] ?? '') : 'several', details }));
    return false;
  });
  const comparison = compareBids(comparable.map(({ file, assessment }) => ({ id: file, assessment })));
  for (const { file } of comparable) if (!comparison?.bids.some((bid) => bid.id === file)) refuse(file, t('cli.notScored'));
  const found = comparison && robustness(comparison, { seed, draws, band: null });
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
    }),
  );
  const status = refused.length > 0 ? STATUS.problems : STATUS.well;
  if (out === undefined) return status;
  if (!comparison || !found || ids.length < 2) {
    complain(t('cli.nothingToCompare', { file: out, count: ids.length }));
    return STATUS.problems;
  }
  const assessments = new Map(read.map(({ file, assessment }) => [file, assessment]));
  const input = { comparison, acceptability: found, assessments, language: 'en', appVersion: APP_VERSION } as const;
  const { isTable, saveTables } = await import('./tables.ts');
  if (isTable(out)) return Math.max(status, saveTables(input, out));
  const [{ comparisonDocument }, { save }] = await Promise.all([import('../report/comparison/document.ts'), import('./report.ts')]);
  return Math.max(status, save(comparisonDocument(input), out, out));
}
