/** Bids to compare: the shipped examples, and made ones of the small questionnaire. */
import { readdirSync, readFileSync } from 'node:fs';
import { compare, robustness } from '../../../src/core/compare/comparison.ts';
import type { Assessment } from '../../../src/core/format/assessment.ts';
import { parseAssessment } from '../../../src/core/parse.ts';
import type { ComparisonInput } from '../../../src/report/comparison/context.ts';
import { answered, inputOf, RAISED, type Setup } from '../fixture.ts';

const FOLDER = 'questionnaires/examples';
const read = (name: string): Assessment => {
  const parsed = parseAssessment(readFileSync(`${FOLDER}/${name}`, 'utf8'));
  if (!parsed.ok) throw new Error(`${name} is refused`);
  return parsed.value;
};
export const examples = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, read(name)]),
);

export function comparing(assessments: ReadonlyMap<string, Assessment>, sampling = { seed: 3, draws: 2000 }): ComparisonInput {
  const comparison = compare([...assessments].map(([id, assessment]) => ({ id, assessment })));
  const acceptability = comparison && robustness(comparison, { ...sampling, band: null });
  if (!comparison || !acceptability) throw new Error('nothing to compare');
  return { comparison, acceptability, assessments, language: 'en', appVersion: '0.0.0' };
}

/** Bids of the small questionnaire, with ids of their own. */
export function made(setups: Readonly<Record<string, Setup>>): ComparisonInput {
  return comparing(
    new Map(
      Object.entries(setups).map(([name, setup]) => [
        name,
        { ...inputOf({ details: { vendor: `${name} plc` }, ...setup }).assessment, id: `fixture-${name}` },
      ]),
    ),
  );
}

/** The rating is Low, and no gate could raise it. */
export const GOOD = { ...RAISED, keys: answered('buyer'), order: answered('no') };
/** The law forbids it. */
export const STOP = { ...RAISED, where: answered(['XA']), use: answered('much', undefined) };
