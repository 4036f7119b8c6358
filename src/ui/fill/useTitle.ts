import { visible } from '../../report/pdf/visible.ts';
import { useWords } from '../words.ts';
import { useOpen } from './open.ts';

/** What the assessment is called: its title, else its vendor, with what is hidden in it named. */
export function useTitle(): string {
  const { t } = useWords();
  const title = useOpen(({ state }) => state.details.title || state.details.vendor);
  return visible(title ?? t('fill.untitled'));
}
