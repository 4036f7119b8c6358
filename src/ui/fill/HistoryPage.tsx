import { useMemo } from 'react';
import type { Entry } from '../../core/format/assessment.ts';
import { effective } from '../../core/line.ts';
import { seeing } from '../../core/voices.ts';
import { visible } from '../../report/pdf/visible.ts';
import { tagOf } from '../fields/names.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { clockOf, dayOf } from '../parts/clock.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { DETAIL_NAMES } from './details.ts';
import { FromTo } from './FromTo.tsx';
import styles from './HistoryPage.module.css';
import { useOpen } from './open.ts';
import { QuestionLink } from './QuestionLink.tsx';
import { UndoRedo } from './UndoRedo.tsx';
import { useTitle } from './useTitle.ts';

/** Who changed what, from what, when: newest first. Nothing is ever removed from it. */
export function HistoryPage() {
  const { t, f } = useWords();
  const title = useTitle();
  const id = useOpen(({ assessment }) => assessment.id);
  const history = useOpen((open) => open.history);
  const lines = useMemo(() => linesOf(history), [history]);
  return (
    <div className={styles.page}>
      <div className="top">
        <BackLink to={`/a/${id}`}>{t('fill.backTo', { title })}</BackLink>
        <UndoRedo />
      </div>
      <PageTitle title={t('fill.history')} />
      <p className="muted">{t('fill.history.help')}</p>
      {lines.length === 0 && <p>{t('fill.history.empty')}</p>}
      <ol className={styles.lines} reversed>
        {lines.map((line) => (
          <li key={line.entry.id} className={line.counts ? undefined : styles.withdrawn}>
            <p className="muted small">
              <time dateTime={line.entry.at}>
                {t('fill.history.when', { day: f.day(dayOf(new Date(line.entry.at))), time: clockOf(line.entry.at) })}
              </time>
              {' · '}
              {visible(line.entry.by) || t('fill.history.nobody')}
              {!line.counts && line.entry.kind !== 'undo' && <strong> · {t('fill.history.withdrawn')}</strong>}
            </p>
            <Change line={line} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface Line {
  readonly entry: Entry;
  /** The entries about the same thing that it came after: one, or those of several evaluators; none that its author had not seen. */
  readonly before: readonly Entry[];
  /** For an undo: what it takes back. */
  readonly target: Entry | undefined;
  readonly counts: boolean;
}

function linesOf(history: readonly Entry[]): readonly Line[] {
  const counting = new Set(effective(history).map((entry) => entry.id));
  const byId = new Map(history.map((entry) => [entry.id, entry]));
  const saw = seeing(history);
  const earlier = new Map<string, readonly Entry[]>();
  const lines = history.map((entry): Line => {
    const about = entry.kind === 'answer' ? `answer ${entry.question}` : entry.kind === 'detail' ? `detail ${entry.detail}` : entry.kind;
    const sameThing = earlier.get(about) ?? [];
    const before: Entry[] = [];
    for (const one of sameThing) if (saw(entry, one) && !before.some((later) => saw(later, one))) before.push(one);
    // What was taken back is not what the next one started from. Newest first.
    if (counting.has(entry.id)) earlier.set(about, [entry, ...sameThing]);
    return { entry, before, target: entry.kind === 'undo' ? byId.get(entry.entry) : undefined, counts: counting.has(entry.id) };
  });
  return lines.reverse();
}

/** Does it say all of the answer before it again (SPEC H4)? */
const isRepeated = (entry: Extract<Entry, { kind: 'answer' }>, [one, ...others]: readonly Entry[]): boolean =>
  others.length === 0 && entry.answer !== null && one?.kind === 'answer' && JSON.stringify(one.answer) === JSON.stringify(entry.answer);

function Change({ line: { entry, before, target } }: { readonly line: Line }) {
  const { t, local } = useWords();
  const model = useOpen((open) => open.model);
  switch (entry.kind) {
    case 'answer': {
      const question = model.items[model.indexOf(entry.question) ?? -1]?.question;
      if (!question) return <p>{tagOf(entry.question)}</p>;
      return (
        <>
          <p>
            <QuestionLink question={question.id}>{local(question.text)}</QuestionLink> <span className="tag">{tagOf(question.id)}</span>
          </p>
          <FromTo question={question} from={before.map((one) => (one.kind === 'answer' ? one.answer : null))} to={entry.answer} />
          {isRepeated(entry, before) && <p className="muted small">{t('fill.history.same')}</p>}
          {entry.reason && <p className="muted small">{t('fill.history.reason', { reason: visible(entry.reason) })}</p>}
        </>
      );
    }
    case 'detail':
      return (
        <>
          <p>{t(DETAIL_NAMES[entry.detail])}</p>
          <dl className={styles.change}>
            <dt>{t('fill.history.from')}</dt>
            <dd>
              {before.flatMap((one) => (one.kind === 'detail' && one.value && visible(one.value)) || []).join(' / ') ||
                t('fill.detail.missing')}
            </dd>
            <dt>{t('fill.history.to')}</dt>
            <dd>{(entry.value && visible(entry.value)) || t('fill.detail.missing')}</dd>
          </dl>
        </>
      );
    case 'override':
      return (
        <p>
          {entry.override
            ? t('fill.history.override', {
                band: local(model.questionnaire.bands.find((band) => band.id === entry.override?.band)?.name ?? {}),
                reason: visible(entry.override.reason),
              })
            : t('fill.history.noOverride')}
        </p>
      );
    case 'undo':
      return (
        <p>
          {target?.kind === 'undo'
            ? t('fill.history.redo')
            : target?.kind === 'answer'
              ? t('fill.history.undoAnswer', { question: tagOf(target.question) })
              : t('fill.history.undo')}
        </p>
      );
    case 'final':
      return <p>{t('fill.history.final', { number: entry.number })}</p>;
    case 'supersedes':
      return <p>{t('fill.history.supersedes')}</p>;
  }
}
