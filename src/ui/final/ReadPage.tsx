import { useEffect } from 'react';
import { Link } from 'wouter';
import type { Question } from '../../core/format/questionnaire.ts';
import { visible } from '../../report/pdf/visible.ts';
import { evidenceParts } from '../../report/words.ts';
import { tagOf } from '../fields/names.ts';
import { AnswerText } from '../fill/AnswerText.tsx';
import { pageAddress } from '../fill/address.ts';
import { useOpen } from '../fill/open.ts';
import { pageAfter } from '../fill/progress.ts';
import { goToQuestion, wantedQuestion } from '../fill/QuestionLink.tsx';
import { useWording } from '../result/wording.ts';
import { useWords } from '../words.ts';
import styles from './Final.module.css';
import { FinalState } from './FinalState.tsx';

/** A page of questions of a final assessment: to be read. */
export function ReadPage({ section, page }: { readonly section: number; readonly page: number }) {
  const { t, local } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const model = useOpen((open) => open.model);
  const result = useOpen((open) => open.result);
  const items = model.items.filter(
    (item) => item.section === section && item.page === page && result.questions[item.index]?.applicable !== 'false',
  );
  useEffect(() => {
    const wanted = wantedQuestion();
    if (wanted !== undefined) goToQuestion(wanted);
  }, []);
  const next = pageAfter({ model, result }, section, page);
  return (
    <div className={styles.part}>
      <FinalState />
      <ul className={styles.way}>
        {items.map(({ question }) => (
          <li key={question.id}>
            {/* Links to a question lead here, as they do on a page that is filled in. */}
            <h2 id={question.id} tabIndex={-1} className={styles.asked}>
              {local(question.text)} <span className="tag">{tagOf(question.id)}</span>
            </h2>
            <Given question={question} />
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <p>
          <Link href={pageAddress(id, model, section, next)} className="button">
            {t('final.read.next')}
          </Link>
        </p>
      )}
    </div>
  );
}

function Given({ question }: { readonly question: Question }) {
  const { t } = useWords();
  const wording = useWording();
  const questionnaire = useOpen(({ model }) => model.questionnaire);
  const answer = useOpen(({ state }) => state.answers.get(question.id));
  if (!answer) return <p className="muted">{t('final.read.none')}</p>;
  const parts = evidenceParts(answer.evidence, questionnaire, wording);
  return (
    <div>
      {answer.state === 'answered' ? (
        <AnswerText question={question} value={answer.value} />
      ) : (
        <p>{t(answer.state === 'unknown' ? 'method.state.unknown' : 'method.state.declined')}</p>
      )}
      {answer.state === 'answered' && answer.incomplete && <p className="muted">{t('method.incomplete')}</p>}
      {parts.length > 0 && <p className="muted small">{parts.join(' · ')}</p>}
      {answer.note && <p className="muted small">{visible(answer.note)}</p>}
    </div>
  );
}
