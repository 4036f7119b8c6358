import { useState } from 'react';
import { Link } from 'wouter';
import schema from '../../../questionnaires/schema/questionnaire.json?url';
import type { Problem } from '../../core/problems.ts';
import type { UiKey } from '../../i18n/languages.ts';
import { addQuestionnaire } from '../../store/questionnaires.ts';
import type { QuestionnaireEntry } from '../../store/shipped.ts';
import { DropZone } from '../parts/DropZone.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useWords } from '../words.ts';

type Outcome =
  | { readonly kind: 'added'; readonly entry: QuestionnaireEntry; readonly warnings: readonly Problem[] }
  | { readonly kind: 'refused'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly why: UiKey };

/** Takes in a questionnaire of one's own, whole, or says everything that is wrong with it. */
export function LoadQuestionnaire() {
  const { t, local } = useWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const load = async (file: File) => {
    setOutcome(null);
    try {
      const added = await addQuestionnaire(file);
      setOutcome(
        added.ok
          ? { kind: 'added', entry: added.value, warnings: added.warnings }
          : { kind: 'refused', name: file.name, problems: added.problems },
      );
    } catch (error) {
      setOutcome({ kind: 'failed', why: sentenceOf(error) });
    }
  };
  return (
    <section aria-labelledby="load-questionnaire" className="stack">
      <DropZone onFiles={([file]) => file && void load(file)}>
        <h2 id="load-questionnaire">{t('questionnaires.load')}</h2>
        <p className="measure" id="load-questionnaire-help">
          {t('questionnaires.load.help')}
        </p>
        <div className="row">
          <FileButton accept=".json,application/json" describedBy="load-questionnaire-help" onFile={(file) => void load(file)}>
            {t('questionnaires.load.button')}
          </FileButton>
          <a href={schema} download="soundings-questionnaire.schema.json">
            {t('questionnaires.schema')}
          </a>
        </div>
      </DropZone>
      {outcome?.kind === 'added' && (
        <Notice role="status">
          <p>
            <strong>{t('questionnaires.added', { title: local(outcome.entry.title), version: outcome.entry.version })}</strong>
          </p>
          <p>
            <Link href={`/new/${outcome.entry.key}`}>{t('questionnaires.use')}</Link>
          </p>
          {outcome.warnings.length > 0 && (
            <>
              <p>{t('file.warnings', { count: outcome.warnings.length })}</p>
              <ProblemList problems={outcome.warnings} />
            </>
          )}
        </Notice>
      )}
      {outcome?.kind === 'refused' && <Refused name={outcome.name} problems={outcome.problems} />}
      {outcome?.kind === 'failed' && (
        <Notice tone="error" role="alert">
          <p>{t(outcome.why)}</p>
        </Notice>
      )}
    </section>
  );
}
