import { useMemo } from 'react';
import { standsInTheWay } from '../../core/editions/finalise.ts';
import { tagOf } from '../fields/names.ts';
import { useOpen } from '../fill/open.ts';
import { QuestionLink } from '../fill/QuestionLink.tsx';
import { useTitle } from '../fill/useTitle.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import styles from './Final.module.css';
import { FinaliseForm } from './FinaliseForm.tsx';

/** What stands in the way of making it final, each with its question; or the form by which it is. */
export function FinalisePage() {
  const { t } = useWords();
  const title = useTitle();
  const id = useOpen(({ assessment }) => assessment.id);
  const model = useOpen((open) => open.model);
  const state = useOpen((open) => open.state);
  const result = useOpen((open) => open.result);
  const way = useMemo(() => standsInTheWay(model, state, result), [model, state, result]);
  return (
    <div className={styles.page}>
      <BackLink to={`/a/${id}`}>{t('fill.backTo', { title })}</BackLink>
      <div className={styles.lead}>
        <PageTitle title={t('final.finalise.title')}>
          {way.length > 0 ? t('final.finalise.way', { count: way.length }) : t('final.finalise.title')}
        </PageTitle>
        <p className="lede">{t(way.length > 0 ? 'final.finalise.way.help' : 'final.finalise.lead')}</p>
      </div>
      {way.length > 0 ? <Way way={way} /> : <FinaliseForm />}
    </div>
  );
}

function Way({ way }: { readonly way: ReturnType<typeof standsInTheWay> }) {
  const { t, local } = useWords();
  const model = useOpen((open) => open.model);
  return (
    <ul className={styles.way}>
      {way.map(({ question: id, why, mayApply }) => {
        const question = model.items[model.indexOf(id) ?? -1]?.question;
        return question ? (
          <li key={id}>
            <span>
              <QuestionLink question={id}>{local(question.text)}</QuestionLink> <span className="tag">{tagOf(id)}</span>
            </span>
            <span className="muted small">
              {why === 'disputed'
                ? t('final.finalise.way.disputed')
                : t(mayApply ? 'final.finalise.way.mayApply' : 'final.finalise.way.open')}
            </span>
          </li>
        ) : null;
      })}
    </ul>
  );
}
