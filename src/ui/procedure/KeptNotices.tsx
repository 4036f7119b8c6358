import { keptNotice } from '../../report/procedure/notice.ts';
import { Blocks } from '../compare/Blocks.tsx';
import { useWords } from '../words.ts';
import type { NoticeCheckProps } from './NoticeCheck.tsx';
import styles from './NoticeForm.module.css';
import { useProcedure } from './procedure.ts';
import { sectionWeights } from './weights.ts';

/** What the procedure keeps of contract notices, beside the weights in force. */
export function KeptNotices({ questionnaire, policy }: Omit<NoticeCheckProps, 'named'>) {
  const words = useWords();
  const { notices } = useProcedure().view.state;
  const weights = sectionWeights(questionnaire, policy);
  return notices.map((one) => {
    const { title, sentences, table, by } = keptNotice(one, questionnaire, weights, words);
    return (
      <article key={one.lot.id} className={`panel ${styles.say}`}>
        <p className="eyebrow">{words.t('notice.keep.kept')}</p>
        <h3>{title}</h3>
        {sentences.map((sentence) => (
          <p key={sentence} className="measure">
            {sentence}
          </p>
        ))}
        <Blocks blocks={table} level={3} />
        <p className="muted small">{by}</p>
      </article>
    );
  });
}
