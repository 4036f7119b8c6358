import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { newerVersions } from '../../store/versions.ts';
import { useOpen } from '../fill/open.ts';
import { useWords } from '../words.ts';

/** Where a newer version of the questionnaire is here: says so (a bid follows its procedure, which says it itself), and leads to what would carry over. */
export function NewerVersion() {
  const { t } = useWords();
  const id = useOpen(({ assessment }) => assessment.id);
  const questionnaire = useOpen(({ model }) => model.questionnaire);
  const isBid = useOpen(({ assessment }) => assessment.procedure !== undefined);
  const [newest, setNewest] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    newerVersions(questionnaire).then(
      ([version]) => !left && setNewest(version ?? null),
      // Without storage there is none to move to.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [questionnaire]);
  if (newest === null || isBid) return null;
  return (
    <p className="small">
      {t('move.newer', { version: newest })} <Link href={`/a/${id}/move`}>{t('move.newer.link')}</Link>
    </p>
  );
}
