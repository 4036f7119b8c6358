import { hashOf } from '../core/canonical.ts';
import { evaluate } from '../core/evaluate.ts';
import type { LocalText } from '../core/format/primitives.ts';
import { fold } from '../core/history.ts';
import { rounded } from '../core/interval.ts';
import { modelOf } from '../core/model.ts';
import { local } from '../i18n/format.ts';
import { bandName, headlineWord } from '../i18n/headline-word.ts';
import { STATUS, say, t } from './io.ts';
import { readAssessment } from './released.ts';

const english = (text: LocalText) => local(text, 'en');

/** One JSON object a line: the result of each assessment file. Scores are rounded to 1e-6, as they are compared (method R1). */
export function score(files: readonly string[]): number {
  let status: number = STATUS.well;
  for (const file of files) {
    const assessment = readAssessment(file);
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
    const { bands } = questionnaire;
    const band = (id: string | undefined) => (id === undefined ? null : bandName(bands, id, english));
    say(
      JSON.stringify({
        file,
        questionnaire: { id: questionnaire.id, version: questionnaire.version, sha256: hashOf(questionnaire) },
        overall: ends(result.overall),
        rating: { low: band(result.rating?.low), high: band(result.rating?.high) },
        headline: headlineWord(result.headline, bands, { t, local: english }),
        coverage: rounded(result.coverage),
        sections: result.sections.filter((section) => section.weight > 0).map((section) => ({ id: section.id, ...ends(section.interval) })),
        gates: result.gates,
      }),
    );
  }
  return status;
}
