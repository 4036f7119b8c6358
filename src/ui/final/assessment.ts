import { useMemo } from 'react';
import { ASSESSMENT_FORMAT, type Assessment } from '../../core/format/assessment.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { useOpen } from '../fill/open.ts';

/** What is open, as its file has it. */
export function assessmentIn({
  assessment: { id, created },
  model: { questionnaire, policy, facts },
  history,
}: OpenAssessment): Assessment {
  return { format: ASSESSMENT_FORMAT, id, created, questionnaire, policy, facts, history };
}

/** The same, up to date. */
export function useAssessment(): Assessment {
  const open = useOpen((all) => all);
  return useMemo(() => assessmentIn(open), [open]);
}
