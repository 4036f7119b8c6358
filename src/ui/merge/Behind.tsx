import type { Entry, GivenEntry } from '../../core/format/assessment.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { standing } from '../../core/history.ts';
import { isGiven } from '../../core/voices.ts';
import { useOpen } from '../fill/open.ts';
import { useWords } from '../words.ts';
import { Voices } from './Voices.tsx';
import { useWordingOf } from './wording.ts';

/** What stands behind an answer of several evaluators, or one with a reason: why it stands, and what each of them said. */
export function Behind({ question }: { readonly question: Question }) {
  const { t } = useWords();
  const model = useOpen((open) => open.model);
  const history = useOpen((open) => open.history);
  const wording = useWordingOf(model);
  const voices = voicesOf(history, question.id);
  const [first] = voices;
  return (
    <>
      {voices.length === 1 && first?.reason && (
        <p className="muted small">{t('evaluators.reason', { by: first.by || t('evaluators.unnamed'), reason: first.reason })}</p>
      )}
      {voices.length > 1 && (
        <details className="small">
          <summary>{t('evaluators.together', { count: voices.length })}</summary>
          <Voices question={question} questionnaire={model.questionnaire} wording={wording} voices={voices} />
        </details>
      )}
    </>
  );
}

/** One look through a history serves all its questions. */
const looked = new WeakMap<readonly Entry[], ReturnType<typeof standing>>();

function voicesOf(history: readonly Entry[], question: string): readonly GivenEntry[] {
  const found = looked.get(history) ?? standing(history);
  looked.set(history, found);
  return (found.get(`answer ${question}`) ?? []).filter(isGiven);
}
