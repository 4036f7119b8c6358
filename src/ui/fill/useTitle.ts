import { visible } from '../../report/pdf/visible.ts';
import { useWords } from '../words.ts';
import { useOpen } from './open.ts';

/** What the assessment is called: its title, else its vendor, with what is hidden in it named. For the screen alone. */
export const useTitle = (): string => visible(useStoredTitle());

/** The same as it is stored, for what is stored again. */
export function useStoredTitle(): string {
  const { t } = useWords();
  return useOpen(({ state }) => state.details.title || state.details.vendor) || t('fill.untitled');
}
