import { buyerQuestions, type Criteria } from '../../core/procedure/criteria.ts';
import { visible } from '../../report/pdf/visible.ts';
import { tagOf } from '../fields/names.ts';
import { AnswerText } from '../fill/AnswerText.tsx';
import { useWords } from '../words.ts';
import styles from './CriteriaView.module.css';
import { PolicyText } from './PolicyText.tsx';
import { sectionWeights, shareOf } from './weights.ts';

/** Criteria to be read: questionnaire, weights, settings, list, country table, and what the buyer answers for all bids. */
export function CriteriaView({ criteria: { questionnaire, policy, facts, answers } }: { readonly criteria: Criteria }) {
  const { t, f, local } = useWords();
  const weights = sectionWeights(questionnaire, policy);
  const buyers = buyerQuestions(questionnaire);
  const { id, version, title, parameters = [] } = questionnaire;
  return (
    <div className={styles.criteria}>
      <dl className={`facts ${styles.facts}`}>
        <div>
          <dt>{t('procedure.questionnaire')}</dt>
          <dd>
            {t('procedure.pinned', { title: local(title), version })} <code className="muted">{id}</code>
          </dd>
        </div>
        <div>
          <dt>{t('procedure.facts')}</dt>
          <dd>{t('procedure.facts.version', { version: f.day(facts.version) })}</dd>
        </div>
        {parameters.map((parameter) => {
          const chosen = policy.parameters[parameter.id] ?? parameter.default;
          const choice = parameter.choices.find((one) => one.id === chosen);
          return (
            <div key={parameter.id}>
              <dt>{local(parameter.name)}</dt>
              <dd>{choice ? local(choice.name) : chosen}</dd>
            </div>
          );
        })}
      </dl>
      <table className={styles.weights}>
        <caption>{t('procedure.weights')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('procedure.weights.section')}</th>
            <th scope="col" className="number">
              {t('procedure.weights.weight')}
            </th>
            <th scope="col" className="number">
              {t('procedure.weights.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {weights.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {local(one.title)}
                {one.weight !== one.published && (
                  <span className="muted small">{t('procedure.weights.published', { weight: f.number(one.published) })}</span>
                )}
              </th>
              <td className="number">{f.number(one.weight)}</td>
              <td className="number">{t('procedure.share', { figure: f.score((shareOf(one.weight, weights) ?? 0) * 100) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.block}>
        <h3>{t('procedure.policy')}</h3>
        <PolicyText policy={policy} facts={[facts]} />
      </div>
      {buyers.length > 0 && (
        <div className={styles.block}>
          <h3>{t('procedure.buyer')}</h3>
          <dl className={styles.answers}>
            {buyers.map((question) => {
              const answer = answers[question.id];
              return (
                <div key={question.id}>
                  <dt>
                    {local(question.text)} <span className="tag">{tagOf(question.id)}</span>
                  </dt>
                  <dd>
                    {answer?.state === 'answered' ? (
                      <AnswerText question={question} value={answer.value} />
                    ) : (
                      <p className="muted">
                        {answer
                          ? t(answer.state === 'unknown' ? 'method.state.unknown' : 'method.state.declined')
                          : t('procedure.buyer.open')}
                      </p>
                    )}
                    {answer?.note && <p className="muted small">{visible(answer.note)}</p>}
                  </dd>
                </div>
              );
            })}
          </dl>
        </div>
      )}
    </div>
  );
}
