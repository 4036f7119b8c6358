import { useId, useState } from 'react';
import type { ComparisonContext } from '../../report/comparison/context.ts';
import { titleOf } from '../../report/comparison/procedure.ts';
import type { Decimal } from '../../report/tables/csv.ts';
import { download } from '../parts/download.ts';
import { fileName } from '../parts/fileName.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './Tables.module.css';

type Making = { readonly kind: 'idle' | 'making' | 'failed' } | { readonly kind: 'made'; readonly name: string };

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The comparison as a workbook, and as one table for whatever reads plain text. What makes them is fetched when they are wanted. */
export function Tables({ context }: { readonly context: ComparisonContext | null }) {
  const { t } = useWords();
  const id = useId();
  const [decimal, setDecimal] = useState<Decimal>(usualDecimal);
  const [making, setMaking] = useState<Making>({ kind: 'idle' });
  const waits = context === null || making.kind === 'making';
  const make = async (ending: 'xlsx' | 'csv') => {
    if (waits) return;
    setMaking({ kind: 'making' });
    try {
      const content = ending === 'xlsx' ? await workbookOf(context) : await tableOf(context, decimal);
      const name = fileName(titleOf(context), ending);
      download(name, content);
      setMaking({ kind: 'made', name });
    } catch {
      // Parts of the app that could not be fetched: nothing of the assessments is at stake.
      setMaking({ kind: 'failed' });
    }
  };
  return (
    <>
      <div className={styles.row}>
        <button type="button" className="button-quiet" onClick={() => void make('xlsx')} aria-disabled={waits}>
          {t('compare.tables.book')}
        </button>
        <button type="button" className="button-quiet" onClick={() => void make('csv')} aria-disabled={waits}>
          {t('compare.tables.table')}
        </button>
        <div className={styles.figures}>
          <label htmlFor={`${id}-figures`}>{t('compare.tables.figures')}</label>
          <select id={`${id}-figures`} value={decimal} onChange={({ target }) => setDecimal(target.value === ',' ? ',' : '.')}>
            <option value=".">{t('compare.tables.point')}</option>
            <option value=",">{t('compare.tables.comma')}</option>
          </select>
        </div>
        <span role="status" className="muted small">
          {making.kind === 'making' && t('compare.tables.making')}
          {making.kind === 'made' && t('compare.tables.made', { name: making.name })}
        </span>
      </div>
      {making.kind === 'failed' && (
        <Notice tone="error" role="alert">
          <p>{t('compare.tables.failed')}</p>
        </Notice>
      )}
    </>
  );
}

/**
 * As this browser writes figures: a spreadsheet on the same machine most likely reads them so. `navigator.language` is not asked, since a
 * browser under `LANG=C` says `C` there, which is refused as a language.
 */
const usualDecimal = (): Decimal => (new Intl.NumberFormat().format(1.5).includes(',') ? ',' : '.');

async function workbookOf(context: ComparisonContext): Promise<Blob> {
  const [{ comparisonBook }, { xlsxOf }] = await Promise.all([
    import('../../report/tables/book.ts'),
    import('../../report/tables/xlsx.ts'),
  ]);
  return new Blob([xlsxOf(comparisonBook(context))], { type: WORKBOOK });
}

async function tableOf(context: ComparisonContext, decimal: Decimal): Promise<Blob> {
  const [{ comparisonTable }, { csvOf }] = await Promise.all([import('../../report/tables/book.ts'), import('../../report/tables/csv.ts')]);
  return new Blob([csvOf(comparisonTable(context), decimal)], { type: 'text/csv;charset=utf-8' });
}
