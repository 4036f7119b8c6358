import type { Item } from '../../core/model.ts';
import { nextQuestions } from '../../core/next.ts';
import type { Block, Rich } from '../blocks.ts';
import { tagOf } from '../words.ts';
import { applicableItems, type Context } from './context.ts';

/** Missing information as a letter to the vendor, what most narrows the result first; then what the buyer itself has to settle. */
export function letter(context: Context): readonly Block[] {
  const { state, result, t, f } = context;
  // Where evaluators differ it is not the vendor who owes an answer.
  const open = applicableItems(context).filter(
    ({ index, question }) => result.questions[index]?.state !== 'answered' && !state.disputed.has(question.id),
  );
  const weak = weaklyShown(context);
  if (open.length + weak.length === 0)
    return [
      { kind: 'heading', level: 1, text: t('report.letter.title') },
      { kind: 'paragraph', text: t('report.letter.nothing') },
    ];
  const vendor = inOrder(
    context,
    open.filter(({ question }) => question.evidence !== 'none'),
  );
  const own = open.filter(({ question }) => question.evidence === 'none');
  const asOf = state.details.factsAsOf;
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: t('report.letter.title') },
    ...(vendor.length + weak.length > 0 ? opening() : []),
    ...(vendor.length > 0 ? [list(vendor.map((item) => request(context, item, 'vendor')))] : []),
    ...(weak.length > 0 ? [heading(t('report.letter.weak')), list(weak.map((item) => better(context, item)))] : []),
    ...(vendor.length + weak.length > 0 ? [paragraph(t('report.letter.closing'))] : []),
    ...(own.length > 0 ? [heading(t('report.letter.own')), list(own.map((item) => request(context, item, 'buyer')))] : []),
  ];

  function opening(): readonly Block[] {
    const params = { vendor: state.details.vendor ?? t('report.letter.theVendor'), count: vendor.length };
    return [
      paragraph(t('report.letter.salutation', params)),
      paragraph(t('report.letter.intro', params)),
      paragraph(t('report.letter.evidence', { grades: fullGrades(context) })),
      paragraph(asOf && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? t('report.letter.asOf', { day: f.day(asOf) }) : t('report.letter.asOfYours')),
    ];
  }
}

const paragraph = (text: Rich): Block => ({ kind: 'paragraph', text });
const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const list = (items: readonly Rich[]): Block => ({ kind: 'list', ordered: true, items });

/** By how much an answer could narrow the result (method R4); what is never scored comes last. */
function inOrder({ model, state, result }: Context, open: readonly Item[]): readonly Item[] {
  const rank = new Map(nextQuestions(model, state.answers, result).map(({ question }, i) => [question, i]));
  const place = (item: Item) => rank.get(item.question.id) ?? rank.size + item.index;
  return [...open].sort((a, b) => place(a) - place(b));
}

/** The question, why it matters, and what would count as evidence. Hints tell the assessor how to fill it in: they are for the buyer alone. */
function request(context: Context, { question }: Item, reader: 'vendor' | 'buyer'): Rich {
  const { t, local, f, gates, state } = context;
  const waiting = gates
    .filter((gate) => gate.facts.some((fact) => fact.question.id === question.id && !fact.settled))
    .map(({ title }) => title);
  const lines = [
    ...(question.hint && reader === 'buyer' ? [local(question.hint)] : []),
    ...(question.help ? [local(question.help)] : []),
    ...(waiting.length > 0
      ? [t('report.letter.gates', { count: waiting.length, gates: f.and(waiting.map((title) => t('method.quoted', { title }))) })]
      : []),
    ...(state.answers.get(question.id)?.state === 'declined' ? [t('report.letter.declined')] : []),
  ];
  return [
    { text: local(question.text), strong: true },
    { text: ` (${tagOf(question.id)})`, code: true },
    ...lines.map((text) => ({ text: `\n${text}` })),
  ];
}

function better(context: Context, { question }: Item): Rich {
  const { t, local } = context;
  return [
    { text: local(question.text), strong: true },
    { text: ` (${tagOf(question.id)})`, code: true },
    { text: `\n${t('report.letter.better', { grades: fullGrades(context) })}` },
  ];
}

/** Names of the evidence grades that count in full. */
function fullGrades({ model, local, f }: Context): string {
  return f.or(model.questionnaire.grades.filter(({ widening }) => widening === 0).map(({ name }) => local(name)));
}

/** Answers that a gate could still turn on because of how weakly or how incompletely they are shown. */
function weaklyShown({ gates, model }: Context): readonly Item[] {
  const ids = new Set(
    gates.flatMap(({ facts }) =>
      facts.filter(({ settled, answer }) => !settled && answer?.state === 'answered').map(({ question }) => question.id),
    ),
  );
  return model.items.filter(({ question }) => ids.has(question.id) && question.evidence !== 'none');
}
