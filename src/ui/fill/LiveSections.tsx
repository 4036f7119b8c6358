import { memo, useMemo } from 'react';
import type { Model } from '../../core/model.ts';
import { useWords } from '../words.ts';
import { Bar } from './Bar.tsx';
import styles from './LivePanel.module.css';
import { useOpen } from './open.ts';

/** More sections than these are for the whole result. */
const SHOWN = 8;

/** The scored sections that weigh most, and the one being filled: a bar for the eye, the figures beside it. */
export function LiveSections({ section }: { readonly section: number }) {
  const { t } = useWords();
  const model = useOpen((open) => open.model);
  const { shown, others } = useMemo(() => sectionsFor(model, section), [model, section]);
  return (
    <div>
      <table className={styles.sections}>
        <caption className="visually-hidden">{t('fill.live.sections')}</caption>
        <tbody>
          {shown.map((index) => (
            <Row key={index} index={index} model={model} />
          ))}
        </tbody>
      </table>
      {others > 0 && <p className="muted">{t('fill.live.others', { count: others })}</p>}
    </div>
  );
}

function sectionsFor({ sections, items }: Model, current: number): { readonly shown: readonly number[]; readonly others: number } {
  const scored = [...sections.keys()].filter((index) => {
    const one = sections[index];
    return (one?.section.weight ?? 0) > 0 && one?.items.some((item) => items[item]?.bounds);
  });
  const weight = (index: number) => (index === current ? Number.POSITIVE_INFINITY : (sections[index]?.section.weight ?? 0));
  const shown = scored
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, SHOWN)
    .sort((a, b) => a - b);
  return { shown, others: scored.length - shown.length };
}

const Row = memo(function Row({ index, model }: { readonly index: number; readonly model: Model }) {
  const { f, local } = useWords();
  const section = model.sections[index]?.section;
  const low = useOpen(({ result }) => result.sections[index]?.interval?.low);
  const high = useOpen(({ result }) => result.sections[index]?.interval?.high);
  if (!section || low === undefined || high === undefined) return null;
  return (
    <tr>
      <th scope="row">{local(section.short ?? section.title)}</th>
      <td aria-hidden="true">
        <Bar low={low} high={high} bands={model.questionnaire.bands} />
      </td>
      <td className="number">
        <span className={styles.number}>{f.interval({ low, high })}</span>
      </td>
    </tr>
  );
});
