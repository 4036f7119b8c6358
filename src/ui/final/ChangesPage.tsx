import { useMemo } from 'react';
import { type ChangedAnswer, changesSince, type VersionChanges } from '../../core/editions/changes.ts';
import { bandName, headlineAccount } from '../../report/account/headline.ts';
import { DETAIL_NAMES, sayDetail } from '../fill/details.ts';
import { FromTo } from '../fill/FromTo.tsx';
import { useOpen } from '../fill/open.ts';
import { useTitle } from '../fill/useTitle.ts';
import { Asked, AskedList } from '../merge/Asked.tsx';
import { BackLink } from '../parts/BackLink.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWording } from '../result/wording.ts';
import { useWords } from '../words.ts';
import { useAssessment } from './assessment.ts';
import styles from './Final.module.css';

/** What a version changed in the one before it: the rating, each answer on both sides, each fact. */
export function ChangesPage() {
  const { t } = useWords();
  const title = useTitle();
  const assessment = useAssessment();
  const changes = useMemo(() => changesSince(assessment), [assessment]);
  const heading = changes ? t('final.changes.title', { number: changes.final.number }) : t('final.changes.none');
  return (
    <div className={styles.page}>
      <BackLink to={`/a/${assessment.id}`}>{t('fill.backTo', { title })}</BackLink>
      <div className={styles.lead}>
        <PageTitle title={heading} />
        {changes && <p className="lede">{t('final.changes.lead', { answers: changes.answers.length, details: changes.details.length })}</p>}
      </div>
      {changes && <Changed changes={changes} />}
    </div>
  );
}

function Changed({ changes }: { readonly changes: VersionChanges }) {
  const { t, f } = useWords();
  return (
    <>
      <section className={styles.part} aria-labelledby="changes-rating">
        <h2 id="changes-rating">{t('final.changes.rating')}</h2>
        {!changes.sameDocuments && <p className="muted">{t('final.changes.documents')}</p>}
        <div className={styles.sides}>
          <Rating of={changes.before} said="final.changes.before" />
          <Rating of={changes.now} said="final.changes.now" />
        </div>
      </section>
      {changes.answers.length > 0 && (
        <section className={styles.part} aria-labelledby="changes-answers">
          <h2 id="changes-answers">{t('final.changes.answers')}</h2>
          <AskedList>
            {changes.answers.map((one) => (
              <Answer key={one.question} change={one} />
            ))}
          </AskedList>
        </section>
      )}
      {changes.details.length > 0 && (
        <section className={styles.part} aria-labelledby="changes-details">
          <h2 id="changes-details">{t('final.changes.details')}</h2>
          {changes.details.map(({ detail, before, now }) => (
            <div key={detail}>
              <h3>{t(DETAIL_NAMES[detail])}</h3>
              <p className="muted">{t('final.changes.before', { what: sayDetail(detail, before, f) || t('fill.detail.missing') })}</p>
              <p>{t('final.changes.now', { what: sayDetail(detail, now, f) || t('fill.detail.missing') })}</p>
            </div>
          ))}
        </section>
      )}
      <p className="muted small">{t('final.changes.full')}</p>
    </>
  );
}

function Answer({ change: { question: id, before, now } }: { readonly change: ChangedAnswer }) {
  const question = useOpen(({ model }) => model.items[model.indexOf(id) ?? -1]?.question);
  if (!question) return null;
  return (
    <Asked question={question}>
      <FromTo question={question} from={[before ?? null]} to={now ?? null} />
    </Asked>
  );
}

interface Side {
  readonly of: VersionChanges['before'];
  readonly said: 'final.changes.before' | 'final.changes.now';
}

function Rating({ of: { state, result }, said }: Side) {
  const { t } = useWords();
  const wording = useWording();
  const model = useOpen((open) => open.model);
  const { word, why, beside } = headlineAccount(model, result, wording);
  return (
    <div>
      <p className={styles.word}>{t(said, { what: word })}</p>
      {[why, ...beside].map((line) => (
        <p key={line} className="muted">
          {line}
        </p>
      ))}
      {state.override && (
        <p>{t('final.changes.byHand', { band: bandName(model, state.override.band, wording), reason: state.override.reason })}</p>
      )}
    </div>
  );
}
