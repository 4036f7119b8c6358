import { hashOf } from '../core/canonical.ts';
import { evaluate } from '../core/evaluate.ts';
import type { Questionnaire } from '../core/format/questionnaire.ts';
import { fold } from '../core/history.ts';
import { rounded } from '../core/interval.ts';
import { modelOf } from '../core/model.ts';
import { parseAssessment } from '../core/parse.ts';
import type { Headline } from '../core/result.ts';
import method from '../i18n/en/method.json';
import { local } from '../i18n/format.ts';
import { readFile, STATUS, say } from './io.ts';

/** One JSON object a line: the result of each assessment file. Scores are rounded to 1e-6, as they are compared (method R1). */
export function score(files: readonly string[]): number {
  let status: number = STATUS.well;
  for (const file of files) {
    const assessment = readFile(file, parseAssessment);
    if (!assessment) {
      status = STATUS.problems;
      continue;
    }
    const { questionnaire, facts, policy, history } = assessment;
    const result = evaluate(modelOf(questionnaire, facts, policy), fold(history).answers);
    const ends = (interval: { low: number; high: number } | null) => ({
      low: interval && rounded(interval.low),
      high: interval && rounded(interval.high),
    });
    const band = (id: string | undefined) => bandName(questionnaire, id);
    say(
      JSON.stringify({
        file,
        questionnaire: { id: questionnaire.id, version: questionnaire.version, sha256: hashOf(questionnaire) },
        overall: ends(result.overall),
        rating: { low: band(result.rating?.low), high: band(result.rating?.high) },
        headline: headlineWord(questionnaire, result.headline),
        coverage: rounded(result.coverage),
        sections: result.sections.filter((section) => section.weight > 0).map((section) => ({ id: section.id, ...ends(section.interval) })),
        gates: result.gates,
      }),
    );
  }
  return status;
}

function bandName(questionnaire: Questionnaire, id: string | undefined): string | null {
  const band = questionnaire.bands.find((one) => one.id === id);
  return band ? local(band.name, 'en') : null;
}

function headlineWord(questionnaire: Questionnaire, headline: Headline): string {
  switch (headline.kind) {
    case 'band':
      return bandName(questionnaire, headline.band) ?? '';
    case 'stop':
      return method['method.headline.stop'];
    case 'not-scored':
      return method['method.headline.notScored'];
    case 'not-ratable':
      return method['method.headline.notRatable'];
  }
}
