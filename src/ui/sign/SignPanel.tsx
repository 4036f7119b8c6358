import { useEffect, useRef, useState } from 'react';
import type { Signer } from '../../report/sign/sign.ts';
import { removeKey } from '../../store/keys.ts';
import { Failed } from '../parts/Failed.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import { KeyCard } from './KeyCard.tsx';
import { KeyForm } from './KeyForm.tsx';
import styles from './Sign.module.css';
import { SignButton } from './SignButton.tsx';
import { ownSigners } from './signers.ts';

interface Chosen {
  readonly signer: Signer;
  /** Whether it is kept in this browser. */
  readonly isHere: boolean;
}

/** Choosing a key, what it is and what it proves, and signing with it. */
export function SignPanel() {
  const { t } = useWords();
  const [own, setOwn] = useState<readonly Signer[] | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Read again whenever the choice is shown: a key may have come or gone.
    if (window.isSecureContext && !chosen) ownSigners().then(setOwn, (error: unknown) => [setOwn([]), setFailure(error)]);
  }, [chosen]);
  useEffect(() => {
    if (chosen) heading.current?.focus();
  }, [chosen]);
  const remove = async (fingerprint: string) => {
    try {
      await removeKey(fingerprint);
      setChosen(null);
    } catch (error) {
      setFailure(error);
    }
  };
  if (!window.isSecureContext) return <Notice tone="strong">{t('sign.insecure')}</Notice>;
  return (
    <div className={styles.panel}>
      <p>{t('sign.lead')}</p>
      <p className="muted small">{t('sign.elsewhere')}</p>
      <Failed error={failure} />
      {!chosen && own && <KeyForm own={own} onSigner={(signer, isHere) => setChosen({ signer, isHere })} />}
      {chosen && (
        <>
          <KeyCard
            certificate={chosen.signer.certificate}
            heading={heading}
            onDelete={chosen.isHere ? () => void remove(chosen.signer.certificate.fingerprint) : undefined}
          />
          <SignButton signer={chosen.signer} onAnother={() => setChosen(null)} />
        </>
      )}
    </div>
  );
}
