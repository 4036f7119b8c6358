import type { Handing, Makers } from './pages/report/main.ts';
import type { Probe } from './probe.mjs';

declare global {
  interface Window {
    /** Put into every measured page. */
    readonly probe: Probe;
    /** On the report page alone. */
    readonly makers: Makers;
    readonly handing: Handing;
    /** Where frames are watched: milliseconds of each that took long. */
    readonly longFrames?: readonly number[];
    readonly frameObserver?: PerformanceObserver;
  }
}
