import type { ReactNode } from 'react';

/** What draws the whole page: for the lock, which takes everything off the screen. */
export const shell: { draw: (page: ReactNode) => void } = { draw: () => undefined };
