import { memo } from 'react';
import type { Question, Source } from '../../core/format/questionnaire.ts';
import type { FillKey } from '../../i18n/languages.ts';
import { Outward } from '../parts/Outward.tsx';
import { useWords } from '../words.ts';
import styles from './Guidance.module.css';
import { useOpen } from './open.ts';

const STATUS = {
  'in-force': 'fill.source.inForce',
  proposal: 'fill.source.proposal',
  lapsed: 'fill.source.lapsed',
} as const satisfies Record<Source['status'], FillKey>;

/** Why it is asked, what counts as evidence, the usual mistake, and what it rests on. */
export const Guidance = memo(function Guidance({ question }: { readonly question: Question }) {
  const { t, local } = useWords();
  const sources = useOpen(({ model }) => model.questionnaire.sources);
  const cited = (question.sources ?? []).flatMap(({ source, at }) => {
    const found = sources.find((one) => one.id === source);
    return found ? [{ source: found, at }] : [];
  });
  if (!question.help && !question.trap && cited.length === 0) return null;
  return (
    <details>
      <summary>{t('fill.guidance')}</summary>
      <div className={styles.body}>
        {question.help && <p>{local(question.help)}</p>}
        {question.trap && (
          <p>
            <strong>{t('fill.guidance.trap')}</strong> {local(question.trap)}
          </p>
        )}
        {cited.length > 0 && (
          <>
            <p>
              <strong>{t('fill.guidance.sources')}</strong>
            </p>
            <ul>
              {cited.map(({ source, at }) => (
                <li key={`${source.id} ${at}`}>
                  <SourceLine source={source} at={at} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
});

function SourceLine({ source, at }: { readonly source: Source; readonly at: string | undefined }) {
  const { t, f, local } = useWords();
  const title = local(source.title);
  const status = t(STATUS[source.status], { day: f.day(source.asOf) });
  return (
    <>
      <Outward url={source.url}>{title}</Outward>
      <span className="muted">{at ? t('fill.source.lineAt', { at, status }) : t('fill.source.line', { status })}</span>
      {source.note && <span className={styles.note}>{local(source.note)}</span>}
    </>
  );
}
