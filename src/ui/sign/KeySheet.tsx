import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { visible } from '../../report/pdf/visible.ts';
import type { Certificate } from '../../report/sign/certificate.ts';
import { useWords } from '../words.ts';
import { Fingerprint } from './Fingerprint.tsx';
import styles from './Sign.module.css';

interface Props {
  readonly certificate: Certificate;
  readonly onDone: () => void;
}

/** A page of paper with the fingerprint alone: printed as soon as it is there, never seen on the screen. */
export function KeySheet({ certificate: { subject, fingerprint, from, until }, onDone }: Props) {
  const { t, f } = useWords();
  useEffect(() => {
    window.addEventListener('afterprint', onDone, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onDone);
  }, [onDone]);
  return createPortal(
    <div className={styles.sheet}>
      <h1>{t('sign.sheet.title')}</h1>
      <p>
        <strong>{visible(subject)}</strong>
      </p>
      <p>{t('sign.key.valid.value', { from: f.day(from), until: f.day(until) })}</p>
      <h2>{t('sign.key.fingerprint')}</h2>
      <Fingerprint value={fingerprint} />
      <p>{t('sign.sheet.use')}</p>
    </div>,
    document.body,
  );
}
