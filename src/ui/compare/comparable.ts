/** The assessments that an address names, read for looking only, and those of them that may be compared (method K1). */
import { startTransition, useEffect, useMemo, useState } from 'react';
import { bidOf, type Comparison, comparisonOf } from '../../core/compare/comparison.ts';
import { differencesOf, mostCommon } from '../../core/compare/criteria.ts';
import { ASSESSMENT_FORMAT, type Assessment } from '../../core/format/assessment.ts';
import { fold } from '../../core/history.ts';
import { modelOf } from '../../core/model.ts';
import { onChange } from '../../store/announce.ts';
import { namelessAmong } from '../../store/procedureList.ts';
import type { WholeAssessment } from '../../store/records.ts';
import { readAssessments } from '../../store/several.ts';
import { inSlices } from './slices.ts';

export interface Comparable {
  /** By id, in the order of the address. */
  readonly assessments: ReadonlyMap<string, Assessment>;
  /** Of those made with the criteria of most. Null where there is nothing to compare. */
  readonly comparison: Comparison | null;
  /** Ids of what is not here, or in the bin. */
  readonly missing: readonly string[];
  /** Bids of other procedures whose names are not revealed: beside others they would be named. By id, each with its procedure. */
  readonly nameless: ReadonlyMap<string, string>;
}

type Read =
  | { readonly kind: 'reading'; readonly done: number }
  | { readonly kind: 'read'; readonly comparable: Comparable }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Up to date with what is changed in other windows. `within`: id of the procedure whose bids are shown by their labels. */
export function useComparable(ids: readonly string[], within?: string): Read {
  const key = ids.join(',');
  const [read, setRead] = useState<{ readonly key: string; readonly of: Read }>({ key, of: { kind: 'reading', done: 0 } });
  const wanted = useMemo(() => (key === '' ? [] : key.split(',')), [key]);
  useEffect(() => {
    let latest = 0;
    let shown = '';
    const load = async () => {
      const own = ++latest;
      const isWanted = () => own === latest;
      // What is shown already stays until the new is there.
      const onDone = (done: number) =>
        setRead((now) => (now.key === key && now.of.kind !== 'reading' ? now : { key, of: { kind: 'reading', done } }));
      try {
        const found = await look(wanted, within);
        const state = stateOf(found);
        // What changed is none of this: a report was entered in the register, or there is another assessment.
        if (state === shown) return;
        const comparable = await comparableIn(wanted, found, isWanted, onDone);
        if (!comparable || !isWanted()) return;
        shown = state;
        startTransition(() => setRead({ key, of: { kind: 'read', comparable } }));
      } catch (error) {
        if (!isWanted()) return;
        shown = '';
        setRead({ key, of: { kind: 'failed', error } });
      }
    };
    void load();
    const stop = onChange((change) => {
      // Names may have been revealed.
      const isProcedure = change.kind === 'procedure' && within === undefined;
      if (change.kind === 'list' || isProcedure || wanted.includes(change.id)) void load();
    });
    return () => {
      latest = Number.NaN;
      stop();
    };
  }, [key, wanted, within]);
  return read.key === key ? read.of : { kind: 'reading', done: 0 };
}

interface Found {
  readonly assessments: ReadonlyMap<string, WholeAssessment>;
  readonly nameless: ReadonlyMap<string, string>;
}

async function look(ids: readonly string[], within: string | undefined): Promise<Found> {
  const nameless = new Map([...(await namelessAmong(ids))].filter(([, procedure]) => procedure !== within));
  return { assessments: await readAssessments(ids.filter((id) => !nameless.has(id))), nameless };
}

/** The same just when all of it is: histories only grow, and documents go by their hashes. */
const stateOf = ({ assessments, nameless }: Found): string =>
  JSON.stringify([[...nameless], [...assessments.values()].map(({ header, history }) => [header, history.length, history.at(-1)?.id])]);

/** Null where it is wanted no more. */
async function comparableIn(
  ids: readonly string[],
  { assessments: found, nameless }: Found,
  isWanted: () => boolean,
  onDone: (done: number) => void,
): Promise<Comparable | null> {
  const here = [...found].filter(([, { header }]) => !header.binned);
  const common = mostCommon(here.map(([, { header }]) => header));
  const same = here.filter(([, { header }]) => common && differencesOf(header, common).length === 0);
  const first = same[0]?.[1];
  const model = first && modelOf(first.questionnaire, first.facts, first.policy);
  const bids = model && (await inSlices(same, ([id, { history }]) => bidOf(model, id, fold(history)), isWanted, onDone));
  if (bids === null) return null;
  return {
    assessments: new Map(here.map(([id, whole]) => [id, assessmentOf(whole)])),
    comparison: model ? comparisonOf(model, bids?.flatMap((bid) => bid ?? []) ?? []) : null,
    missing: ids.filter((id) => !nameless.has(id) && !here.some(([one]) => one === id)),
    nameless,
  };
}

const assessmentOf = ({ header: { id, created }, questionnaire, policy, facts, history }: WholeAssessment): Assessment => ({
  format: ASSESSMENT_FORMAT,
  id,
  created,
  questionnaire,
  policy,
  facts,
  history: [...history],
});
