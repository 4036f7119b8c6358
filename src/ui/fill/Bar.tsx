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
        <span className={styles.dot} style={{ insetInlineStart: `${(low + high) / 2}%` }} />
      ) : (
        <span className={styles.range} style={{ insetInlineStart: `${low}%`, inlineSize: `${high - low}%` }} />
      )}
    </span>
  );
}

const Ticks = memo(function Ticks({ bands }: Pick<Props, 'bands'>) {
  const edges = new Set([0, ...bands.map((band) => band.from), 100]);
  return [...edges].map((edge) => <span key={edge} className={styles.tick} style={{ insetInlineStart: `${edge}%` }} />);
});
