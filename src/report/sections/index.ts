import { answers, kept } from './answers.ts';
import { changes } from './changes.ts';
import { completeness } from './completeness.ts';
import { conditions } from './conditions.ts';
import type { ReportSection } from './context.ts';
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

/** A report from front to back: the summary on pages of its own, what follows from it, then the annexes. */
export const SECTIONS: readonly ReportSection[] = [
  verdict,
  gates,
  sectionsTable,
  planeFigure,
  simpleTool,
  completeness,
  weightiestInShort,
  () => [{ kind: 'page-break' }],
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
