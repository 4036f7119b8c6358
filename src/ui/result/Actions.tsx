import { useState } from 'react';
import { Link } from 'wouter';
import { isFinal } from '../../core/line.ts';
import type { Problem } from '../../core/problems.ts';
import type { OpenAssessment } from '../../store/workspace.ts';
import { useOpen } from '../fill/open.ts';
import { page } from '../page.tsx';
import { download } from '../parts/download.ts';
import { ExportButton } from '../parts/ExportButton.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { useWords } from '../words.ts';
import { makeReport } from './makeReport.ts';
import styles from './ResultPage.module.css';

const SealDialog = page(['sealed'], 'SealDialog', () => import('../sealed/SealDialog.tsx'));

type Making =
  | { readonly kind: 'idle' | 'making' }
  /** `entered`: in the register. */
  | { readonly kind: 'made'; readonly entered: boolean }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly sentence: string };

/** The report, the assessment as a file, and the way to check the answers. */
export function Actions({ id }: { readonly id: string }) {
  const { t, language } = useWords();
  const open = useOpen((all) => all);
  const final = isFinal(open.history);
  const [making, setMaking] = useState<Making>({ kind: 'idle' });
  const [isSealing, setSealing] = useState(false);
  const make = async () => {
    if (making.kind === 'making') return;
    setMaking({ kind: 'making' });
    try {
      const made = await makeReport(open, language);
      if (!made.ok) return setMaking({ kind: 'refused', problems: made.problems });
      download(made.value.name, new Blob([made.value.bytes], { type: 'application/pdf' }));
      setMaking({ kind: 'made', entered: await enterReport(open, made.value) });
    } catch {
      // Parts of the app that could not be fetched, or a font: nothing of the assessment is at stake.
      setMaking({ kind: 'failed', sentence: t('result.report.failed') });
    }
  };
  return (
    <div className={`stack ${styles.acts}`}>
      <div className={`row ${styles.actions}`}>
        <button type="button" className="button" onClick={() => void make()} aria-disabled={making.kind === 'making'}>
          {t(making.kind === 'making' ? 'result.report.making' : 'result.report')}
        </button>
        <ExportButton id={id} className="link small" onFailure={(error) => setMaking({ kind: 'failed', sentence: t(sentenceOf(error)) })}>
          {t('result.export')}
        </ExportButton>
        <button type="button" className="link small" onClick={() => setSealing(true)}>
          {t('result.encrypted')}
        </button>
        <Link href={`/a/${id}/check`} className="small">
          {t('result.check')}
        </Link>
        <Link href={`/a/${id}/final`} className="small">
          {t(final ? 'result.final' : 'result.finalise')}
        </Link>
      </div>
      {isSealing && <SealDialog content={() => textOf(id)} onClose={() => setSealing(false)} />}
      <p role="status" className={making.kind === 'made' ? 'muted small' : 'visually-hidden'}>
        {making.kind === 'making' && t('result.report.making')}
        {making.kind === 'made' && t(making.entered ? 'result.report.made' : 'result.report.notEntered')}
      </p>
      {making.kind === 'refused' && (
        <Notice tone="error" role="alert">
          <p>{t('result.report.refused', { count: making.problems.length })}</p>
          <ProblemList problems={making.problems} />
        </Notice>
      )}
      {making.kind === 'failed' && (
        <Notice tone="error" role="alert">
          <p>{making.sentence}</p>
        </Notice>
      )}
    </div>
  );
}

async function textOf(id: string): Promise<string> {
  const { exportAssessment } = await import('../../store/assessments.ts');
  return (await exportAssessment(id)).text;
}

/** Enters it in the register. @returns whether that could be saved; the report is handed over in any case */
async function enterReport(
  open: OpenAssessment,
  { bytes, record }: { readonly bytes: Uint8Array; readonly record: string },
): Promise<boolean> {
  try {
    const { enter } = await import('../final/issue.ts');
    await enter(open, isFinal(open.history) ? 'full' : 'draft', bytes, record);
    return true;
  } catch {
    return false;
  }
}
