import { useEffect, useState } from 'react';
import { rounded } from '../../core/interval.ts';
import { type NextQuestion, nextQuestions } from '../../core/next.ts';
import { type OpenAssessment, useWorkspace } from '../../store/workspace.ts';
import { useWords } from '../words.ts';
import styles from './LivePanel.module.css';
import { useOpen } from './open.ts';
import { QuestionLink } from './QuestionLink.tsx';

/** The open question of this section that narrows the result most (method R4). */
export function AskNext({ section }: { readonly section: number }) {
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
  const [next, setNext] = useState<NextQuestion | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const { open } = useWorkspace.getState();
      if (open) setNext(nextIn(open, section));
    };
    const lookSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    };
    lookSoon();
    const end = useWorkspace.subscribe((now, before) => {
      if (now.open?.result !== before.open?.result) lookSoon();
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [section]);
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
