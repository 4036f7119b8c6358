import { useSyncExternalStore } from 'react';

const listen = (onChange: () => void) => {
  const media = window.matchMedia('print');
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
};

/** Whether the page is being put on paper, where nobody can turn to what is not shown. */
export const usePrinting = (): boolean => useSyncExternalStore(listen, () => window.matchMedia('print').matches);
