import type { Procedure } from '../core/format/procedure.ts';
import { criteriaOf } from '../core/procedure/criteria.ts';
import { criteriaDifferences } from '../core/procedure/differences.ts';
import { sealCode } from '../core/procedure/seal.ts';
import type { ProcedureState } from '../core/procedure/state.ts';
import { linesOf } from './differences.ts';

/** What a script is told of a procedure: whose seal it is, and every change since with its lines. */
export function procedureOf(procedure: Procedure, { details, seal, deviations }: ProcedureState) {
  return {
    id: procedure.id,
    number: details.number ?? null,
    seal: seal && { code: sealCode(seal.sha256), sha256: seal.sha256, at: seal.at, by: seal.by },
    deviations: deviations.map(({ at, by, reason, from, to }) => {
      const [before, after] = [criteriaOf(procedure, from), criteriaOf(procedure, to)];
      return { at, by, reason, differences: linesOf(criteriaDifferences(before, after), after.facts) };
    }),
  };
}
