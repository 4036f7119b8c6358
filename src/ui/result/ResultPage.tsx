import { useOpen } from '../fill/open.ts';
import { useTitle } from '../fill/useTitle.ts';
import { part } from '../page.tsx';
import { BackLink } from '../parts/BackLink.tsx';
import layout from '../parts/Columns.module.css';
import { Sign } from '../sign/Sign.tsx';
import { useWords } from '../words.ts';
import { Actions } from './Actions.tsx';
import { Completeness } from './Completeness.tsx';
import { Contributions } from './Contributions.tsx';
import { Gates } from './Gates.tsx';
import { NextQuestions } from './NextQuestions.tsx';
import { Override } from './Override.tsx';
import { Plane } from './Plane.tsx';
import { Position } from './Position.tsx';
import styles from './ResultPage.module.css';
import { Sections } from './Sections.tsx';
import { SimpleTool } from './SimpleTool.tsx';
import { Verdict } from './Verdict.tsx';

const Altered = part(['problems'], 'Altered', () => import('./Altered.tsx'));
const BidOf = part(['account', 'differences', 'procedure', 'procedureList'], 'BidOf', () => import('../procedure/BidOf.tsx'));
const FinalState = part(['final'], 'FinalState', () => import('../final/FinalState.tsx'));
const Unsettled = part(['evaluators'], 'Unsettled', () => import('../merge/Unsettled.tsx'));

/**
 * What the assessment comes to, and why: the word, the gates with their ways out, the sections, what weighs most and what to ask next,
 * which comes first where nothing else leads to a rating.
 */
export function ResultPage() {
  const { t } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const title = useTitle();
  const procedure = useOpen(({ assessment }) => assessment.procedure);
  const isUnsettled = useOpen(({ state }) => state.disputed.size > 0);
  const isNotRatable = useOpen(({ result }) => result.headline.kind === 'not-ratable');
  const isEdition = useOpen(({ history }) => history.some(({ kind }) => kind === 'final'));
  return (
    <div className={styles.page}>
      <BackLink to={`/a/${id}`}>{t('fill.backTo', { title })}</BackLink>
      <div className={layout.columns}>
        <div>
          <Verdict title={title} />
          <Altered />
          {isEdition && <FinalState />}
          {isUnsettled && <Unsettled />}
          {procedure !== undefined && <BidOf procedure={procedure} bid={id} />}
          {isNotRatable && <NextQuestions />}
          <Position />
          <Actions id={id} />
          <Gates />
        </div>
        <div>
          <Sections />
          <Plane />
          <SimpleTool />
          <Completeness />
        </div>
        <div>
          {!isNotRatable && <NextQuestions />}
          <Contributions />
          <Override />
          <Sign />
        </div>
      </div>
    </div>
  );
}
