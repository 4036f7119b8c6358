import { useState } from 'react';
import { useLocation } from 'wouter';
import { beginVersion } from '../../store/editions.ts';
import { useOpen } from '../fill/open.ts';
import { Failed } from '../parts/Failed.tsx';
import { useWords } from '../words.ts';

/** Begins a new version of the final assessment that is open, and goes there. */
export function NewVersion({ className }: { readonly className: string }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  const id = useOpen(({ assessment }) => assessment.id);
  const begin = async () => {
    try {
      navigate(`/a/${await beginVersion(id)}`);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <button type="button" className={className} onClick={() => void begin()}>
        {t('final.new')}
      </button>
      <Failed error={failure} />
    </>
  );
}
