import type { Value } from '../../core/format/answer.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { kindOf, type Said } from '../../core/questions/index.ts';
import { cellWords, saidWords } from '../../report/words.ts';
import { useWording } from '../result/wording.ts';
import styles from './AnswerText.module.css';

/** Columns that stand beside each other on a wide screen. */
const FEW = 5;

/** A value in words: a line, a list, or a small table; where that finds no room, and on paper, each row with the names of its cells. */
export function AnswerText({ question, value }: { readonly question: Question; readonly value: Value }) {
  const words = useWording();
  const { t, local } = words;
  const say = (said: Said): string => saidWords(said, words);
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
          <table className={described.columns.length > FEW ? styles.rows : `${styles.rows} ${styles.few}`}>
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
                    return (
                      <td key={local(column)}>
                        <span className={styles.name}>{cellWords(local(column), '', { t })}</span>
                        {cell ? say(cell) : '–'}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
}
