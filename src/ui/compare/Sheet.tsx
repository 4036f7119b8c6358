import { Fragment } from 'react';
import { answerCell, differ } from '../../report/comparison/answers.ts';
import type { ComparedBid, ComparisonAccount } from '../../report/comparison/context.ts';
import { visible } from '../../report/pdf/visible.ts';
import { tagOf } from '../../report/words.ts';
import { useWords } from '../words.ts';
import { Runs } from './Blocks.tsx';
import type { Line } from './lines.tsx';
import styles from './Sheet.module.css';

interface Props {
  readonly account: ComparisonAccount;
  /** Those that stand beside each other here. */
  readonly bids: readonly ComparedBid[];
  readonly lines: readonly Line[];
  /** Only questions in which the bids of the comparison differ. */
  readonly onlyDifferences: boolean;
  /** Ids of the lines whose questions are shown. */
  readonly unfolded: ReadonlySet<string>;
  readonly onFold: (line: string) => void;
}

/** Bids as columns, or one bid as a card. */
export function Sheet({ account, bids, lines, onlyDifferences, unfolded, onFold }: Props) {
  const { t } = useWords();
  return (
    <table className={styles.sheet} data-bids={bids.length}>
      <thead>
        <tr>
          <th scope="col" className={`${styles.head} ${styles.corner}`}>
            <span className="visually-hidden">{t('compare.row')}</span>
          </th>
          {bids.map(({ id, label, name }) => (
            <th key={id} scope="col" className={styles.head}>
              <span className="muted">{label}</span>
              {name !== '' && <a href={`#/a/${id}/result`}>{visible(name)}</a>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Fragment key={line.id}>
            <tr>
              <th scope="row" className={styles.name}>
                {line.items ? (
                  <button type="button" className={styles.fold} aria-expanded={unfolded.has(line.id)} onClick={() => onFold(line.id)}>
                    {line.head}
                  </button>
                ) : (
                  line.head
                )}
              </th>
              {bids.map((bid) => (
                <td key={bid.id} className={styles.value}>
                  <div className={styles.cell}>{line.cell(bid)}</div>
                </td>
              ))}
            </tr>
            {line.items && unfolded.has(line.id) && (
              <Questions account={account} bids={bids} items={line.items} onlyDifferences={onlyDifferences} />
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface QuestionsProps extends Pick<Props, 'account' | 'bids' | 'onlyDifferences'> {
  readonly items: readonly number[];
}

/** The questions of a section, each with the bids' answers and evidence side by side. */
function Questions({ account, bids, items, onlyDifferences }: QuestionsProps) {
  const { t } = useWords();
  const asked = items
    .flatMap((index) => account.model.items[index] ?? [])
    .filter(({ index }) => account.bids.some(({ result }) => result.questions[index]?.applicable !== 'false'));
  const shown = onlyDifferences ? asked.filter((item) => differ(account.bids, item)) : asked;
  if (shown.length === 0)
    return (
      <tr>
        <td className={styles.answer} colSpan={bids.length + 1}>
          {t('compare.questions.alike')}
        </td>
      </tr>
    );
  return shown.map((item) => (
    <tr key={item.question.id}>
      <th scope="row" className={styles.question}>
        <span>{account.local(item.question.text)}</span> <code className="muted">{tagOf(item.question.id)}</code>
      </th>
      {bids.map((bid) => (
        <td key={bid.id} className={styles.answer}>
          <Runs of={answerCell(account, bid, item, true)} />
        </td>
      ))}
    </tr>
  ));
}
