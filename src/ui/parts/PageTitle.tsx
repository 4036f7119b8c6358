import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { isSealed } from '../../store/database.ts';
import { useWords } from '../words.ts';

/** Where the last title was shown; none on arrival, when the focus stays where the browser put it. */
let shownAt: string | undefined;

interface Props {
  /** For the window's title; where `children` is left out, also what the heading says. */
  readonly title: string;
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** The h1 of a page: names the window, and takes the focus when the page changes, so that everybody notices. */
export function PageTitle({ title, children = title, className }: Props) {
  const { t } = useWords();
  const [location] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const windowTitle = t('app.windowTitle', { page: title });
  useEffect(() => {
    // A browser writes titles into its own history, where no lock is.
    document.title = isSealed() ? t('app.name') : windowTitle;
  }, [t, windowTitle]);
  useEffect(() => {
    if (shownAt !== undefined && shownAt !== location) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    shownAt = location;
  }, [location]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
