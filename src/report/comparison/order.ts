import { type Relation, relationOf } from '../../core/compare/order.ts';
import { type NextQuestion, nextQuestions } from '../../core/next.ts';
import type { Block } from '../blocks.ts';
import { tagOf } from '../words.ts';
import { type ComparedBid, type ComparisonAccount, calledOf, someOf } from './context.ts';

/** Open questions named for each bid. */
const NAMED = 4;

/** The order that present answers allow, in words (method K2): stops first, then groups, then what would separate whom. */
export const order = (context: ComparisonAccount): readonly Block[] => [
  ...standing(context),
  ...againstEachOther(context, context.bids),
  ...separating(context),
];

/** Who stands before whom, as far as an order is claimed. */
export function standing(context: ComparisonAccount): readonly Block[] {
  const { groups, t } = context;
  return [
    { kind: 'heading', level: 1, text: t('comparison.order.title') },
    { kind: 'paragraph', text: t('comparison.order.intro') },
    ...stops(context),
    { kind: 'list', ordered: true, items: groups.map((group) => groupWords(context, group)) },
  ];
}

/** A stop is a matter of law: it is told before any figure. */
function stops(account: ComparisonAccount): readonly Block[] {
  const { bids, model, t } = account;
  return model.gates.flatMap((gate): readonly Block[] => {
    if (!gate.effects.some(({ effect }) => effect === 'stop')) return [];
    const held = bids.flatMap((bid) => bid.gates.filter((one) => one.gate.id === gate.id).map((one) => ({ bid, gate: one })));
    const sentence = (state: 'true' | 'undetermined') => {
      const some = held.filter((one) => one.gate.state === state).map(({ bid }) => bid);
      const params = { bids: someOf(account, some), count: some.length };
      return some.length === 0 ? [] : [t(state === 'true' ? 'comparison.order.stop' : 'comparison.order.stopOpen', params)];
    };
    const [first] = held;
    if (!first) return [];
    return [
      {
        kind: 'note',
        tone: 'strong',
        blocks: [
          { kind: 'heading', level: 3, text: first.gate.title },
          { kind: 'paragraph', text: [...sentence('true'), ...sentence('undetermined')].join('\n') },
          { kind: 'paragraph', text: (held.find((one) => one.gate.state === 'true') ?? first).gate.reason },
          {
            kind: 'paragraph',
            style: 'small',
            text: t('report.gates.line', { id: tagOf(gate.id), effect: first.gate.effect, law: first.gate.law.join(' · ') }),
          },
        ],
      },
    ];
  });
}

function groupWords(account: ComparisonAccount, group: readonly ComparedBid[]): string {
  const { t } = account;
  const [only] = group;
  if (only && group.length === 1) return t('comparison.order.one', { bid: calledOf(account, only), headline: only.headline.word });
  const apart = group.some((a) => group.some((b) => relationOf(a.range, b.range) === 'before'));
  return t(apart ? 'comparison.order.chain' : 'comparison.order.group', { bids: someOf(account, group) });
}

/** Some of the bids against all others: who stands before whom, and who is better in every section. */
export function againstEachOther(context: ComparisonAccount, shown: readonly ComparedBid[]): readonly Block[] {
  const { bids, t } = context;
  const who = (bid: ComparedBid, relation: Relation) => {
    const some = bids.filter((other) => other !== bid && relationOf(bid.range, other.range) === relation);
    return some.length === 0 ? t('comparison.none') : someOf(context, some);
  };
  return [
    {
      kind: 'table',
      caption: t('comparison.order.pairs'),
      columns: [
        { head: t('comparison.bids.bid'), width: 0.12, rowHeader: true },
        { head: t('comparison.order.before'), width: 0.29 },
        { head: t('comparison.order.notSeparated'), width: 0.3 },
        { head: t('comparison.order.after'), width: 0.29 },
      ],
      rows: shown.map((bid) => [bid.label, who(bid, 'before'), who(bid, 'not-separated'), who(bid, 'after')]),
    },
    ...dominance(context, shown),
  ];
}

/** Method K5, one sentence for each bid that dominates others. */
function dominance(context: ComparisonAccount, shown: readonly ComparedBid[]): readonly Block[] {
  const { bids, pair, t } = context;
  const found = shown.flatMap((bid) => {
    const others = bids.filter((other) => other !== bid && pair(bid.id, other.id).dominance === 'a');
    return others.length === 0 ? [] : [t('comparison.dominance.one', { bid: bid.label, others: someOf(context, others) })];
  });
  return [
    { kind: 'heading', level: 2, text: t('comparison.dominance.title') },
    ...(found.length === 0
      ? [
          {
            kind: 'paragraph',
            text: t(shown.length === bids.length ? 'comparison.dominance.none' : 'comparison.dominance.noneOfThese'),
          } as const,
        ]
      : [{ kind: 'list', items: found } as const, { kind: 'paragraph', style: 'small', text: t('comparison.dominance.note') } as const]),
  ];
}

/** Bids that are not separated, each with the open answers that would narrow it most (method R4). */
function separating(context: ComparisonAccount): readonly Block[] {
  const { bids, t } = context;
  const rows = bids.flatMap((bid) => {
    const others = bids.filter((other) => other !== bid && relationOf(bid.range, other.range) === 'not-separated');
    return others.length === 0 ? [] : [[bid.label, someOf(context, others), narrowing(context, bid)]];
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('comparison.separate.title') },
    { kind: 'paragraph', text: t('comparison.separate.intro') },
    {
      kind: 'table',
      columns: [
        { head: t('comparison.bids.bid'), width: 0.12, rowHeader: true },
        { head: t('comparison.order.notSeparated'), width: 0.22 },
        { head: t('comparison.separate.questions'), width: 0.66 },
      ],
      rows,
    },
  ];
}

function narrowing(context: ComparisonAccount, bid: ComparedBid): string {
  const open = nextQuestions(bid.model, bid.state.answers, bid.result);
  if (open.length === 0) return nothingOpen(context, bid);
  const more = open.length - NAMED;
  return [
    ...open.slice(0, NAMED).map((one) => questionWords(context, bid, one)),
    ...(more > 0 ? [context.t('comparison.separate.more', { count: more })] : []),
  ].join('\n');
}

/** What a bid's range hangs on where no question is open. */
export const nothingOpen = ({ t }: ComparisonAccount, { range }: ComparedBid): string =>
  t(String(range.best) === String(range.worst) ? 'comparison.separate.final' : 'comparison.separate.evidence');

/** An open question, and how much its answer could narrow. */
export function questionWords(
  { t, f }: ComparisonAccount,
  { model, local }: ComparedBid,
  { question, narrows, gates }: NextQuestion,
): string {
  const found = model.items[model.indexOf(question) ?? -1]?.question;
  return t('comparison.separate.question', {
    id: tagOf(question),
    question: found ? local(found.text) : '',
    points: f.score(narrows),
    gates: gates.length,
  });
}
