import { type OpenAssessment, useWorkspace } from '../../store/workspace.ts';

/**
 * A part of the open assessment; the component renders again only when that part is another one.
 * @throws where none is open: pages within `WithAssessment` have one
 */
export function useOpen<T>(select: (open: OpenAssessment) => T): T {
  return useWorkspace(({ open }) => {
    if (!open) throw new Error('no assessment is open');
    return select(open);
  });
}
