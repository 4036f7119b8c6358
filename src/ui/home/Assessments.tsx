import { lazy, Suspense, useState } from 'react';
import type { UiKey } from '../../i18n/languages.ts';
import { binAssessment, duplicateAssessment, purgeAssessment, restoreAssessment } from '../../store/assessments.ts';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../words.ts';
import { AssessmentItem } from './AssessmentItem.tsx';
import { Bin } from './Bin.tsx';
import { CompareChosen } from './CompareChosen.tsx';
import styles from './HomePage.module.css';
import { type Listed, useKept } from './kept.ts';

/** Comes when it is asked for, and the forms with it. */
const RenameDialog = lazy(() => import('./RenameDialog.tsx').then((m) => ({ default: m.RenameDialog })));

/** What was done last, said once; `back` is the way back where there is one. */
type Outcome =
  | { readonly kind: 'done'; readonly text: string; readonly back?: () => Promise<void> }
  | { readonly kind: 'failed'; readonly why: UiKey };

/** The assessments on this device, last changed first, and the bin. */
export function Assessments() {
  const { t } = useWords();
  const kept = useKept();
  const [said, setSaid] = useState<Outcome | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<Listed | null>(null);
  if (!kept) return null;
  // Of several that go on from one, that which was changed last.
  const successors = new Map(
    [...kept.list].reverse().flatMap(({ supersedes, final }) => (supersedes && final ? [[supersedes.assessment, final]] : [])),
  );

  const act = async (work: () => Promise<Outcome>) => {
    try {
      setSaid(await work());
    } catch (error) {
      setSaid({ kind: 'failed', why: sentenceOf(error) });
    }
  };
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
      const copy = t('home.copyTitle', { title });
      await duplicateAssessment(id, copy);
      return { kind: 'done', text: t('home.duplicated', { title: copy }) };
    });

  return (
    <section aria-labelledby="assessments" className="stack">
      <h2 id="assessments">{t('home.list')}</h2>
      {said && (
        <Said of={said} tone={said.kind === 'failed' ? 'error' : 'soft'}>
          <p className="row">
            {said.kind === 'failed' ? t(said.why) : said.text}
            {said.kind === 'done' && said.back && (
              <button type="button" className="link" onClick={said.back}>
                {t('home.undo')}
              </button>
            )}
          </p>
        </Said>
      )}
      {kept.failure !== null && (
        <Notice tone="error">
          <p>{t(sentenceOf(kept.failure))}</p>
        </Notice>
      )}
      {kept.list.length === 0 && kept.coming === 0 ? (
        <p className="muted">{t(kept.isLost ? 'home.list.lost' : 'home.list.empty')}</p>
      ) : (
        <ul className={styles.list}>
          {kept.list.map((one) => (
            <AssessmentItem
              key={one.id}
              one={one}
              supersededBy={successors.get(one.id)}
              chosen={kept.list.length > 1 ? chosen.has(one.id) : undefined}
              onChoose={() => setChosen((now) => toggled(now, one.id))}
              onRename={() => {
                setSaid(null);
                setRenaming(one);
              }}
              onDuplicate={() => void duplicate(one)}
              onBin={() => void bin(one)}
              onFailure={(error) => setSaid({ kind: 'failed', why: sentenceOf(error) })}
            />
          ))}
        </ul>
      )}
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
          <RenameDialog
            one={renaming}
            onClose={() => setRenaming(null)}
            onFailure={(error) => setSaid({ kind: 'failed', why: sentenceOf(error) })}
          />
        </Suspense>
      )}
    </section>
  );
}

/** The set with what was not in it, or without what was. */
const toggled = (set: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set(set.has(one) ? [...set].filter((other) => other !== one) : [...set, one]);
