import type { ReactNode } from 'react';
import type { ProcedureContext } from '../../report/comparison/procedure.ts';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { Compared } from './Compared.tsx';
import { useComparable } from './comparable.ts';
import { Nameless } from './Nameless.tsx';

interface Props {
  /** Of assessments on this device, in the order that gives the bids their letters. */
  readonly ids: readonly string[];
  /** Stands beside the order, before all that is said of each bid. */
  readonly lead?: ReactNode;
  /** Whose bids these are: they go by its labels, and the report says what its seal covers. Another context is another account. */
  readonly procedure?: ProcedureContext;
}

/** Bids read and compared as far as they can be: what a page of them shows, with its title, into a grid such as `.page`. */
export function ComparedBids({ ids, lead, procedure }: Props) {
  const { t, f } = useWords();
  const read = useComparable(ids, procedure?.procedure.id);
  if (read.kind === 'reading')
    return (
      <p role="status" className="muted">
        {read.done > 0 && t('compare.reading', { done: f.integer(read.done), count: f.integer(ids.length) })}
      </p>
    );
  if (read.kind === 'failed')
    return (
      <>
        <PageTitle title={t('compare.cannot')} />
        <Notice tone="error">
          <p>{t(sentenceOf(read.error))}</p>
        </Notice>
      </>
    );
  const { missing, nameless, comparison } = read.comparable;
  return (
    <>
      {comparison && comparison.bids.length > 0 ? (
        <Compared comparable={read.comparable} comparison={comparison} lead={lead} procedure={procedure} />
      ) : (
        <>
          <PageTitle title={t('compare.cannot')} />
          {lead}
          {nameless.size === 0 && <p className="lede">{t('compare.cannot.none')}</p>}
        </>
      )}
      <Nameless bids={nameless} />
      {missing.length > 0 && (
        <Notice tone="strong">
          <p>{t('compare.missing', { count: missing.length })}</p>
        </Notice>
      )}
    </>
  );
}
