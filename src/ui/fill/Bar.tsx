import { memo } from 'react';
import type { Band } from '../../core/format/questionnaire.ts';
import styles from './Bar.module.css';

/** Ends nearer than this, in points of score, are drawn as one dot. */
const ONE_DOT = 1.5;

interface Props {
  readonly low: number;
  readonly high: number;
  readonly bands: readonly Band[];
}

/** An interval on the scale 0–100 with the band edges as ticks: for the eye only, the figures stand beside it. */
export function Bar({ low, high, bands }: Props) {
  return (
    <span className={styles.bar}>
      <Ticks bands={bands} />
      {high - low < ONE_DOT ? (
        <span className={styles.dot} style={{ backgroundPosition: `${(low + high) / 2}%` }} />
      ) : (
        <span className={styles.range} style={range(low, high - low)} />
      )}
    </span>
  );
}

/**
 * Two caps and the hatching between them, as pictures in a box that never moves: a new answer then lays out nothing. A picture as wide
 * as `w` % of its box begins at `x` % of it when it stands at x ÷ (100 − w).
 */
const range = (low: number, width: number) => ({
  backgroundPosition: `${low}% 0, ${low + width}% 0, ${width < 100 ? (100 * low) / (100 - width) : 0}% 0`,
  backgroundSize: `2px 100%, 2px 100%, ${width}% 100%`,
});

/** All in one box that no answer changes. */
const Ticks = memo(function Ticks({ bands }: Pick<Props, 'bands'>) {
  const edges = [...new Set([0, ...bands.map((band) => band.from), 100])];
  const backgroundImage = edges.map(() => 'linear-gradient(var(--line) 0 0)').join();
  return <span style={{ backgroundImage, backgroundPosition: edges.map((edge) => `${edge}%`).join() }} />;
});
