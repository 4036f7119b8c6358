import { useEffect, useState } from 'react';
import type { FactMember, FactSet, Facts, Law } from '../../core/format/facts.ts';
import type { HomeKey } from '../../i18n/languages.ts';
import { loadFacts } from '../../store/shipped.ts';
import { useCountryName } from '../fields/countryNames.ts';
import { dayOf } from '../parts/clock.ts';
import { Outward } from '../parts/Outward.tsx';
import { useWords } from '../words.ts';
import styles from './QuestionnairesPage.module.css';
import { STATUS } from './Sources.tsx';

const CONFIDENCE: Readonly<Record<FactSet['confidence'], HomeKey>> = {
  high: 'facts.confidence.high',
  medium: 'facts.confidence.medium',
  low: 'facts.confidence.low',
};

/** The shipped table of country facts: dated, sourced, and marked where its time has run out. */
export function CountryFacts() {
  const { t, f, local } = useWords();
  const [facts, setFacts] = useState<Facts | null>(null);
  useEffect(() => {
    void loadFacts().then(setFacts);
  }, []);
  if (!facts) return null;
  return (
    <section aria-labelledby="country-facts" className="stack">
      <div className="stack">
        <h2 id="country-facts">{t('facts.title')}</h2>
        <p className="measure">{t('facts.text', { version: f.day(facts.version) })}</p>
      </div>
      <ul className={styles.sets}>
        {facts.sets.map((set) => (
          <SetItem key={set.id} set={set} />
        ))}
      </ul>
      <h3>{t('facts.laws')}</h3>
      <p className="measure">{t('facts.laws.text')}</p>
      <details>
        <summary>{t('facts.laws.show', { count: facts.laws.length })}</summary>
        <ul className={styles.sources}>
          {facts.laws.map((law) => (
            <LawItem key={law.country + law.law} law={law} />
          ))}
        </ul>
      </details>
      <p className="hint">
        {t('facts.assigned', {
          countries: f.and((facts.userAssigned ?? []).map(({ country, name }) => t('facts.member', { code: country, name: local(name) }))),
        })}
      </p>
    </section>
  );
}

function SetItem({ set }: { readonly set: FactSet }) {
  const { t, f, local } = useWords();
  return (
    <li className={styles.set}>
      <div>
        <h3>{local(set.title)}</h3>
        <p className="muted small">{t(set.scored ? 'facts.set.scored' : 'facts.set.notScored', { count: set.members.length })}</p>
      </div>
      <p className="small">
        {t('facts.set.dates', { asOf: f.day(set.asOf), until: f.day(set.staleAfter) })} <Stale after={set.staleAfter} />
      </p>
      <p className="small">
        <Outward url={set.source.url}>{set.source.title}</Outward>
      </p>
      {set.note && <p className="muted small">{local(set.note)}</p>}
      <details className="small">
        <summary>{t('facts.set.members')}</summary>
        <p className="muted">{t('facts.set.checked', { by: set.checkedBy, confidence: t(CONFIDENCE[set.confidence]) })}</p>
        <ul className={styles.members}>
          {set.members.map((member) => (
            <li key={member.country + (member.value ?? '')}>
              <MemberText member={member} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function MemberText({ member: { country, value, decision, since, note, staleAfter } }: { readonly member: FactMember }) {
  const { t, f, local } = useWords();
  const nameOf = useCountryName();
  const names = { code: country, name: nameOf(country) };
  return (
    <>
      {value ? t('facts.memberAs', { ...names, value }) : t('facts.member', names)}
      {decision && <span className="muted">{since ? t('facts.decisionSince', { decision, day: f.day(since) }) : decision}</span>}
      {note && <span className="muted">{local(note)}</span>}
      {staleAfter && <Stale after={staleAfter} />}
    </>
  );
}

function LawItem({ law }: { readonly law: Law }) {
  const { t, f, local } = useWords();
  const nameOf = useCountryName();
  return (
    <li>
      <strong>{t('facts.law', { country: nameOf(law.country), law: law.law })}</strong>
      <span>{local(law.content)}</span>
      <span className="muted small">
        {t('questionnaires.source', { status: t(STATUS[law.status]), day: f.day(law.asOf) })} <Stale after={law.staleAfter} />
      </span>
    </li>
  );
}

/** Says that facts have not been looked at in time. `after`: the last day on which they count as fresh. */
function Stale({ after }: { readonly after: string }) {
  const { t } = useWords();
  return dayOf(new Date()) > after ? <strong className={styles.stale}>{t('facts.stale')}</strong> : null;
}
