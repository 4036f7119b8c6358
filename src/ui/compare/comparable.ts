/** The assessments that an address names, read for looking only, and those of them that may be compared (method K1). */
import { useEffect, useMemo, useState } from 'react';
import { type Comparison, compare } from '../../core/compare/comparison.ts';
import { type Criteria, differencesOf, mostCommon } from '../../core/compare/criteria.ts';
import type { Assessment } from '../../core/format/assessment.ts';
import { onChange } from '../../store/announce.ts';
import { readAssessment } from '../../store/records.ts';

export interface Comparable {
  /** By id, in the order of the address. */
  readonly assessments: ReadonlyMap<string, Assessment>;
  /** Those made with the criteria of most. */
  readonly same: readonly { readonly id: string; readonly assessment: Assessment }[];
  /** Null where there is nothing to compare. */
  readonly comparison: Comparison | null;
  /** Ids of what is not here, or in the bin. */
  readonly missing: readonly string[];
}

type Read = { readonly kind: 'read'; readonly comparable: Comparable } | { readonly kind: 'failed'; readonly error: unknown };

/** Null while it is read; up to date with what is changed in other windows. */
export function useComparable(ids: readonly string[]): Read | null {
  const key = ids.join(',');
  const [read, setRead] = useState<{ readonly key: string; readonly of: Read } | null>(null);
  const wanted = useMemo(() => (key === '' ? [] : key.split(',')), [key]);
  useEffect(() => {
    let left = false;
    const load = () =>
      readComparable(wanted).then(
        (comparable) => !left && setRead({ key, of: { kind: 'read', comparable } }),
        (error: unknown) => !left && setRead({ key, of: { kind: 'failed', error } }),
      );
    void load();
    const stop = onChange((change) => {
      if (change.kind === 'list' || wanted.includes(change.id)) void load();
    });
    return () => {
      left = true;
      stop();
    };
  }, [key, wanted]);
  return read?.key === key ? read.of : null;
}

async function readComparable(ids: readonly string[]): Promise<Comparable> {
  const found = await Promise.all(ids.map(async (id) => ({ id, whole: await readAssessment(id) })));
  const here = found.flatMap(({ id, whole }): { id: string; assessment: Assessment; criteria: Criteria }[] => {
    if (!whole || whole.header.binned) return [];
    const { header, questionnaire, policy, facts, history } = whole;
    const { created } = header;
    return [
      {
        id,
        assessment: { format: 'soundings-assessment/1', id, created, questionnaire, policy, facts, history: [...history] },
        criteria: { questionnaire: header.questionnaire, policy: header.policy, facts: header.facts },
      },
    ];
  });
  const common = mostCommon(here.map(({ criteria }) => criteria));
  const same = here.flatMap(({ id, assessment, criteria }) =>
    common && differencesOf(criteria, common).length === 0 ? [{ id, assessment }] : [],
  );
  return {
    assessments: new Map(here.map(({ id, assessment }) => [id, assessment])),
    same,
    comparison: compare(same),
    missing: found.filter(({ whole }) => !whole || whole.header.binned).map(({ id }) => id),
  };
}
