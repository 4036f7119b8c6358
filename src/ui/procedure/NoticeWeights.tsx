import { useId, useState } from 'react';
import type { NoticeLot } from '../../core/notice/notice.ts';
import { suggestMapping } from '../../core/notice/suggest.ts';
import { checkWeights } from '../../core/notice/weights.ts';
import { criterionName, criterionWords, noticeSentences, noticeTable } from '../../report/procedure/notice.ts';
import { Blocks } from '../compare/Blocks.tsx';
import { useWords } from '../words.ts';
import { KeepNotice } from './KeepNotice.tsx';
import type { NoticeCheckProps } from './NoticeCheck.tsx';
import styles from './NoticeForm.module.css';
import { sectionWeights } from './weights.ts';

interface Props extends Omit<NoticeCheckProps, 'named'> {
  readonly lot: NoticeLot;
  /** Of the notice; empty where it has none. */
  readonly number: string;
}

/** What came of it in words, the weights side by side, and which criterion stands for which section. */
export function NoticeWeights({ lot, number, questionnaire, policy }: Props) {
  const words = useWords();
  const { t } = words;
  const { sections } = questionnaire;
  const weights = sectionWeights(questionnaire, policy);
  const [mapping, setMapping] = useState(() =>
    suggestMapping(
      lot,
      sections
        .filter(({ id }) => weights.some((one) => one.id === id && one.weight > 0))
        .map(({ id, title, short }) => ({ id, names: short ? [title, short] : [title] })),
    ),
  );
  const check = checkWeights(lot, weights, mapping);
  const [open] = useState(check.outcome === 'nothing');
  const comparison = { lot, sections, check };
  const [verdict, ...beside] = noticeSentences(comparison, words);
  return (
    <>
      <div className={styles.say} role="status">
        <p className={check.outcome === 'differs' ? styles.differs : styles.verdict}>{verdict}</p>
        {beside.map((sentence) => (
          <p key={sentence} className="measure">
            {sentence}
          </p>
        ))}
      </div>
      <Blocks blocks={noticeTable(comparison, words)} level={3} />
      {lot.criteria.length > 0 && (
        <details className={styles.mapping} open={open}>
          <summary>{t('notice.mapping')}</summary>
          <p className="muted">{t('notice.mapping.help')}</p>
          <ol>
            {lot.criteria.map((criterion, place) => (
              <Criterion
                // biome-ignore lint/suspicious/noArrayIndexKey: criteria have no identifier of their own, and their order is fixed.
                key={place}
                label={t('notice.mapping.of', { name: criterionName(criterion, place, words) })}
                text={criterionWords(criterion, place, words)}
                choices={weights.map(({ id, title }) => ({ id, name: words.local(title) }))}
                chosen={mapping[place] ?? ''}
                onChoose={(section) => setMapping(mapping.map((one, i) => (i === place ? section : one)))}
              />
            ))}
          </ol>
        </details>
      )}
      {check.outcome !== 'nothing' && <KeepNotice number={number} lot={lot} mapping={mapping} />}
    </>
  );
}

interface CriterionProps {
  readonly label: string;
  /** The criterion with its weight. */
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (section: string | null) => void;
}

function Criterion({ label, text, choices, chosen, onChoose }: CriterionProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <li>
      <p id={id}>{text}</p>
      <select aria-label={label} value={chosen} onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}>
        <option value="">{t('notice.mapping.none')}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </li>
  );
}
