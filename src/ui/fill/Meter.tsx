import { meter } from '../../report/figures/meter.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { DrawingSvg } from '../figures/DrawingSvg.tsx';
import styles from './Meter.module.css';
import { useOpen } from './open.ts';

const STOP = meter({ kind: 'stop' }, 0);

/** One segment a band: filled up to the rating, hatched up to the worst that is possible; the sign of a stop. For the eye only; the word stands above. */
export function Meter() {
  const bands = useOpen(({ model }) => model.questionnaire.bands);
  const isStop = useOpen(({ result }) => result.headline.kind === 'stop');
  const filled = useOpen(filledTo);
  const possible = useOpen(possibleTo);
  const paint = (index: number) => {
    if (index <= filled) return `${styles.filled} ${RAMP[rampStep(filled, bands.length)]}`;
    return index <= possible ? styles.possible : undefined;
  };
  if (isStop)
    return (
      <span className={styles.stop} aria-hidden="true">
        <DrawingSvg drawing={STOP} label="" />
      </span>
    );
  return (
    <span className={styles.meter} aria-hidden="true">
      {bands.map((band, index) => (
        <span key={band.id} className={paint(index)} />
      ))}
    </span>
  );
}

const bandAt = ({ model }: OpenAssessment, id: string | undefined) => model.questionnaire.bands.findIndex((band) => band.id === id);

/** Index of the last band that is filled; -1 for none. */
function filledTo(open: OpenAssessment): number {
  const { headline } = open.result;
  return headline.kind === 'band' ? bandAt(open, headline.band) : -1;
}

const possibleTo = (open: OpenAssessment): number =>
  open.result.headline.kind === 'not-ratable' ? bandAt(open, open.result.rating?.high) : -1;

const RAMP = [styles.one, styles.two, styles.three, styles.four];
/** Bands are spread over the four steps of the ramp. */
const rampStep = (band: number, bands: number): number => (bands === 1 ? 3 : Math.round((band / (bands - 1)) * 3));
