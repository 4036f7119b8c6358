import { useState } from 'react';
import type { Facts } from '../../core/format/facts.ts';
import type { Outcome, Problem } from '../../core/problems.ts';
import type { UiKey } from '../../i18n/languages.ts';
import { type Place, type TakenIn, takeInBid } from '../../store/bids.ts';
import { DropZone } from '../parts/DropZone.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useWords } from '../words.ts';
import own from './Bids.module.css';
import { DifferenceList } from './DifferenceList.tsx';
import { useProcedure } from './procedure.ts';

/** What came of one file. */
type Taken = { readonly file: string } & (
  | { readonly kind: 'taken'; readonly taken: TakenIn }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly why: UiKey }
);

/** The way in for files of bids, several at once; each is taken in by itself, and says what came of it. */
export function TakeIn({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const { header, procedure } = useProcedure().view;
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Taken[]>([]);
  const take = async (files: readonly File[]) => {
    setBusy(true);
    const found: Taken[] = [];
    // One after another, in their order: each gets the next label.
    for (const file of files) found.push(await takeOne(file));
    setBusy(false);
    setOutcomes(found);
  };
  const takeOne = async (file: File): Promise<Taken> => {
    try {
      const outcome: Outcome<TakenIn> = await takeInBid(header.id, file, place);
      return outcome.ok
        ? { file: file.name, kind: 'taken', taken: outcome.value }
        : { file: file.name, kind: 'refused', problems: outcome.problems };
    } catch (error) {
      return { file: file.name, kind: 'failed', why: sentenceOf(error) };
    }
  };
  return (
    <DropZone onFiles={(files) => void take(files)}>
      <h3>{t('procedure.take')}</h3>
      <p id="take-help">{t('procedure.take.help')}</p>
      <FileButton accept=".json,application/json" describedBy="take-help" onFiles={(files) => void take(files)}>
        {t('procedure.take.button')}
      </FileButton>
      <div role="status" className={own.said}>
        {busy && <p className="muted">{t('procedure.take.busy')}</p>}
        {outcomes.length > 0 && (
          <ul className={own.taken}>
            {outcomes.map((outcome, i) => (
              // Two files may have one name; the list does not change while it is shown.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={i}>
                <OneTaken of={outcome} facts={procedure.facts} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </DropZone>
  );
}

function OneTaken({ of: outcome, facts }: { readonly of: Taken; readonly facts: readonly Facts[] }) {
  const { t } = useWords();
  const { file: name } = outcome;
  if (outcome.kind === 'refused') return <Refused name={name} problems={outcome.problems} />;
  if (outcome.kind === 'failed')
    return (
      <Notice tone="error">
        <p>{t(outcome.why)}</p>
      </Notice>
    );
  const { taken } = outcome;
  switch (taken.kind) {
    case 'differs':
      return (
        <Notice tone="error">
          <p>
            <strong>{t('procedure.take.differs', { name, count: taken.differences.length })}</strong>
          </p>
          <DifferenceList
            facts={facts}
            differences={taken.differences}
            heads={[t('procedure.difference.sealed'), t('procedure.difference.file')]}
          />
        </Notice>
      );
    case 'grown':
      return <p>{t('procedure.take.grown', { name, label: taken.label, count: taken.added })}</p>;
    default:
      return <p>{t(SAID[taken.kind], { name, label: taken.label })}</p>;
  }
}

const SAID = { joined: 'procedure.take.joined', known: 'procedure.take.known', back: 'procedure.take.back' } as const;
