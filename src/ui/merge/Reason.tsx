import { useWords } from '../words.ts';

/** Why an answer stands, and who says so: it settled a disagreement, or was confirmed when the assessment was moved. */
export function Reason({ by, reason }: { readonly by: string; readonly reason: string }) {
  const { t } = useWords();
  return <p className="muted small">{t('evaluators.reason', { by: by || t('evaluators.unnamed'), reason })}</p>;
}
