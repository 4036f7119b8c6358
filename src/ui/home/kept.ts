import { useEffect, useState } from 'react';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import { onChange } from '../../store/announce.ts';
import { type AssessmentSummary, listAssessments, listBin } from '../../store/assessments.ts';
import { readAssessment } from '../../store/records.ts';
import { useWords, type Words } from '../words.ts';

/** An assessment as the list shows it. */
export interface Listed extends AssessmentSummary {
  /** Its title, or the best there is in its place. */
  readonly title: string;
  /** For the word of its headline. */
  readonly bands: Questionnaire['bands'];
}

interface Kept {
  readonly list: readonly Listed[];
  readonly bin: readonly Listed[];
  /** Was there more, which the browser lost? Whoever says so must not be contradicted. */
  readonly isLost: boolean;
  /** What kept the list from being read. */
  readonly failure: unknown;
}

/** What is kept on this device, up to date with every window. Null while it is read for the first time. */
export function useKept(): Kept | null {
  const words = useWords();
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let left = false;
    const read = async () => {
      const found = await readKept(words);
      if (!left) setKept(found);
    };
    void read();
    const stop = onChange(() => void read());
    return () => {
      left = true;
      stop();
    };
  }, [words]);
  return kept;
}

async function readKept(words: Words): Promise<Kept> {
  try {
    const [list, bin] = await Promise.all([listAssessments(), listBin()]);
    const isLost = list.length === 0 && (await import('../../store/copy/loss.ts').then(({ readLoss }) => readLoss())) !== null;
    return { list: await withBands(list, words), bin: await withBands(bin, words), isLost, failure: null };
  } catch (failure) {
    return { list: [], bin: [], isLost: false, failure };
  }
}

function withBands(summaries: readonly AssessmentSummary[], { local }: Words): Promise<readonly Listed[]> {
  return Promise.all(
    summaries.map(async (one) => ({
      ...one,
      title: one.details.title || one.details.vendor || local(one.questionnaire.title),
      bands: (await readAssessment(one.id))?.questionnaire.bands ?? [],
    })),
  );
}
