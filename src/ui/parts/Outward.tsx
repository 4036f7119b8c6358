import type { ReactNode } from 'react';

interface Props {
  /** Where a text was published; plain text where it has no address. */
  readonly url: string | undefined;
  readonly children: ReactNode;
}

/** A link that leaves the app, only when it is followed, and without saying from where. */
export function Outward({ url, children }: Props) {
  if (url === undefined) return <span>{children}</span>;
  return (
    <a href={url} rel="noreferrer" target="_blank">
      {children}
    </a>
  );
}
