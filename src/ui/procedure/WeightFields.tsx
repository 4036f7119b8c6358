import { useWatch } from 'react-hook-form';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import { useFieldForm } from '../fields/form.ts';
import { useWords } from '../words.ts';
import { NAMES, readWeight, weightName } from './criteriaValues.ts';
import styles from './procedure.module.css';
import own from './WeightFields.module.css';
import { sectionWeights, shareOf } from './weights.ts';

interface Props {
  readonly questionnaire: Questionnaire;
  readonly errorAt: (name: string) => string | undefined;
}

/** A number for each section that can be scored, with the share that it comes to. */
export function WeightFields({ questionnaire, errorAt }: Props) {
  const { t, f, local } = useWords();
  const { register, control, setValue } = useFieldForm();
  const typed: Readonly<Record<string, string>> = useWatch({ control, name: NAMES.weights });
  const sections = sectionWeights(questionnaire, {});
  const now = sections.map(({ id }) => ({ weight: readWeight(typed?.[id]) ?? 0 }));
  const back = () => {
    for (const { id, published } of sections) setValue(weightName(id), String(published));
  };
  return (
    <section className={styles.formPart} aria-labelledby="weights">
      <div>
        <h2 id="weights">{t('procedure.weights')}</h2>
        <p className="muted">{t('procedure.weights.help')}</p>
      </div>
      <ul className={own.weights}>
        {sections.map(({ id, title, published }, i) => {
          const name = weightName(id);
          const error = errorAt(name);
          const share = shareOf(now[i]?.weight ?? 0, now);
          return (
            <li key={id}>
              {error && (
                <p className={`${own.error} error`} id={`${name}-error`}>
                  {error}
                </p>
              )}
              <label htmlFor={name}>{local(title)}</label>
              <input
                id={name}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                aria-invalid={error ? true : undefined}
                aria-describedby={`${error ? `${name}-error ` : ''}${name}-share ${name}-published`}
                {...register(name)}
              />
              <span id={`${name}-share`} className={own.share}>
                {share === null ? '–' : t('procedure.share', { figure: f.score(share * 100) })}
              </span>
              <span id={`${name}-published`} className={`${own.published} muted small`}>
                {t('procedure.weights.published', { weight: f.number(published) })}
              </span>
            </li>
          );
        })}
      </ul>
      <p>
        <button type="button" className="link" onClick={back}>
          {t('procedure.weights.back')}
        </button>
      </p>
    </section>
  );
}
