import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { fold } from '../../core/history.ts';
import type { Problem } from '../../core/problems.ts';
import type { UiKey } from '../../i18n/languages.ts';
import { type Imported, renameAssessment } from '../../store/assessments.ts';
import { readAssessment } from '../../store/records.ts';
import { page } from '../page.tsx';
import { DropZone } from '../parts/DropZone.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { Refused } from '../parts/Refused.tsx';
import { loadWords, useWords } from '../words.ts';
import styles from './HomePage.module.css';
import type { Taken } from './takeIn.ts';

const UnsealDialog = page(['sealed'], 'UnsealDialog', () => import('../sealed/UnsealDialog.tsx'));

type Outcome =
  | { readonly kind: 'done'; readonly text: string; readonly to?: string; readonly link?: string; readonly merge?: string }
  | { readonly kind: 'refused'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'sealed'; readonly file: File }
  | { readonly kind: 'failed'; readonly why: UiKey };

/** The way in for a file: what it is decides what becomes of it, and anything that is none of ours is refused with every reason. */
export function OpenFile() {
  const { t, stored } = useWords();
  const [, navigate] = useLocation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const open = async (file: File) => {
    setOutcome(null);
    try {
      const [{ takeIn }] = await Promise.all([import('./takeIn.ts'), loadWords(['keep', 'problems', 'procedure', 'values'])]);
      const taken = await takeIn(file);
      if (taken.ok) await show(taken.value, file);
      else setOutcome({ kind: 'refused', name: file.name, problems: taken.problems });
    } catch (error) {
      setOutcome({ kind: 'failed', why: sentenceOf(error) });
    }
  };
  const show = async (taken: Taken, file: File) => {
    const { name } = file;
    switch (taken.kind) {
      case 'questionnaire':
        return setOutcome({
          kind: 'done',
          text: t('home.open.questionnaire', { name }),
          to: '/questionnaires',
          link: t('home.open.questionnaireLink'),
        });
      case 'sealed':
        return setOutcome({ kind: 'sealed', file });
      case 'backup':
        return setOutcome({ kind: 'done', text: t('backup.restored', { ...taken.restored }) });
      case 'assessment':
        return showAssessment(taken);
      case 'procedure': {
        const { id, outcome: found, added, missing } = taken;
        const title = await procedureTitle(id);
        const text = {
          new: () => t('procedure.open.new', { title, missing }),
          grown: () => t('procedure.open.grown', { title, count: added }),
          known: () => t('procedure.open.known', { title }),
        }[found]();
        return setOutcome({ kind: 'done', text, to: `/p/${id}`, link: t('procedure.open.show') });
      }
      case 'bid': {
        const { procedure, taken: bid } = taken;
        const title = await procedureTitle(procedure);
        const text =
          bid.kind === 'differs'
            ? t('procedure.open.bidDiffers', { name, title })
            : t('procedure.open.bid', { name, title, label: bid.label, outcome: bid.kind });
        return setOutcome({ kind: 'done', text, to: `/p/${procedure}`, link: t('procedure.open.show') });
      }
    }
  };
  const showAssessment = async ({ id, outcome: found, added, beside }: Imported) => {
    const to = `/a/${id}`;
    if (found === 'new') return navigate(to);
    const title = await titleOf(id);
    const link = t('home.open.show');
    if (found === 'known') return setOutcome({ kind: 'done', text: t('home.open.known', { title }), to, link });
    if (found === 'grown') return setOutcome({ kind: 'done', text: t('home.open.grown', { title, count: added }), to, link });
    const copy = stored.t('home.open.copyTitle', { title });
    await renameAssessment(id, copy);
    setOutcome({ kind: 'done', text: t('home.open.copy', { title: copy }), to, link, ...(beside && { merge: `/merge/${beside},${id}` }) });
  };
  return (
    <>
      <section aria-labelledby="open-file">
        <DropZone onFiles={([file]) => file && void open(file)}>
          <h2 id="open-file">{t('home.open')}</h2>
          <p id="open-file-help">{t('home.open.help')}</p>
          <FileButton accept=".json,.encrypted,application/json" describedBy="open-file-help" onFile={(file) => void open(file)}>
            {t('home.open.button')}
          </FileButton>
          <p>
            <Link href="/verify">{t('home.open.verify')}</Link>
          </p>
        </DropZone>
      </section>
      {outcome && (
        <div className={styles.outcome}>
          {outcome.kind === 'done' && (
            <Notice role="status">
              <p>{outcome.text}</p>
              {outcome.to && (
                <p>
                  <Link href={outcome.to}>{outcome.link}</Link>
                </p>
              )}
              {outcome.merge && (
                <p>
                  <Link href={outcome.merge}>{t('home.open.merge')}</Link>
                </p>
              )}
            </Notice>
          )}
          {outcome.kind === 'refused' && <Refused name={outcome.name} problems={outcome.problems} />}
          {outcome.kind === 'sealed' && (
            <UnsealDialog
              file={outcome.file}
              onOpened={(file) => void open(file)}
              onRefused={(problems) => setOutcome({ kind: 'refused', name: outcome.file.name, problems })}
              onClose={() => setOutcome(null)}
            />
          )}
          {outcome.kind === 'failed' && (
            <Notice tone="error" role="alert">
              <p>{t(outcome.why)}</p>
            </Notice>
          )}
        </div>
      )}
    </>
  );
}

async function titleOf(id: string): Promise<string> {
  const whole = await readAssessment(id);
  const details = whole && fold(whole.history).details;
  return details?.title || details?.vendor || id;
}

async function procedureTitle(id: string): Promise<string> {
  const { listProcedures } = await import('../../store/procedureList.ts');
  const details = (await listProcedures()).find((one) => one.id === id)?.state.details;
  return details?.title || details?.number || id;
}
