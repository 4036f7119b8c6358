import { Link } from 'wouter';
import { useOpen } from '../fill/open.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';

/** In the place of a question's field: what is typed there would settle nothing without a reason (SPEC E4). */
export function DisputedHere() {
  const { t } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  return (
    <Notice tone="strong">
      <p>
        {t('evaluators.here')} <Link href={`/a/${id}/differences`}>{t('evaluators.unsettled.link')}</Link>
      </p>
    </Notice>
  );
}
