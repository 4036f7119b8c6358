import { Link } from 'wouter';
import { visible } from '../../report/pdf/visible.ts';
import layout from '../parts/Columns.module.css';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { Bids } from './Bids.tsx';
import { titleOf } from './bidNames.ts';
import { CriteriaView } from './CriteriaView.tsx';
import { Deviations } from './Deviations.tsx';
import { Frame } from './Frame.tsx';
import { History } from './History.tsx';
import { Names } from './Names.tsx';
import { NoticeCheck } from './NoticeCheck.tsx';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';
import { SealCard } from './SealCard.tsx';
import { TenderCard } from './TenderCard.tsx';

/** A tender in one place: how it stands, its bids, the seal and what was changed since, and the criteria. */
export function ProcedurePage() {
  const { t, f } = useWords();
  const { view } = useProcedure();
  const { header, procedure, state, criteria } = view;
  const { seal, deviations, bids, details } = state;
  const title = titleOf(state) || t('procedure.untitled');
  const said = seal && { at: f.instant(seal.at), by: seal.by, count: bids.length };
  return (
    <Frame up="/" back={t('procedure.back')}>
      <div className={layout.columns}>
        <div>
          <div className={styles.say}>
            <p className="eyebrow">{visible([details.number, details.authority].filter(Boolean).join(' · '))}</p>
            <PageTitle title={title} />
            <p className="lede">
              {said
                ? deviations.length > 0
                  ? t('procedure.lede.deviated', { ...said, deviations: deviations.length })
                  : t('procedure.lede.sealed', said)
                : t('procedure.lede.draft')}
            </p>
          </div>
          <Deviations procedure={procedure} />
          {seal && <Bids />}
        </div>
        <div>
          <SealCard />
          {seal && <Names />}
          <TenderCard />
        </div>
        <div>
          {criteria && (
            <section className={styles.part} aria-labelledby="criteria">
              <div>
                <h2 id="criteria">{t('procedure.criteria')}</h2>
                <p className="muted">{t(seal ? 'procedure.criteria.sealed' : 'procedure.criteria.draft')}</p>
              </div>
              <CriteriaView criteria={criteria} />
              <p>
                <Link href={`/p/${header.id}/criteria`} className={seal ? undefined : 'button-quiet'}>
                  {t(seal ? 'procedure.criteria.deviate' : 'procedure.criteria.change')}
                </Link>
              </p>
            </section>
          )}
          {criteria && <NoticeCheck questionnaire={criteria.questionnaire} policy={criteria.policy} named={details.notice ?? ''} />}
          <History />
        </div>
      </div>
    </Frame>
  );
}
