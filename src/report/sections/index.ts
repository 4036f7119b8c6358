import type { Block } from '../blocks.ts';
import { answers, kept } from './answers.ts';
import { changes } from './changes.ts';
import { completeness } from './completeness.ts';
import { conditions } from './conditions.ts';
import { contents } from './contents.ts';
import type { Context, ReportSection } from './context.ts';
import { countryFacts } from './countryFacts.ts';
import { edition } from './edition.ts';
import { evaluators } from './evaluators.ts';
import { gates } from './gates.ts';
import { identity } from './identity.ts';
import { letter, missing } from './letter.ts';
import { limits } from './limits.ts';
import { method } from './method.ts';
import { overrides } from './overrides.ts';
import { people } from './people.ts';
import { reasons, weightiestInShort } from './reasons.ts';
import { rules } from './rules.ts';
import { planeFigure, sectionsTable, simpleTool } from './scores.ts';
import { sources } from './sources.ts';
import { tender } from './tender.ts';
import { verdict } from './verdict.ts';
import { versionChanges } from './versionChanges.ts';
import { versions } from './versions.ts';

/** The summary, on pages of its own. */
const SUMMARY: readonly ReportSection[] = [verdict, gates, sectionsTable, planeFigure, simpleTool, completeness, weightiestInShort];

/** What follows from it, then the annexes. */
const PARTS: readonly ReportSection[] = [
  identity,
  edition,
  versionChanges,
  tender,
  reasons,
  conditions,
  overrides,
  evaluators,
  missing,
  limits,
  people,
  letter,
  answers,
  kept,
  method,
  rules,
  versions,
  countryFacts,
  sources,
  changes,
];

/** A report from front to back. */
export function blocksOf(context: Context): readonly Block[] {
  const parts = PARTS.flatMap((section) => section(context));
  return [...SUMMARY.flatMap((section) => section(context)), { kind: 'page-break' }, ...contents(context, parts), ...parts];
}
