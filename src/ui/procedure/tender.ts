/** Between what a procedure says of its tender and the fields of its form. */
import type { Lot, ProcedureDetail } from '../../core/format/procedure.ts';
import type { ProcedureState } from '../../core/procedure/state.ts';

export interface TenderValues extends Readonly<Record<ProcedureDetail, string>> {
  readonly lots: { key: string; title: string }[];
}

export const REQUIRED = ['number', 'title', 'authority'] as const satisfies readonly ProcedureDetail[];

/** What the fields hold for this procedure. */
export const tenderOf = ({ details, lots }: Pick<ProcedureState, 'details' | 'lots'>): TenderValues => ({
  number: details.number ?? '',
  title: details.title ?? '',
  authority: details.authority ?? '',
  notice: details.notice ?? '',
  retention: details.retention ?? '',
  lots: lots.map(({ id, title }) => ({ key: id, title })),
});

/** The details that the fields say, without blanks around them. */
export function detailsIn({ number, title, authority, notice, retention }: TenderValues): Readonly<Record<ProcedureDetail, string>> {
  return {
    number: number.trim(),
    title: title.trim(),
    authority: authority.trim(),
    notice: notice.trim(),
    retention: retention.trim(),
  };
}

/** The lots that have a title. A new one gets the first id that none of them has. */
export function lotsIn({ lots }: TenderValues): readonly Lot[] {
  const taken = new Set(lots.map(({ key }) => key).filter((key) => key !== ''));
  return lots.flatMap(({ key, title }): Lot[] => {
    if (title.trim() === '') return [];
    let id = key;
    for (let number = 1; id === ''; number += 1) if (!taken.has(`lot-${number}`)) id = `lot-${number}`;
    taken.add(id);
    return [{ id, title: title.trim() }];
  });
}
