import { type RefObject, useState } from 'react';
import { visible } from '../../report/pdf/visible.ts';
import type { Certificate } from '../../report/sign/certificate.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { useWords } from '../words.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { KeySheet } from './KeySheet.tsx';
import styles from './Sign.module.css';

interface Props {
  readonly certificate: Certificate;
  /** Takes the focus when a key was chosen. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** For a key that lies here. */
  readonly onDelete: (() => void) | undefined;
}

/** What a key is, and what a signature by it proves. */
export function KeyCard({ certificate, heading, onDelete }: Props) {
  const { t, f } = useWords();
  const [printing, setPrinting] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const { fingerprint, from, until, algorithm } = certificate;
  const [subject, issuer] = [visible(certificate.subject), visible(certificate.issuer)];
  const isSelf = certificate.isSelfIssued;
  return (
    <section className={styles.card} aria-labelledby="sign-key">
      <h2 id="sign-key" tabIndex={-1} ref={heading}>
        {t('sign.key', { subject })}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('sign.key.issuer')}</dt>
          <dd>{isSelf ? t('sign.key.issuer.self') : issuer}</dd>
        </div>
        <div>
          <dt>{t('sign.key.valid')}</dt>
          <dd>{t('sign.key.valid.value', { from: f.day(from), until: f.day(until) })}</dd>
        </div>
        <div>
          <dt>{t('sign.key.kind')}</dt>
          <dd>{t('sign.key.kind.value', { kind: algorithm.kind, bits: f.number(algorithm.bits) })}</dd>
        </div>
        <div>
          <dt>{t('sign.key.fingerprint')}</dt>
          <dd>
            <Fingerprint value={fingerprint} />
          </dd>
        </div>
      </dl>
      <p>{isSelf ? t('sign.proves.self') : t('sign.proves.issued', { issuer })}</p>
      <p className="muted small">{t('sign.proves.time')}</p>
      <p className="row">
        <button type="button" className="button-quiet" onClick={() => setPrinting(true)}>
          {t('sign.print')}
        </button>
        {onDelete && (
          <button type="button" className="button-quiet" onClick={() => setDeleting(true)}>
            {t('sign.delete')}
          </button>
        )}
      </p>
      {printing && <KeySheet certificate={certificate} onDone={() => setPrinting(false)} />}
      {deleting && onDelete && (
        <Dialog title={t('sign.delete.title', { subject })} onClose={() => setDeleting(false)}>
          <p>{t('sign.delete.text')}</p>
          <p className="row">
            {/* First, so that the focus is on it. */}
            <button type="button" className="button-quiet" onClick={() => setDeleting(false)}>
              {t('sign.delete.cancel')}
            </button>
            <button type="button" className="button erase" onClick={onDelete}>
              {t('sign.delete')}
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
}
