import { session } from '../../store/lock/session.ts';
import { place } from '../../store/place.ts';
import { canSeal } from '../../store/sealed.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { Points } from '../parts/Points.tsx';
import { useWords } from '../words.ts';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { IdleForm } from './IdleForm.tsx';
import styles from './Lock.module.css';
import { OF_EVERYTHING, OF_ONE } from './points.ts';
import { TurnOff } from './TurnOff.tsx';
import { TurnOn } from './TurnOn.tsx';

/** Puts all that is kept here under a passphrase, says what that does and does not, and takes it from there. */
export function EncryptionPage() {
  const { t } = useWords();
  const isOn = session() !== null;
  const isOfOwn = place.own;
  return (
    <div className={`measure ${styles.settings}`}>
      <div className={styles.say}>
        <BackLink to="/">{t('encryption.back')}</BackLink>
        <PageTitle title={t('encryption.title')} />
        <p className="lede">{t(isOfOwn ? 'own.home.text' : isOn ? 'encryption.isOn' : 'encryption.lede')}</p>
        {!canSeal() && (
          <Notice tone="strong">
            <p>{t('encryption.unavailable')}</p>
          </Notice>
        )}
      </div>
      {isOn && <IdleForm />}
      <Points parts={isOfOwn ? OF_ONE : OF_EVERYTHING} />
      {isOn ? (
        <>
          <ChangePassphrase />
          {isOfOwn ? <Out /> : <TurnOff />}
        </>
      ) : (
        canSeal() && <TurnOn />
      )}
      {!isOfOwn && (
        <section className={styles.part} aria-labelledby="one">
          <h2 id="one">{t('encryption.one.title')}</h2>
          <p>{t('encryption.one.text')}</p>
        </section>
      )}
    </div>
  );
}

function Out() {
  const { t } = useWords();
  return (
    <section className={styles.part} aria-labelledby="out">
      <h2 id="out">{t('own.out.title')}</h2>
      <p>{t('own.home.out')}</p>
    </section>
  );
}
