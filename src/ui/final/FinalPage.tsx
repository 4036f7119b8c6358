import { useMemo } from 'react';
import { Link } from 'wouter';
import { hashOf } from '../../core/canonical.ts';
import { finalOf, supersededIn } from '../../core/editions/versions.ts';
import { ROLES } from '../../core/format/final.ts';
import { useTitle } from '../fill/useTitle.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { ExportButton } from '../parts/ExportButton.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { useAssessment } from './assessment.ts';
import styles from './Final.module.css';
import { NewVersion } from './NewVersion.tsx';
import { ROLE_NAMES } from './roles.ts';

/** A final assessment: who answers for it, how long it is kept, what identifies it, and what can be done with it. */
export function FinalPage() {
  const { t, f } = useWords();
  const title = useTitle();
  const assessment = useAssessment();
  const sha256 = useMemo(() => hashOf(assessment), [assessment]);
  const final = finalOf(assessment.history);
  if (!final) return null;
  const { id } = assessment;
  return (
    <div className={styles.page}>
      <BackLink to={`/a/${id}`}>{t('fill.backTo', { title })}</BackLink>
      <div className={styles.lead}>
        <PageTitle title={t('final.state', { number: final.number })} />
        <p className="lede">{t('final.state.of', { day: f.day(final.day) })}</p>
      </div>
      <div className="row">
        <NewVersion className="button" />
        <Link href={`/a/${id}/final/redact`} className="button-quiet">
          {t('final.redact')}
        </Link>
        <ExportButton id={id} className="button-quiet">
          {t('final.download')}
        </ExportButton>
      </div>
      <p className="muted">{t('final.new.help')}</p>
      <section className={styles.part} aria-labelledby="final-people">
        <h2 id="final-people">{t('final.finalise.people')}</h2>
        <dl className={`facts ${styles.people}`}>
          {ROLES.map((role) => {
            const { name, interest } = final[role];
            return (
              <div key={role}>
                <dt>{t(ROLE_NAMES[role])}</dt>
                <dd>
                  <strong>{name}</strong>
                </dd>
                <dd className="muted small">{interest === null ? t('final.interest.none') : t('final.interest.declared', { interest })}</dd>
              </div>
            );
          })}
        </dl>
      </section>
      <dl className="facts">
        <div>
          <dt>{t('final.finalise.retention')}</dt>
          <dd>{final.retention}</dd>
        </div>
        <div>
          <dt>{t('final.finalise.disposal')}</dt>
          <dd>{f.day(final.disposal)}</dd>
        </div>
        <div>
          <dt>{t('final.hash')}</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
        </div>
      </dl>
      <p className="row">
        <Link href={`/a/${id}/result`}>{t('fill.tasks.result')}</Link>
        {supersededIn(assessment.history) && <Link href={`/a/${id}/final/changes`}>{t('final.version.changes')}</Link>}
        <Link href="/register">{t('final.register')}</Link>
      </p>
    </div>
  );
}
