import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { rounded } from '../../core/interval.ts';
import { type NextQuestion, nextQuestions } from '../../core/next.ts';
import { bandIndex } from '../../core/rating.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { headlineWord } from '../parts/headline.ts';
import { useWords } from '../words.ts';
import { Bar } from './Bar.tsx';
import styles from './LivePanel.module.css';
import { Meter } from './Meter.tsx';
import { useOpen } from './open.ts';
import { QuestionLink } from './QuestionLink.tsx';

/** The result so far, beside the questions or, on a narrow screen, as one line at its foot that opens. */
export function LivePanel({ section }: { readonly section: number }) {
  const words = useWords();
  const { t, f } = words;
  const [isWide, setIsWide] = useState(false);
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const { overall, headline } = result;
  const word = headlineWord(headline, model.questionnaire.bands, words);
  return (
    <aside className={styles.panel} aria-labelledby="live-title" data-open={isWide || undefined}>
      <div className={styles.head}>
        <h2 id="live-title" className={styles.title}>
          {t('fill.live.title')}
        </h2>
        <p className={headline.kind === 'band' || headline.kind === 'stop' ? styles.word : styles.sentence}>{word}</p>
        <Meter result={result} bands={model.questionnaire.bands} />
        <p className={styles.figure}>
          <output aria-live="polite">{overall ? f.interval(overall) : '–'}</output>
          <span> {t('fill.live.of')}</span>
        </p>
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
        <Sections />
        <Gates />
        <AskNext section={section} />
      </div>
    </aside>
  );
}

/** What the word leaves out: how far the rating can go, and whether a gate raises it above the score. */
function Rating() {
  const { t, local } = useWords();
  const { bands } = useOpen(({ model }) => model.questionnaire);
  const { rating, headline, overall } = useOpen(({ result }) => result);
  if (!rating || !overall) return null;
  const nameOf = (id: string) => local(bands.find((band) => band.id === id)?.name ?? {});
  const byScore = bands[bandIndex(bands, overall.low)];
  if (headline.kind === 'not-ratable')
    return (
      <p>
        {rating.low === rating.high
          ? t('fill.live.alike', { band: nameOf(rating.low) })
          : t('fill.live.between', { low: nameOf(rating.low), high: nameOf(rating.high) })}
      </p>
    );
  if (headline.kind === 'band' && byScore && byScore.id !== rating.low)
    return <p>{t('fill.live.raised', { band: local(byScore.name) })}</p>;
  return null;
}

/** The scored sections: the bar for the eye, the figures beside it. */
function Sections() {
  const { t, f, local } = useWords();
  const model = useOpen((open) => open.model);
  const sections = useOpen(({ result }) => result.sections);
  const edges = model.questionnaire.bands.map((band) => band.from);
  return (
    <table className={styles.sections}>
      <caption className="visually-hidden">{t('fill.live.sections')}</caption>
      <tbody>
        {sections.map(({ id, weight, interval }, index) => {
          const section = model.sections[index]?.section;
          if (!section || weight === 0 || !interval) return null;
          return (
            <tr key={id}>
              <th scope="row">{local(section.short ?? section.title)}</th>
              <td aria-hidden="true">
                <Bar interval={interval} edges={edges} />
              </td>
              <td className="number">{f.interval(interval)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Gates that hold, by name; those that could, by number. */
function Gates() {
  const { t, local } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const model = useOpen((open) => open.model);
  const gates = useOpen(({ result }) => result.gates);
  const holding = gates.filter((gate) => gate.state === 'true').flatMap((gate) => model.gates.find((one) => one.id === gate.id) ?? []);
  const possible = gates.filter((gate) => gate.state === 'undetermined').length;
  if (holding.length === 0 && possible === 0) return null;
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

/** Method R4, within this section. */
function AskNext({ section }: { readonly section: number }) {
  const { t, f, local } = useWords();
  const next = useNext(section);
  const question = useOpen(({ model }) => model.items[model.indexOf(next?.question ?? '') ?? -1]?.question);
  if (!next || !question) return null;
  return (
    <div className={styles.next}>
      <h3>{t('fill.live.next')}</h3>
      <p>
        <QuestionLink question={question.id}>{local(question.text)}</QuestionLink>
      </p>
      <p className="muted">{t('fill.live.narrows', { points: f.score(next.narrows) })}</p>
    </div>
  );
}

/** How long answering pauses before the next question is looked for, in ms: the result itself does not wait for it. */
const PAUSE = 300;

function useNext(section: number): NextQuestion | null {
  const result = useOpen((open) => open.result);
  const [next, setNext] = useState<NextQuestion | null>(null);
  useEffect(() => {
    const look = () => {
      const { open } = useWorkspace.getState();
      if (open?.result === result) setNext(nextIn(open, section));
    };
    const timer = setTimeout(look, PAUSE);
    return () => clearTimeout(timer);
  }, [result, section]);
  return next;
}

/** How many questions of a section are looked at closely: those whose answer can move it most. */
const CANDIDATES = 12;

function nextIn({ model, state, result }: OpenAssessment, section: number): NextQuestion | null {
  const open = (model.sections[section]?.items ?? []).flatMap((index) => {
    const item = model.items[index];
    const now = result.questions[index];
    if (!item?.bounds || now?.state === 'answered' || now?.applicable === 'false') return [];
    return [{ index, reach: item.question.weight * (item.bounds.high - item.bounds.low) }];
  });
  const candidates = open.sort((a, b) => b.reach - a.reach).slice(0, CANDIDATES);
  const [first] = nextQuestions(
    model,
    state.answers,
    result,
    candidates.map(({ index }) => index),
  );
  return first && rounded(first.narrows) > 0 ? first : null;
}
