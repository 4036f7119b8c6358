import type { UseFormRegister } from 'react-hook-form';
import type { Policy } from '../../core/format/facts.ts';
import type { Parameter } from '../../core/format/questionnaire.ts';
import { Choices } from '../parts/Choices.tsx';
import { useWords } from '../words.ts';
import type { StartValues } from './begin.ts';
import styles from './StartPage.module.css';

interface Props {
  readonly parameters: readonly Parameter[];
  readonly register: UseFormRegister<StartValues>;
  /** A policy that sets a parameter has the last word on it. */
  readonly policy: Policy | null;
}

/** What the questionnaire leaves to the authority, each with its default chosen. */
export function Parameters({ parameters, register, policy }: Props) {
  const { t, local } = useWords();
  return (
    <section className={styles.part} aria-labelledby="start-parameters">
      <h2 id="start-parameters">{t('start.parameters')}</h2>
      <p className="measure">{t('start.parameters.text')}</p>
      {parameters.map((parameter) => {
        const set = parameter.choices.find((choice) => choice.id === policy?.parameters[parameter.id]);
        if (policy && set)
          return (
            <p key={parameter.id}>
              {t('start.parameters.byPolicy', { parameter: local(parameter.name), choice: local(set.name), policy: policy.name })}
            </p>
          );
        return (
          <Choices
            key={parameter.id}
            id={`start-parameter-${parameter.id}`}
            legend={local(parameter.name)}
            hint={parameter.help && local(parameter.help)}
            registration={register(`parameters.${parameter.id}`, { value: parameter.default })}
            choices={parameter.choices.map((choice) => ({
              value: choice.id,
              text: local(choice.name),
              help: choice.id === parameter.default ? t('start.parameters.default') : undefined,
            }))}
          />
        );
      })}
    </section>
  );
}
