import { useMemo, useState } from 'react';
import { isFloor } from '../../core/gates.ts';
import { exitAccounts } from '../../report/account/exits.ts';
import { type GateAccount, gateAccounts, isStop } from '../../report/account/gates.ts';
import { GATE_STATE } from '../../report/account/keys.ts';
import { visible } from '../../report/pdf/visible.ts';
import { answerLines, tagOf } from '../../report/words.ts';
import { useOpen } from '../fill/open.ts';
import { QuestionLink } from '../fill/QuestionLink.tsx';
import { useWords } from '../words.ts';
import styles from './Gates.module.css';
import { usePrinting } from './usePrinting.ts';
import { useWording } from './wording.ts';

/** The stops and then the other gates that apply, open; then those that could, one line each until they are opened. */
export function Gates() {
  const { t } = useWords();
  const words = useWording();
  const model = useOpen((open) => open.model);
  const state = useOpen((open) => open.state);
  const result = useOpen((open) => open.result);
  const gates = useMemo(() => gateAccounts(model, state, result, words), [model, state, result, words]);
  const holding = gates.filter((gate) => gate.state === 'true' && !isFloor(gate.gate));
  const stops = holding.filter(({ gate }) => isStop(gate));
  const others = holding.filter(({ gate }) => !isStop(gate));
  const possible = gates.filter((gate) => gate.state === 'undetermined' && !isFloor(gate.gate));
  const floors = gates.filter(({ gate }) => isFloor(gate));
  return (
    <>
      {holding.length + possible.length === 0 && <p className="muted">{t('result.gates.none')}</p>}
      <Holding id="gates-stops" title={t('result.gates.stops', { count: stops.length })} gates={stops} className={styles.stop} />
      <Holding id="gates-holding" title={t('result.gates.holding', { count: others.length })} gates={others} />
      <Closed
        id="gates-possible"
        title={t('result.gates.possible', { count: possible.length })}
        hint={t('result.gates.possibleHint', { count: possible.length })}
        gates={possible}
      />
      <Closed
        id="gates-floors"
        title={t('result.gates.floors', { count: floors.length })}
        hint={t('result.gates.floorsHint')}
        gates={floors}
      />
    </>
  );
}

interface HoldingProps {
  readonly id: string;
  readonly title: string;
  readonly gates: readonly GateAccount[];
  readonly className?: string | undefined;
}

/** Gates that apply, each a card of its own. */
function Holding({ id, title, gates, className = '' }: HoldingProps) {
  const { t } = useWords();
  if (gates.length === 0) return null;
  return (
    <section className={styles.gates} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {gates.map((gate) => (
        <article key={gate.gate.id} className={`${styles.gate} ${className}`}>
          <h3 className={styles.title}>{gate.title}</h3>
          <GateBody gate={gate} line={t('result.gates.line', { id: tagOf(gate.gate.id), effect: gate.effect })} />
        </article>
      ))}
    </section>
  );
}

interface ClosedProps {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly gates: readonly GateAccount[];
}

/** Gates of which each is one line until it is opened; printed, each is open. */
function Closed({ id, title, hint, gates }: ClosedProps) {
  const isPrinting = usePrinting();
  if (gates.length === 0) return null;
  return (
    <section className={styles.gates} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className="muted">{hint}</p>
      </div>
      <div className={styles.list}>
        {gates.map((gate) => (
          <Line key={gate.gate.id} gate={gate} isPrinting={isPrinting} />
        ))}
      </div>
    </section>
  );
}

/** Its exits are looked for only once it is opened: there may be many gates. */
function Line({ gate, isPrinting }: { readonly gate: GateAccount; readonly isPrinting: boolean }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.possible} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        <span className={styles.name}>{gate.title}</span>{' '}
        <span className={`muted small ${styles.effect}`}>
          {isFloor(gate.gate) ? t('result.gates.floor', { state: t(GATE_STATE[gate.state]), effect: gate.effect }) : gate.effect}
        </span>
      </summary>
      {(opened || isPrinting) && <GateBody gate={gate} line={t('result.gates.id', { id: tagOf(gate.gate.id) })} />}
    </details>
  );
}

/** Under `line`, which names it: the way out, the answers it rests on, why it matters, and the law. */
function GateBody({ gate, line }: { readonly gate: GateAccount; readonly line: string }) {
  const { t } = useWords();
  return (
    <div className={styles.body}>
      <p className="muted small">{line}</p>
      <Exit gate={gate} />
      <Facts gate={gate} />
      <p>{gate.reason}</p>
      <p className="muted small">{gate.law.join(' · ')}</p>
      {gate.sources.length > gate.law.length && (
        <details className={`small ${styles.more}`}>
          <summary>{t('result.gates.sources', { count: gate.sources.length })}</summary>
          <ul className={styles.sources}>
            {gate.sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Facts({ gate }: { readonly gate: GateAccount }) {
  const { t } = useWords();
  const words = useWording();
  return (
    <ul className={styles.facts}>
      {gate.facts.map(({ question, answer, settled }) => (
        <li key={question.id} className={settled ? undefined : styles.waiting}>
          <QuestionLink question={question.id} className={styles.question ?? ''}>
            {words.local(question.text)}
          </QuestionLink>
          {answerLines(question, answer, words).map((line) => (
            <span key={line}>{line}</span>
          ))}
          {!settled && answer?.state === 'answered' && <span className="muted small">{t('result.gates.weak')}</span>}
          {answer?.note && <span className="muted small">{t('result.gates.note', { note: visible(answer.note) })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The author's words first, then the smallest changes of answers that were found, each with the rating it leads to. */
function Exit({ gate }: { readonly gate: GateAccount }) {
  const { t } = useWords();
  const words = useWording();
  const model = useOpen((open) => open.model);
  const state = useOpen((open) => open.state);
  const result = useOpen((open) => open.result);
  const { ways, outcome } = useMemo(
    () => exitAccounts(model, state, result, gate.gate.id, words),
    [model, state, result, gate.gate.id, words],
  );
  const stop = isStop(gate.gate);
  return (
    <div className={styles.exit}>
      <p>
        <strong>{t(stop ? 'result.gates.todo' : 'result.gates.switchedOff')}</strong>
      </p>
      <div className={styles.ways}>
        <p>{gate.exit}</p>
        {outcome && (
          <p>
            <strong>{outcome}</strong>
          </p>
        )}
        {ways.length > 0 && (
          <details className={styles.more}>
            <summary>{t(stop ? 'result.gates.ruledOut' : 'result.gates.computed', { count: ways.length })}</summary>
            <ul className={styles.computed}>
              {ways.map(({ changes, after, canBePromised }) => (
                <li key={changes.join()}>
                  {changes.map((change) => (
                    <span key={change}>{change}</span>
                  ))}
                  <strong>{after}</strong>
                  {!canBePromised && <span className="muted small">{t('result.gates.notPromised')}</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}
