import { useState } from 'react';
import type { Problem } from '../../core/problems.ts';
import type { ComparisonContext } from '../../report/comparison/context.ts';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/Notice.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { pdfOf } from '../result/pdf.ts';
import { useWords } from '../words.ts';

/** Enters it in the register; what cannot be saved there is handed over all the same. */
async function entered(
  { title, dataHash: record }: { readonly title: string; readonly dataHash: string },
  bytes: Uint8Array,
): Promise<void> {
  const [{ enterReport }, { sha256Hex }] = await Promise.all([import('../../store/register.ts'), import('../../core/canonical.ts')]);
  const none = { assessment: '', number: '', day: '', retention: '', disposal: '' };
  await enterReport({ ...none, kind: 'comparison', title, pdf: sha256Hex(bytes), record }).catch(() => undefined);
}

type Making =
  | { readonly kind: 'idle' | 'making' | 'made' | 'failed' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The comparison report, with the draws that the page shows. */
export function Download({ context }: { readonly context: ComparisonContext | null }) {
  const { t } = useWords();
  const [making, setMaking] = useState<Making>({ kind: 'idle' });
  const waits = context === null || making.kind === 'making';
  const make = async () => {
    if (waits) return;
    setMaking({ kind: 'making' });
    try {
      const { documentOf } = await import('../../report/comparison/document.ts');
      const document = documentOf(context);
      const made = await pdfOf(document, document.title);
      if (!made.ok) return setMaking({ kind: 'refused', problems: made.problems });
      download(made.value.name, new Blob([made.value.bytes], { type: 'application/pdf' }));
      await entered(document, made.value.bytes);
      setMaking({ kind: 'made' });
    } catch {
      // Parts of the app that could not be fetched, or a font: nothing of the assessments is at stake.
      setMaking({ kind: 'failed' });
    }
  };
  return (
    <div className="stack">
      <div className="row">
        <button type="button" className="button" onClick={() => void make()} aria-disabled={waits}>
          {t(making.kind === 'making' ? 'compare.report.making' : 'compare.report')}
        </button>
        <span role="status" className="muted small">
          {making.kind === 'made' && t('compare.report.made')}
          {context === null && t('compare.report.waits')}
        </span>
      </div>
      {making.kind === 'refused' && (
        <Notice tone="error" role="alert">
          <p>{t('compare.report.refused', { count: making.problems.length })}</p>
          <ProblemList problems={making.problems} />
        </Notice>
      )}
      {making.kind === 'failed' && (
        <Notice tone="error" role="alert">
          <p>{t('compare.report.failed')}</p>
        </Notice>
      )}
    </div>
  );
}
