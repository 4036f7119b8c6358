import type { Root } from 'react-dom/client';

/** Where the app is drawn, and what draws it: for the lock, which takes everything off the screen. */
export const shell: { root?: Root; show?: () => void } = {};
