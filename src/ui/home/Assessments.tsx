import { lazy, Suspense, useState } from 'react';
import { binAssessment, duplicateAssessment, purgeAssessment, restoreAssessment } from '../../store/assessments.ts';
import { useOwn } from '../own/useOwn.ts';
import { part } from '../page.tsx';
import { Failed } from '../parts/Failed.tsx';
import { useWords } from '../words.ts';
import { AssessmentItem } from './AssessmentItem.tsx';
import { useActs } from './acts.tsx';
import { Bin } from './Bin.tsx';
import { CompareChosen } from './CompareChosen.tsx';
import type { Kept, Listed } from './kept.ts';

/** Comes where there are any. */
const OwnList = part(['lock'], 'OwnList', () => import('../own/OwnList.tsx'));
/** Comes when it is asked for, and the forms with it. */
const RenameDialog = lazy(() => import('./RenameDialog.tsx').then((m) => ({ default: m.RenameDialog })));

/** The assessments on this device, last changed first, and the bin; nothing as long as they are not known. */
export function Assessments({ kept }: { readonly kept: Kept | null }) {
  const { t, stored } = useWords();
  const { act, fail, clear, said } = useActs();
  const { own, look } = useOwn();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<Listed | null>(null);
  if (!kept) return null;
  // Of several that go on from one, that which was changed last.
  const successors = new Map(
    [...kept.list].reverse().flatMap(({ supersedes, final }) => (supersedes && final ? [[supersedes.assessment, final]] : [])),
  );
  const finals = new Map(kept.list.map(({ id, final }) => [id, final]));

  const restore = ({ id, title }: Listed) =>
    act(async () => {
      await restoreAssessment(id);
      return { kind: 'done', text: t('home.restored', { title }) };
    });
  const bin = (one: Listed) =>
    act(async () => {
      await binAssessment(one.id);
      return { kind: 'done', text: t('home.deleted', { title: one.title }), back: () => restore(one) };
    });
  const purge = ({ id, title }: Listed) =>
    act(async () => {
      await purgeAssessment(id);
      return { kind: 'done', text: t('home.purged', { title }) };
    });
  const duplicate = ({ id, title }: Listed) =>
    act(async () => {
      const copy = stored.t('home.copyTitle', { title });
      await duplicateAssessment(id, copy);
      return { kind: 'done', text: t('home.duplicated', { title: copy }) };
    });

  return (
    <section aria-labelledby="assessments" className="stack">
      <h2 id="assessments">{t('home.list')}</h2>
      {said}
      <Failed error={kept.failure} />
      {kept.list.length === 0 && kept.coming === 0 ? (
        !own?.length && <p className="muted">{t(kept.isLost ? 'home.list.lost' : 'home.list.empty')}</p>
      ) : (
        <ul className="framed">
          {kept.list.map((one) => (
            <AssessmentItem
              key={one.id}
              one={one}
              supersededBy={successors.get(one.id)}
              goesOnFrom={one.supersedes ? finals.get(one.supersedes.assessment) : null}
              chosen={kept.list.length > 1 ? chosen.has(one.id) : undefined}
              onChoose={() => setChosen((now) => toggled(now, one.id))}
              onRename={() => {
                clear();
                setRenaming(one);
              }}
              onDuplicate={() => void duplicate(one)}
              onBin={() => void bin(one)}
              onFailure={fail}
            />
          ))}
        </ul>
      )}
      {own && <OwnList own={own} onChanged={look} />}
      {kept.coming > 0 && <p className="muted">{t('home.list.coming', { count: kept.coming })}</p>}
      <CompareChosen ids={kept.list.map(({ id }) => id).filter((id) => chosen.has(id))} />
      {kept.bin.length > 0 && (
        <Bin
          summary={t('home.bin', { count: kept.bin.length })}
          warning={t('home.purge.text')}
          bin={kept.bin}
          onRestore={(one) => void restore(one)}
          onPurge={(one) => void purge(one)}
        />
      )}
      {renaming && (
        <Suspense>
          <RenameDialog one={renaming} onClose={() => setRenaming(null)} onFailure={fail} />
        </Suspense>
      )}
    </section>
  );
}

/** The set with what was not in it, or without what was. */
const toggled = (set: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set(set.has(one) ? [...set].filter((other) => other !== one) : [...set, one]);
