import { useWords } from '../words.ts';
import { sentenceOf } from './failure.ts';
import { Notice } from './Notice.tsx';

/** Why an act came to nothing; nothing where `error` is null. */
export function Failed({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  if (error === null) return null;
  return (
    <Notice tone="error" role="alert">
      <p>{t(sentenceOf(error))}</p>
    </Notice>
  );
}
