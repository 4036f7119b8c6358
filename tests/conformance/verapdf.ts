/** veraPDF, the reference implementation of what PDF/A and PDF/UA ask of a file, over many files in one start of Java each standard. */
import { spawnSync } from 'node:child_process';

/** By veraPDF's names: PDF/A-3a and PDF/UA-1. */
export const FLAVOURS = ['3a', 'ua1'] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** One rule that is not kept: clause and test of the standard, what is asked, where it fails first, and how often. */
export interface Finding {
  readonly clause: string;
  readonly asked: string;
  readonly where: string;
  readonly times: number;
}

/** What was found, by file. Throws where veraPDF says nothing of a file, or could not read it. */
export function judge(jar: string, flavour: Flavour, files: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
  const said = spawnSync(
    'java',
    [
      '-cp',
      jar,
      'org.verapdf.apps.GreenfieldCliWrapper',
      '--flavour',
      flavour,
      '--format',
      'json',
      '--maxfailuresdisplayed',
      '3',
      ...files,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (said.error) throw said.error;
  const jobs = (JSON.parse(said.stdout) as Said).report.jobs;
  const found = new Map(jobs.map((job) => [job.itemDetails.name, findingsOf(job)]));
  const silent = files.filter((file) => !found.has(file));
  if (silent.length > 0) throw new Error(`veraPDF says nothing of ${silent.join(', ')}: ${said.stderr}`);
  return found;
}

/** The part of veraPDF's report that is read. */
interface Said {
  readonly report: { readonly jobs: readonly Job[] };
}
interface Job {
  readonly itemDetails: { readonly name: string };
  readonly taskException?: { readonly exceptionMessage: string };
  readonly validationResult?: Result | readonly Result[];
}
interface Result {
  readonly compliant: boolean;
  readonly profileName: string;
  readonly details: {
    readonly passedChecks: number;
    readonly ruleSummaries?: readonly {
      readonly ruleStatus: string;
      readonly clause: string;
      readonly testNumber: number;
      readonly description: string;
      readonly failedChecks: number;
      readonly checks: readonly { readonly context: string; readonly errorMessage?: string }[];
    }[];
  };
}

function findingsOf({ itemDetails, taskException, validationResult }: Job): readonly Finding[] {
  const results = [validationResult ?? []].flat() as readonly Result[];
  if (results.length !== 1) throw new Error(`${itemDetails.name}: ${taskException?.exceptionMessage ?? 'no result'}`);
  return results.flatMap(({ compliant, details, profileName }): readonly Finding[] => {
    const broken = (details.ruleSummaries ?? []).filter(({ ruleStatus }) => ruleStatus === 'FAILED');
    if (!compliant && broken.length === 0) throw new Error(`${itemDetails.name}: not ${profileName}, without a reason`);
    if (details.passedChecks === 0) throw new Error(`${itemDetails.name}: nothing was checked`);
    return broken.map(({ clause, testNumber, description, failedChecks, checks }) => ({
      clause: `${clause}-${testNumber}`,
      asked: description,
      where: checks.map(({ context, errorMessage }) => `${errorMessage ?? ''} ${context}`).join(' | '),
      times: failedChecks,
    }));
  });
}
