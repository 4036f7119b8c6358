import { Link } from 'wouter';
import type { Question } from '../../core/format/questionnaire.ts';
import { AnswerText } from '../fill/AnswerText.tsx';
import { useOpen } from '../fill/open.ts';
import { useWords } from '../words.ts';

/** The answer that a procedure gives for all its bids, in place of the field. */
export function GivenAnswer({ question }: { readonly question: Question }) {
  const { t } = useWords();
  const procedure = useOpen(({ assessment }) => assessment.procedure);
  const answer = useOpen(({ state }) => state.answers.get(question.id));
  return (
    <>
      {answer?.state === 'answered' && <AnswerText question={question} value={answer.value} />}
      {answer && answer.state !== 'answered' && <p>{t(answer.state === 'unknown' ? 'method.state.unknown' : 'method.state.declined')}</p>}
      <p className="hint">
        {t(answer ? 'procedure.bidOf.given' : 'procedure.bidOf.notGiven')}{' '}
        <Link href={`/p/${procedure}`}>{t('procedure.bidOf.givenLink')}</Link>
      </p>
    </>
  );
}
