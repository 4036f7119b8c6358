import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Problem } from '../../core/problems.ts';
import type { UiKey } from '../../i18n/languages.ts';
import { type Imported, listAssessments, renameAssessment } from '../../store/assessments.ts';
import { DropZone } from '../parts/DropZone.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useWords } from '../words.ts';
import styles from './HomePage.module.css';
import { takeIn } from './takeIn.ts';

type Outcome =
  | { readonly kind: 'done'; readonly text: string; readonly to: string; readonly link: string; readonly merge?: string }
  | { readonly kind: 'refused'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly why: UiKey };

/** The way in for a file: an assessment opens, a questionnaire joins the others, anything else is refused with every reason. */
export function OpenFile() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const open = async (file: File) => {
    setOutcome(null);
    try {
      const taken = await takeIn(file);
      if (!taken.ok) setOutcome({ kind: 'refused', name: file.name, problems: taken.problems });
      else if (taken.value.kind === 'questionnaire')
        setOutcome({
          kind: 'done',
          text: t('home.open.questionnaire', { name: file.name }),
          to: '/questionnaires',
          link: t('home.open.questionnaireLink'),
        });
      else await show(taken.value);
    } catch (error) {
      setOutcome({ kind: 'failed', why: sentenceOf(error) });
    }
  };
  const show = async ({ id, outcome: found, added, beside }: Imported) => {
    const to = `/a/${id}`;
    if (found === 'new') return navigate(to);
    const title = await titleOf(id);
    const link = t('home.open.show');
    if (found === 'known') return setOutcome({ kind: 'done', text: t('home.open.known', { title }), to, link });
    if (found === 'grown') return setOutcome({ kind: 'done', text: t('home.open.grown', { title, count: added }), to, link });
    const copy = t('home.open.copyTitle', { title });
    await renameAssessment(id, copy);
    setOutcome({ kind: 'done', text: t('home.open.copy', { title: copy }), to, link, ...(beside && { merge: `/merge/${beside},${id}` }) });
  };
  return (
    <>
      <section aria-labelledby="open-file">
        <DropZone onFile={(file) => void open(file)}>
          <h2 id="open-file">{t('home.open')}</h2>
          <p id="open-file-help">{t('home.open.help')}</p>
          <FileButton accept=".json,application/json" describedBy="open-file-help" onFile={(file) => void open(file)}>
            {t('home.open.button')}
          </FileButton>
        </DropZone>
      </section>
      {outcome && (
        <div className={styles.outcome}>
          {outcome.kind === 'done' && (
            <Notice role="status">
              <p>{outcome.text}</p>
              <p>
                <Link href={outcome.to}>{outcome.link}</Link>
              </p>
              {outcome.merge && (
                <p>
                  <Link href={outcome.merge}>{t('home.open.merge')}</Link>
                </p>
              )}
            </Notice>
          )}
          {outcome.kind === 'refused' && <Refused name={outcome.name} problems={outcome.problems} />}
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
  const details = (await listAssessments()).find((one) => one.id === id)?.details;
  return details?.title || details?.vendor || id;
}
