import type { Value } from '../../core/format/answer.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { kindOf, type Said } from '../../core/questions/index.ts';
import { visible } from '../../report/pdf/visible.ts';
import { useCountryName } from '../fields/countryNames.ts';
import { useWords } from '../words.ts';
import styles from './AnswerText.module.css';

/** A value in words: a line, a list, or a small table. */
export function AnswerText({ question, value }: { readonly question: Question; readonly value: Value }) {
  const { local } = useWords();
  const say = useSaid();
  const described = kindOf(question).describe(question, value);
  switch (described.shape) {
    case 'none':
      return <p>{local(described.text)}</p>;
    case 'items': {
      const [first, ...others] = described.items.map(say);
      if (others.length === 0) return <p className={styles.plain}>{first}</p>;
      return (
        <ul className={styles.items}>
          {[first, ...others].map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    }
    case 'rows':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard.
        <section className="scroll" tabIndex={0} aria-label={local(question.text)}>
          <table className={styles.rows}>
            <thead>
              <tr>
                {described.columns.map((column) => (
                  <th key={local(column)} scope="col">
                    {local(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {described.rows.map((row, at) => (
                // Rows have no id of their own, and do not move while they are shown.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <tr key={at}>
                  {described.columns.map((column, i) => {
                    const cell = row[i];
                    return <td key={local(column)}>{cell ? say(cell) : '–'}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
}

function useSaid(): (said: Said) => string {
  const { t, f, local } = useWords();
  const countryName = useCountryName();
  return (said) => {
    switch (said.say) {
      case 'text':
        return local(said.text);
      case 'plain':
        return visible(said.plain);
      case 'number':
        return said.unit ? t('fill.number.withUnit', { number: f.number(said.number), unit: local(said.unit) }) : f.number(said.number);
      case 'day':
        return f.day(said.day);
      case 'country':
        return countryName(said.country);
    }
  };
}
