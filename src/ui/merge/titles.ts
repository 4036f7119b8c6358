import type { State } from '../../core/history.ts';
import type { Words } from '../words.ts';

/** What an assessment is called: its title, else its vendor. */
export const titleOf = ({ details }: State, { t }: Words): string => details.title || details.vendor || t('fill.untitled');
