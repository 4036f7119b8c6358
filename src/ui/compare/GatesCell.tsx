import type { ComparedBid } from '../../report/comparison/context.ts';
import { tagOf } from '../../report/words.ts';
import { useWords } from '../words.ts';
import styles from './Sheet.module.css';

/** The gates that apply to a bid, stops among them, and how many could. */
export function GatesCell({ bid: { gates } }: { readonly bid: ComparedBid }) {
  const { t } = useWords();
  const could = gates.filter(({ state }) => state === 'undetermined');
  return (
    <ul className={styles.gates}>
      {gates
        .filter(({ state }) => state === 'true')
        .map(({ gate, title, effect, exits }) => (
          <li key={gate.id}>
            <strong>{title}</strong>
            <span className="muted small">{t('compare.gate', { id: tagOf(gate.id), effect, exits: exits.ways.length })}</span>
          </li>
        ))}
      {could.length > 0 && <li>{t('compare.gates.could', { count: could.length })}</li>}
      {gates.length === 0 && <li>{t('compare.gates.none')}</li>}
    </ul>
  );
}
