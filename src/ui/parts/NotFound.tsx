import { page } from '../page.tsx';

/** For an address that leads nowhere: seldom asked for, so it comes by itself. */
export const NotFound = page(['home'], 'Nowhere', () => import('./Nowhere.tsx'));
