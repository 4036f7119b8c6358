import { useEffect, useState } from 'react';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import { onChange } from '../../store/announce.ts';
import { listQuestionnaires, loadQuestionnaire } from '../../store/questionnaires.ts';
import { loadShipped, shippedQuestionnaires } from '../../store/shipped.ts';

/** A questionnaire that can be used for an assessment. */
export interface Shelved {
  /** `id@version`. */
  readonly key: string;
  readonly questionnaire: Questionnaire;
  /** Number of its questions. */
  readonly questions: number;
  /** Loaded by the person at this screen; false: shipped with the app. */
  readonly own: boolean;
}

/** All questionnaires, shipped ones first, kept up to date. Null while they are read. */
export function useShelf(): readonly Shelved[] | null {
  const [shelf, setShelf] = useState<readonly Shelved[] | null>(null);
  useEffect(() => {
    let left = false;
    const read = async () => {
      const found = await readShelf();
      if (!left) setShelf(found);
    };
    void read();
    const stop = onChange((change) => {
      if (change.kind === 'list') void read();
    });
    return () => {
      left = true;
      stop();
    };
  }, []);
  return shelf;
}

async function readShelf(): Promise<readonly Shelved[]> {
  const shipped = await Promise.all((await shippedQuestionnaires()).map(async ({ key }) => shelved(key, await loadShipped(key), false)));
  // Without storage there are no own ones; the shipped ones are there all the same.
  const entries = await listQuestionnaires().catch(() => []);
  const own = await Promise.all(entries.map(async ({ key }) => shelved(key, await loadQuestionnaire(key), true)));
  return [...shipped, ...own].flatMap((one) => one ?? []);
}

function shelved(key: string, questionnaire: Questionnaire | null, own: boolean): Shelved | null {
  if (!questionnaire) return null;
  const questions = questionnaire.sections.reduce((n, section) => section.pages.reduce((m, page) => m + page.questions.length, n), 0);
  return { key, questionnaire, questions, own };
}
