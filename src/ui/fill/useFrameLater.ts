import { useEffect, useState } from 'react';
import { afterFrame } from '../../store/frame.ts';

/** A value as the last frame had it: what hangs on it comes when what matters more is on the screen. */
export function useFrameLater<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => (Object.is(shown, value) ? undefined : afterFrame(() => setShown(value))), [value, shown]);
  return shown;
}
