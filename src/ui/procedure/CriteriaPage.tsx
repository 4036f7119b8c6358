import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { hashOf } from '../../core/canonical.ts';
import { placedQuestions } from '../../core/check/walk.ts';
import type { Facts } from '../../core/format/facts.ts';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import { buyerQuestions, type Criteria } from '../../core/procedure/criteria.ts';
import { changesFor } from '../../core/same.ts';
import { changeCriteria } from '../../store/procedures.ts';
import { changeSettings } from '../../store/settings.ts';
import { loadFacts } from '../../store/shipped.ts';
import { compareVersions } from '../../store/versions.ts';
import { PageTitle } from '../parts/PageTitle.tsx';
import { type Shelved, useShelf } from '../questionnaires/shelf.ts';
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
  const begin = chosen && began ? withQuestionnaire(began, chosen, isDeviation) : began;
  // After the seal it is the same questionnaire that may have a newer version.
  const choices = began && shelf && (isDeviation ? versionsAfter(began.questionnaire, shelf) : shelf);
  return (
    <Frame up={up} back={t('procedure.backTo', { title: titleOf(state) || t('procedure.untitled') })}>
      <div className={styles.say}>
        <PageTitle title={t(isDeviation ? 'procedure.criteria.deviate.title' : 'procedure.criteria.title')} />
        <p className="lede">{t(isDeviation ? 'procedure.criteria.deviate.lede' : 'procedure.criteria.lede')}</p>
      </div>
      {begin && began && choices && newest && (
        <CriteriaForm
          key={`${begin.questionnaire.id}@${begin.questionnaire.version}`}
          begin={begin}
          inForce={began}
          newest={newest}
          shelf={choices}
          isDeviation={isDeviation}
          onQuestionnaire={setChosen}
          onSave={save}
        />
      )}
    </Frame>
  );
}

/** The list stays; so do weights, parameters and answers that the other questionnaire has a place for, where it is a version of the same. */
function withQuestionnaire(before: Criteria, questionnaire: Questionnaire, isVersion: boolean): Criteria {
  const { policy, facts } = before;
  const { weights = {}, parameters, ...list } = policy;
  if (!isVersion) return { questionnaire, policy: { ...list, parameters: {} }, facts, answers: {} };
  const only = <T,>(all: Readonly<Record<string, T>>, fits: (id: string, one: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id, one]) => fits(id, one)));
  const sections = only(weights, (id) => questionnaire.sections.some((one) => one.id === id));
  const choices = only(parameters, (id, choice) =>
    (questionnaire.parameters ?? []).some((one) => one.id === id && one.choices.some((other) => other.id === choice)),
  );
  const [asked, now] = [buyerQuestions(before.questionnaire), buyerQuestions(questionnaire)];
  const answers = only(before.answers, (id, answer) => {
    const question = asked.find((one) => one.id === id);
    const after = now.find((one) => one.id === id);
    return question !== undefined && changesFor(question, after, answer).refused.length === 0;
  });
  const isWeighed = Object.keys(sections).length > 0;
  return { questionnaire, policy: { ...list, parameters: choices, ...(isWeighed && { weights: sections }) }, facts, answers };
}

/** The one in force, and what is newer of the same. */
function versionsAfter(inForce: Questionnaire, shelf: readonly Shelved[]): readonly Shelved[] {
  const { id, version } = inForce;
  const newer = shelf.filter(({ questionnaire: one }) => one.id === id && compareVersions(one.version, version) > 0);
  return [shelvedOf(inForce, shelf), ...newer];
}

/** What was sealed may be on no shelf any more. */
const shelvedOf = (questionnaire: Questionnaire, shelf: readonly Shelved[]): Shelved =>
  shelf.find(
    ({ key, questionnaire: one }) => key === `${questionnaire.id}@${questionnaire.version}` && hashOf(one) === hashOf(questionnaire),
  ) ?? {
    key: `${questionnaire.id}@${questionnaire.version}`,
    questionnaire,
    questions: placedQuestions(questionnaire).length,
    own: true,
  };

function useNewestFacts(): Facts | null {
  const [newest, setNewest] = useState<Facts | null>(null);
  useEffect(() => {
    void loadFacts().then(setNewest);
  }, []);
  return newest;
}
