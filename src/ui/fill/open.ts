import { useCallback, useSyncExternalStore } from 'react';
import { frameShown } from '../../store/frame.ts';
import { type OpenAssessment, useWorkspace, type Workspace } from '../../store/workspace.ts';

/**
 * A part of the open assessment; the component renders again only when that part is another one.
 * @throws where none is open: pages within `WithAssessment` have one
 */
export function useOpen<T>(select: (open: OpenAssessment) => T): T {
  return useWorkspace((state) => select(openIn(state)));
}

/** The same for what an answer makes room for: first the result shows what it changes, then this follows. */
export function useOpenLater<T>(select: (open: OpenAssessment) => T): T {
  const look = useCallback(() => select(openIn(useWorkspace.getState())), [select]);
  return useSyncExternalStore(subscribeLater, look);
}

function openIn({ open }: Workspace): OpenAssessment {
  if (!open) throw new Error('no assessment is open');
  return open;
}

/** Calls `look` once the frame after a change is shown. @returns what ends that */
function subscribeLater(look: () => void): () => void {
  let isWanted = true;
  const end = useWorkspace.subscribe((now, before) => {
    if (now.open !== before.open) void afterFrame().then(() => isWanted && look());
  });
  return () => {
    isWanted = false;
    end();
  };
}

let next: Promise<void> | undefined;

/** After the next frame, in a task of its own behind the saving: what is pressed meanwhile does not wait for both. One wait for all. */
function afterFrame(): Promise<void> {
  next ??= frameShown().then(() => {
    next = undefined;
    return new Promise((resolve) => setTimeout(resolve));
  });
  return next;
}
