import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { hashOf } from '../../core/canonical.ts';
import type { Facts } from '../../core/format/facts.ts';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import type { Criteria } from '../../core/procedure/criteria.ts';
import { changeCriteria } from '../../store/procedures.ts';
import { changeSettings } from '../../store/settings.ts';
import { loadFacts } from '../../store/shipped.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useShelf } from '../questionnaires/shelf.ts';
import { useWords } from '../words.ts';
import { titleOf } from './bidNames.ts';
import { CriteriaForm } from './CriteriaForm.tsx';
import { Frame } from './Frame.tsx';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';

/** The criteria to be set; after the seal, to be changed in spite of it. */
export function CriteriaPage() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { view, act } = useProcedure();
  const { header, state, criteria } = view;
  const up = `/p/${header.id}`;
  // What the person began with: where another window sets others meanwhile, theirs are not written over unseen.
  const [began] = useState(criteria);
  const [seen] = useState(() => hashOf(state.criteria));
  const [chosen, setChosen] = useState<Questionnaire | null>(null);
  const newest = useNewestFacts();
  const shelf = useShelf();
  const isDeviation = state.seal !== null;
  const save = async (next: Criteria, why?: { readonly reason: string; readonly person: string }) => {
    const isSame = !why && began !== null && hashOf(next) === hashOf(began);
    const change = async () => {
      // Saved first: the deviation carries the name.
      if (why) await changeSettings({ person: why.person });
      return changeCriteria(header.id, next, { seen, ...(why && { reason: why.reason }) });
    };
    if (isSame || (await act(change))) navigate(up);
  };
  const begin = chosen && began ? withQuestionnaire(began, chosen) : began;
  return (
    <Frame up={up} back={t('procedure.backTo', { title: titleOf(state) || t('procedure.untitled') })}>
      <div className={styles.say}>
        <PageTitle title={t(isDeviation ? 'procedure.criteria.deviate.title' : 'procedure.criteria.title')} />
        <p className="lede">{t(isDeviation ? 'procedure.criteria.deviate.lede' : 'procedure.criteria.lede')}</p>
      </div>
      {begin && shelf && newest && (
        <CriteriaForm
          key={`${begin.questionnaire.id}@${begin.questionnaire.version}`}
          begin={begin}
          newest={newest}
          shelf={shelf}
          isDeviation={isDeviation}
          onQuestionnaire={setChosen}
          onSave={save}
        />
      )}
    </Frame>
  );
}

/** The list stays; weights, parameters and answers are of the other questionnaire. */
const withQuestionnaire = ({ policy: { weights: _, ...list }, facts }: Criteria, questionnaire: Questionnaire): Criteria => ({
  questionnaire,
  policy: { ...list, parameters: {} },
  facts,
  answers: {},
});

function useNewestFacts(): Facts | null {
  const [newest, setNewest] = useState<Facts | null>(null);
  useEffect(() => {
    void loadFacts().then(setNewest);
  }, []);
  return newest;
}
