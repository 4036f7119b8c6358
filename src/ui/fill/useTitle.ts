import { useWords } from '../words.ts';
import { useOpen } from './open.ts';

/** What the assessment is called: its title, else its vendor. */
export function useTitle(): string {
  const { t } = useWords();
  const title = useOpen(({ state }) => state.details.title || state.details.vendor);
  return title ?? t('fill.untitled');
}
