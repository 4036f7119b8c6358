/** The assessments that an address names, read for looking only, and what they come to as one (SPEC E). */
import { useEffect, useState } from 'react';
import { type Agreed, agreementsOf } from '../../core/evaluators/agreement.ts';
import { mergeAssessments, sharedAmong } from '../../core/evaluators/merge.ts';
import type { Assessment } from '../../core/format/assessment.ts';
import { fold, type State } from '../../core/history.ts';
import { type Model, modelOf } from '../../core/model.ts';
import type { Outcome } from '../../core/problems.ts';
import { onChange } from '../../store/announce.ts';
import { assessmentOf } from '../../store/documents.ts';
import { namelessAmong } from '../../store/procedureList.ts';
import { readAssessment } from '../../store/records.ts';

/** One of those that are merged. */
export interface File {
  readonly id: string;
  readonly assessment: Assessment;
  readonly state: State;
}

export interface Merged {
  readonly model: Model;
  /** As it would be kept; `created` is the earliest. */
  readonly assessment: Omit<Assessment, 'format' | 'id'>;
  readonly state: State;
  readonly agreements: readonly Agreed[];
  /** Entries that all of them have. */
  readonly shared: number;
}

interface Merging {
  readonly files: readonly File[];
  /** How many are not here, or in the bin. */
  readonly missing: number;
  /** Bids that go by their labels, each with its procedure: this page would name them beside each other. */
  readonly nameless: ReadonlyMap<string, string>;
  /** Null where there are not two. */
  readonly merged: Outcome<Merged> | null;
}

type Read = { readonly kind: 'read'; readonly merging: Merging } | { readonly kind: 'failed'; readonly error: unknown };

/** Null while it is read; up to date with what is changed in other windows. */
export function useMerging(ids: string): Read | null {
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let left = false;
    const wanted = [...new Set(ids.split(',').filter((id) => id !== ''))];
    const load = () =>
      readMerging(wanted).then(
        (merging) => !left && setRead({ kind: 'read', merging }),
        (error: unknown) => !left && setRead({ kind: 'failed', error }),
      );
    void load();
    const stop = onChange((change) => {
      if (change.kind === 'list' || ('id' in change && wanted.includes(change.id))) void load();
    });
    return () => {
      left = true;
      stop();
    };
  }, [ids]);
  return read;
}

async function readMerging(ids: readonly string[]): Promise<Merging> {
  const nameless = await namelessAmong(ids);
  const wanted = ids.filter((id) => !nameless.has(id));
  const found = await Promise.all(wanted.map(readAssessment));
  const files = found.flatMap((whole): readonly File[] => {
    if (!whole || whole.header.binned) return [];
    return [{ id: whole.header.id, assessment: assessmentOf(whole), state: fold(whole.history) }];
  });
  return { files, missing: wanted.length - files.length, nameless, merged: mergedOf(files) };
}

function mergedOf(files: readonly File[]): Outcome<Merged> | null {
  const [first] = files;
  if (!first || files.length < 2) return null;
  const { questionnaire, policy, facts } = first.assessment;
  const merged = mergeAssessments(files.map(({ assessment }) => assessment));
  if (!merged.ok) return merged;
  const history = merged.value;
  const model = modelOf(questionnaire, facts, policy);
  const created = files.map(({ assessment }) => assessment.created).sort()[0] ?? '';
  return {
    ...merged,
    value: {
      model,
      assessment: { created, questionnaire, policy, facts, history },
      state: fold(history),
      agreements: agreementsOf(
        model,
        files.map(({ state }) => state),
        history,
      ),
      shared: sharedAmong(files.map(({ assessment }) => assessment.history)),
    },
  };
}
