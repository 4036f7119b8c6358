import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { fold } from '../../core/history.ts';
import type { LockKey } from '../../i18n/languages.ts';
import { type AssessmentSummary, listAll } from '../../store/assessmentList.ts';
import { session } from '../../store/lock/session.ts';
import { inTurn } from '../../store/own/lines.ts';
import { putUnder } from '../../store/own/put.ts';
import { place } from '../../store/place.ts';
import { readAssessment } from '../../store/records.ts';
import { canSeal } from '../../store/sealed.ts';
import { inMemory, keyOf } from '../fill/unfinished.ts';
import styles from '../lock/Lock.module.css';
import { forgetTyped } from '../lock/locking.ts';
import { NewPassphraseForm } from '../lock/NewPassphraseForm.tsx';
import { OF_ONE } from '../lock/points.ts';
import { turnAlone } from '../lock/turning.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { ExportButton } from '../parts/ExportButton.tsx';
import { Failed } from '../parts/Failed.tsx';
import { NotFound } from '../parts/NotFound.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { Points } from '../parts/Points.tsx';
import { useWords } from '../words.ts';

/** What an assessment is called by. */
type Named = Pick<AssessmentSummary, 'details'> & { readonly questionnaire: Pick<AssessmentSummary['questionnaire'], 'title'> };

type Found = ({ readonly kind: 'one' | 'bid' } & Named) | { readonly kind: 'none' } | { readonly kind: 'failed'; readonly error: unknown };

/** Puts one assessment under a passphrase of its own, after saying what that does and does not. */
export function OwnPage({ id }: { readonly id: string }) {
  const { t, local } = useWords();
  const found = useFound(id);
  if (!found) return null;
  if (found.kind === 'none' || place.own) return <NotFound />;
  if (found.kind === 'failed') return <Failed error={found.error} />;
  const title = found.details.title || found.details.vendor || local(found.questionnaire.title);
  return (
    <div className={`measure ${styles.settings}`}>
      <div className={styles.say}>
        <BackLink to="/">{t('encryption.back')}</BackLink>
        <PageTitle title={found.kind === 'bid' ? t('own.bid.title', { title }) : t('own.title')} />
        {found.kind === 'one' && <p className="lede">{t('own.lede', { title })}</p>}
        {found.kind === 'bid' && <Bid id={id} />}
        {!canSeal() && (
          <Notice tone="strong">
            <p>{t('encryption.unavailable')}</p>
          </Notice>
        )}
      </div>
      {found.kind === 'one' && (
        <>
          <Points parts={OF_ONE} />
          {canSeal() && <Form id={id} />}
        </>
      )}
    </div>
  );
}

function Bid({ id }: { readonly id: string }) {
  const { t } = useWords();
  return (
    <Notice tone="strong">
      <p>{t('own.bid')}</p>
      <p className="row">
        {!session() && <Link href="/encryption">{t('own.bid.all')}</Link>}
        <Link href={`/a/${id}/result`}>{t('own.bid.file')}</Link>
      </p>
    </Notice>
  );
}

function Form({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <section className={styles.part} aria-labelledby="own-form">
      <h2 id="own-form">{t('own.form')}</h2>
      <p>{t('own.file')}</p>
      <p>
        <ExportButton id={id} className="button-quiet" onFailure={setFailure}>
          {t('own.file.download')}
        </ExportButton>
      </p>
      <Failed error={failure} />
      <NewPassphraseForm
        understood={t('own.understood')}
        submit={t('own.do')}
        label={t('own.label.usual')}
        onSubmit={({ label, passphrase }) => put(id, label, passphrase)}
      />
    </section>
  );
}

/** @returns why nothing was done, if so */
function put(id: string, label: string, passphrase: string): Promise<LockKey | null> {
  const typed = typedFor(id);
  const work = async () => {
    if ((await inTurn(() => putUnder(id, { label, passphrase, typed }))) === null) throw new Error('another window is moving one');
    forgetTyped(id);
  };
  return turnAlone(work, () => {
    // What follows is loaded anew.
    location.hash = '#/';
  });
}

/** What was typed in this window for an assessment and is no answer yet. */
function typedFor(id: string): ReadonlyMap<string, string> {
  const all = [...Object.entries<string>(sessionStorage), ...inMemory];
  return new Map(all.filter(([key, text]) => key.startsWith(keyOf(id, '')) && text !== ''));
}

function useFound(id: string): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const look = async (): Promise<Found> => {
      const one = (await listAll())?.find((summary) => summary.id === id);
      if (one) return { kind: 'one', ...one };
      const bid = await readAssessment(id);
      return bid ? { kind: 'bid', details: fold(bid.history).details, questionnaire: bid.questionnaire } : { kind: 'none' };
    };
    void look().then(setFound, (error: unknown) => setFound({ kind: 'failed', error }));
  }, [id]);
  return found;
}
