import { useId, useState } from 'react';
import type { Notice as ContractNotice } from '../../core/notice/notice.ts';
import { useWords } from '../words.ts';
import type { NoticeCheckProps } from './NoticeCheck.tsx';
import styles from './NoticeForm.module.css';
import { NoticeWeights } from './NoticeWeights.tsx';

/** Which notice it is, its lots, and the weights of the lot that is chosen. */
export function NoticeLots({ notice, questionnaire, policy, named }: NoticeCheckProps & { readonly notice: ContractNotice }) {
  const { t, local } = useWords();
  const id = useId();
  const [chosen, setChosen] = useState(notice.lots[0]?.id);
  const lot = notice.lots.find((one) => one.id === chosen) ?? notice.lots[0];
  const number = notice.publication || notice.id;
  return (
    <>
      <div className={styles.facts}>
        <p>{number === '' ? t('notice.read.unnumbered') : t('notice.read', { number, version: notice.version || 'none' })}</p>
        {named !== '' && notice.publication !== '' && !named.includes(notice.publication) && (
          <p>{t('notice.other', { named, found: notice.publication })}</p>
        )}
      </div>
      {notice.lots.length > 1 && (
        <div className={styles.lot}>
          <label htmlFor={`${id}-lot`}>{t('notice.lot')}</label>
          <select id={`${id}-lot`} value={lot?.id} onChange={({ target }) => setChosen(target.value)}>
            {notice.lots.map((one) => (
              <option key={one.id} value={one.id}>
                {local(one.title) ? t('notice.lot.name', { id: one.id, title: local(one.title) }) : one.id}
              </option>
            ))}
          </select>
        </div>
      )}
      {lot && <NoticeWeights key={lot.id} lot={lot} number={number} questionnaire={questionnaire} policy={policy} />}
    </>
  );
}
