import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from './Notice.tsx';

interface Props {
  readonly tone?: 'soft' | 'error';
  /** What is said is said once: a new value takes the focus. */
  readonly of: unknown;
  readonly children: ReactNode;
}

/** What came of an act. It takes the focus, since what was pressed may be gone. */
export function Said({ tone = 'soft', of, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value is what this waits for.
  useEffect(() => box.current?.focus(), [of]);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={tone}>{children}</Notice>
    </div>
  );
}
