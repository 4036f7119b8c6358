import { createContext, useContext } from 'react';

/** What the questions of a page need of it. */
export interface Page {
  /** Says something when it suits whoever listens. */
  readonly announce: (text: string) => void;
}

export const PageContext = createContext<Page | null>(null);

/** @throws outside a page: a programmer's error */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('a question stands on a page');
  return page;
}
