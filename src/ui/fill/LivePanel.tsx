import { useState } from 'react';
import { Link } from 'wouter';
import { isFloor } from '../../core/gates.ts';
import { bandIndex } from '../../core/rating.ts';
import type { GateResult } from '../../core/result.ts';
import { bandName, headlineWord } from '../../i18n/headline-word.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { useWords, type Words } from '../words.ts';
import { AskNext } from './AskNext.tsx';
import styles from './LivePanel.module.css';
import { LiveSections } from './LiveSections.tsx';
import { Meter } from './Meter.tsx';
import { useOpen } from './open.ts';

interface Props {
  /** Index of the section that is being filled. */
  readonly section: number;
}

/**
 * The result so far, beside the questions or, on a narrow screen, as one line at its foot that opens. Each part looks at what it
 * shows and at nothing else, so that an answer renders again only what it changes.
 */
export function LivePanel({ section }: Props) {
  const { t } = useWords();
  const [isWide, setIsWide] = useState(false);
  return (
    <aside className={styles.panel} aria-labelledby="live-title" data-open={isWide || undefined}>
      <div className={styles.head}>
        <h2 id="live-title" className={styles.title}>
          {t('fill.live.title')}
        </h2>
        <Word />
        <Meter />
        <Figure />
        <button
          type="button"
          className={`link ${styles.toggle}`}
          aria-expanded={isWide}
          aria-controls="live-body"
          onClick={() => setIsWide(!isWide)}
        >
          {isWide ? t('fill.live.less') : t('fill.live.more')}
        </button>
      </div>
      <div className={styles.body} id="live-body">
        <Rating />
        <LiveSections section={section} />
        <Gates />
        <AskNext section={section} />
      </div>
    </aside>
  );
}

function Word() {
  const words = useWords();
  const word = useOpen(({ result, model }) => headlineWord(result.headline, model.questionnaire.bands, words));
  const isShort = useOpen(({ result: { headline } }) => headline.kind === 'band' || headline.kind === 'stop');
  return <p className={isShort ? styles.word : styles.sentence}>{word}</p>;
}

function Figure() {
  const { t, f } = useWords();
  const isStop = useOpen(({ result }) => result.headline.kind === 'stop');
  const figure = useOpen(({ result: { overall } }) => (overall ? f.interval(overall) : '–'));
  return (
    <p className={styles.figure}>
      <span>
        <output aria-live="polite">{isStop ? t('fill.live.noRating') : figure}</output>
        {!isStop && <span> {t('fill.live.of')}</span>}
      </span>
    </p>
  );
}

/** What the word leaves out. */
function Rating() {
  const words = useWords();
  const sentence = useOpen((open) => ratingSentence(open, words));
  return sentence ? <p>{sentence}</p> : null;
}

/** How far the rating can go, that a gate raises it above the score, or why there is none; null where the word says it all. */
function ratingSentence({ model, result }: OpenAssessment, { t, local }: Words): string | null {
  const { rating, headline, overall } = result;
  const { bands } = model.questionnaire;
  if (headline.kind === 'stop') return t('fill.live.stop');
  if (!rating || !overall) return null;
  const [low, high] = [bandName(bands, rating.low, local), bandName(bands, rating.high, local)];
  const stop = result.stop === 'undetermined' ? 'open' : 'none';
  if (headline.kind === 'not-ratable')
    return low === high ? t('fill.live.alike', { band: low, stop }) : t('fill.live.between', { low, high, stop });
  const byScore = bands[bandIndex(bands, overall.low)];
  return headline.kind === 'band' && byScore && byScore.id !== rating.low ? t('fill.live.raised', { band: local(byScore.name) }) : null;
}

/** Gates on the rating that hold, by name; those that could, by number; and the way to all of the result, gates or none. */
function Gates() {
  const { t, local } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const gates = useOpen(({ model }) => model.gates);
  const states = useOpen(({ result }) => result.gates.map((gate) => gate.state).join(' ')).split(' ');
  const inState = (state: GateResult['state']) => gates.filter((gate, index) => states[index] === state && !isFloor(gate));
  const holding = inState('true');
  const possible = inState('undetermined').length;
  return (
    <div className={styles.gates}>
      {holding.length > 0 && (
        <p>
          <strong>{t('fill.live.gates', { count: holding.length })}</strong>{' '}
          {holding.length <= 2 ? holding.map((gate) => local(gate.title)).join(' · ') : null}
        </p>
      )}
      {possible > 0 && <p className="muted">{t('fill.live.possible', { count: possible })}</p>}
      <p>
        <Link href={`/a/${id}/result`}>{t('fill.live.result')}</Link>
      </p>
    </div>
  );
}
