import { useState } from 'react';
import { isFinal } from '../../core/line.ts';
import type { Problem } from '../../core/problems.ts';
import type { Signer } from '../../report/sign/sign.ts';
import { useOpen } from '../fill/open.ts';
import { enter } from '../final/issue.ts';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/Notice.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { useWords } from '../words.ts';
import { makeSigned } from './makeSigned.ts';

type Signing =
  | { readonly kind: 'idle' | 'making' | 'failed' }
  | { readonly kind: 'made'; readonly name: string; readonly entered: boolean }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

interface Props {
  readonly signer: Signer;
  readonly onAnother: () => void;
}

/** Makes the report, signs it and hands it over. */
export function SignButton({ signer, onAnother }: Props) {
  const { t, language } = useWords();
  const open = useOpen((all) => all);
  const [signing, setSigning] = useState<Signing>({ kind: 'idle' });
  const sign = async () => {
    if (signing.kind === 'making') return;
    setSigning({ kind: 'making' });
    try {
      const made = await makeSigned(open, signer, language);
      if (!made.ok) return setSigning({ kind: 'refused', problems: made.problems });
      const { name, bytes, record } = made.value;
      download(name, new Blob([bytes], { type: 'application/pdf' }));
      const entered = await enter(open, isFinal(open.history) ? 'full' : 'draft', bytes, record).then(
        () => true,
        () => false,
      );
      setSigning({ kind: 'made', name, entered });
    } catch {
      setSigning({ kind: 'failed' });
    }
  };
  return (
    <div className="stack">
      <p className="row">
        <button type="button" className="button" onClick={() => void sign()} aria-disabled={signing.kind === 'making'}>
          {t(signing.kind === 'making' ? 'sign.making' : 'sign.sign')}
        </button>
        <button type="button" className="button-quiet" onClick={onAnother}>
          {t('sign.another')}
        </button>
      </p>
      <p role="status" className={signing.kind === 'made' ? 'muted small' : 'visually-hidden'}>
        {signing.kind === 'making' && t('sign.making')}
        {signing.kind === 'made' && t(signing.entered ? 'sign.made' : 'sign.made.notEntered', { name: signing.name })}
      </p>
      {signing.kind === 'refused' && (
        <Notice tone="error" role="alert">
          <ProblemList problems={signing.problems} />
        </Notice>
      )}
      {signing.kind === 'failed' && (
        <Notice tone="error" role="alert">
          <p>{t('sign.failed')}</p>
        </Notice>
      )}
    </div>
  );
}
