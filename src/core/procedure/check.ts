import type { Procedure } from '../format/procedure.ts';
import type { Problem } from '../problems.ts';

/** Beyond the schema: what a procedure's history says must hang together. Its questionnaires are sound. */
export function procedureProblems(_procedure: Procedure): readonly Problem[] {
  return [];
}
