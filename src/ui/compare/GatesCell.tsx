import type { ComparedBid } from '../../report/comparison/context.ts';
import { tagOf } from '../../report/words.ts';
import { useWords } from '../words.ts';
import styles from './Sheet.module.css';
import { type FoundWays, useWaysOf } from './ways.ts';

/** The gates that apply to a bid, stops among them, and how many could; the number of ways out as soon as they are found. */
export function GatesCell({ bid: { id, gates }, found }: { readonly bid: ComparedBid; readonly found: FoundWays }) {
  const { t, f } = useWords();
  const ways = useWaysOf(found, id);
  const could = gates.filter(({ state }) => state === 'undetermined');
  return (
    <ul className={styles.gates}>
      {gates
        .filter(({ state }) => state === 'true')
        .map(({ gate, title, effect }) => {
          const params = { id: tagOf(gate.id), effect };
          return (
            <li key={gate.id}>
              <strong>{title}</strong>
              <span className="muted small">
                {ways ? t('compare.gate', { ...params, exits: ways.exits.get(gate.id) ?? 0 }) : t('compare.gate.alone', params)}
              </span>
            </li>
          );
        })}
      {could.length > 0 && (
        <li>{t('compare.gates.could', { count: could.length, ids: f.and(could.map(({ gate }) => tagOf(gate.id))) })}</li>
      )}
      {gates.length === 0 && <li>{t('compare.gates.none')}</li>}
    </ul>
  );
}
