import { type ReactNode, useState } from 'react';
import type { UiKey } from '../../i18n/languages.ts';
import { sentenceOf } from '../parts/failure.ts';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../words.ts';

/** What was done last; `back` is the way back where there is one. */
type Outcome =
  | { readonly kind: 'done'; readonly text: string; readonly back?: () => Promise<void> }
  | { readonly kind: 'failed'; readonly why: UiKey };

interface Acts {
  /** Does it, and says what came of it; nothing where it gives null. */
  readonly act: (work: () => Promise<Outcome | null>) => Promise<void>;
  readonly fail: (error: unknown) => void;
  /** Says no more of what was done last. */
  readonly clear: () => void;
  /** What was done last, in words, with the way back. */
  readonly said: ReactNode;
}

/** Acts on what stands in a list. */
export function useActs(): Acts {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const fail = (error: unknown) => setOutcome({ kind: 'failed', why: sentenceOf(error) });
  const act = async (work: () => Promise<Outcome | null>) => {
    try {
      setOutcome(await work());
    } catch (error) {
      fail(error);
    }
  };
  const said = outcome && (
    <Said of={outcome} tone={outcome.kind === 'failed' ? 'error' : 'soft'}>
      <p className="row">
        {outcome.kind === 'failed' ? t(outcome.why) : outcome.text}
        {outcome.kind === 'done' && outcome.back && (
          <button type="button" className="link" onClick={outcome.back}>
            {t('home.undo')}
          </button>
        )}
      </p>
    </Said>
  );
  return { act, fail, clear: () => setOutcome(null), said };
}
