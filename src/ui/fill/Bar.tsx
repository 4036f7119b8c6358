import type { Interval } from '../../core/interval.ts';
import styles from './Bar.module.css';

/** Ends nearer than this, in points of score, are drawn as one dot. */
const ONE_DOT = 1.5;

/** An interval on the scale 0–100 with the band edges as ticks: for the eye only, the figures stand beside it. */
export function Bar({ interval: { low, high }, edges }: { readonly interval: Interval; readonly edges: readonly number[] }) {
  return (
    <span className={styles.bar}>
      {[...new Set([0, ...edges, 100])].map((edge) => (
        <span key={edge} className={styles.tick} style={{ insetInlineStart: `${edge}%` }} />
      ))}
      {high - low < ONE_DOT ? (
        <span className={styles.dot} style={{ insetInlineStart: `${(low + high) / 2}%` }} />
      ) : (
        <span className={styles.range} style={{ insetInlineStart: `${low}%`, inlineSize: `${high - low}%` }} />
      )}
    </span>
  );
}
