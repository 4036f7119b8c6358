import { Children, type ReactNode, startTransition, useEffect, useState } from 'react';

/** Its children one frame after another: what stands first is there first, and no frame has all of them to lay out. */
export function Successive({ children }: { readonly children: ReactNode }) {
  const parts = Children.toArray(children);
  const [shown, setShown] = useState(1);
  const more = shown < parts.length;
  useEffect(() => {
    if (!more) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setShown(shown + 1)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [more, shown]);
  return parts.slice(0, shown);
}
