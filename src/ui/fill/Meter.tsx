import type { Band } from '../../core/format/questionnaire.ts';
import type { Result } from '../../core/result.ts';
import styles from './Meter.module.css';

interface Props {
  readonly result: Result;
  readonly bands: readonly Band[];
}

/** One segment a band: filled up to the rating, hatched up to the worst that is possible. For the eye only; the word stands above. */
export function Meter({ result: { headline, rating }, bands }: Props) {
  const at = (id: string | undefined) => bands.findIndex((band) => band.id === id);
  const filled = headline.kind === 'stop' ? bands.length - 1 : headline.kind === 'band' ? at(headline.band) : -1;
  const possible = headline.kind === 'not-ratable' ? at(rating?.high) : -1;
  return (
    <span className={styles.meter} aria-hidden="true">
      {bands.map((band, index) => (
        <span
          key={band.id}
          className={
            index <= filled ? `${styles.filled} ${RAMP[rampStep(filled, bands.length)]}` : index <= possible ? styles.possible : undefined
          }
        />
      ))}
    </span>
  );
}

const RAMP = [styles.one, styles.two, styles.three, styles.four];
/** Bands are spread over the four steps of the ramp. */
const rampStep = (band: number, bands: number): number => (bands === 1 ? 3 : Math.round((band / (bands - 1)) * 3));
