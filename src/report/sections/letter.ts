import type { Item } from '../../core/model.ts';
import { nextQuestions } from '../../core/next.ts';
import type { Block, Rich } from '../blocks.ts';
import { tagOf } from '../words.ts';
import { applicableItems, type Context } from './context.ts';

/** What is missing, and who can give it. */
interface Missing {
  /** Open questions to the vendor. */
  readonly vendor: readonly Item[];
  /** Answers of the vendor that settle nothing as they stand. */
  readonly weak: readonly Item[];
  /** Answers that no gate waits for, but that widen the figures as they are shown. */
  readonly wide: readonly Item[];
  /** Open questions to the buyer itself. */
  readonly own: readonly Item[];
  /** Answers of the buyer's own that settle nothing as they stand. */
  readonly ownWeak: readonly Item[];
  /** Questions on which evaluators differ: nobody else owes an answer. */
  readonly disputed: readonly Item[];
}

/** Is it the buyer that knows? */
const isBuyers = ({ question }: Item): boolean => question.evidence === 'none' || question.answeredBy === 'buyer';

function missingIn(context: Context): Missing {
  const { state, result } = context;
  const applicable = applicableItems(context);
  const isDisputed = ({ question }: Item) => state.disputed.has(question.id);
  const open = applicable.filter((item) => result.questions[item.index]?.state !== 'answered' && !isDisputed(item));
  const weak = weaklyShown(context);
  return {
    vendor: open.filter((item) => !isBuyers(item)),
    weak: weak.filter((item) => !isBuyers(item)),
    wide: applicable.filter((item) => isWide(context, item) && !weak.includes(item)),
    own: open.filter(isBuyers),
    ownWeak: weak.filter(isBuyers),
    disputed: applicable.filter(isDisputed),
  };
}

/** How much is missing, and what of it the buyer itself has to settle: that is no part of the letter. */
export function missing(context: Context): readonly Block[] {
  const { t, f } = context;
  const { vendor, weak, wide, own, ownWeak, disputed } = missingIn(context);
  const asked = vendor.length + weak.length;
  return [
    { kind: 'heading', level: 1, text: t('report.missing.title') },
    ...(asked + own.length + ownWeak.length + disputed.length === 0 ? [paragraph(t('report.missing.nothing'))] : []),
    ...(asked > 0 ? [paragraph(t('report.missing.vendor', { open: vendor.length, weak: weak.length }))] : []),
    ...(wide.length > 0
      ? [paragraph(t('report.missing.wide', { count: wide.length, ids: f.and(wide.map(({ question }) => tagOf(question.id))) }))]
      : []),
    ...(disputed.length > 0 ? [paragraph(t('report.missing.disputed', { count: disputed.length }))] : []),
    ...(own.length + ownWeak.length > 0
      ? [
          heading(t('report.missing.own')),
          list([...own.map((item) => request(context, item, 'buyer')), ...ownWeak.map((item) => better(context, item))]),
        ]
      : []),
  ];
}

/** What the vendor can give, as a letter to it, on pages of its own; nothing where it owes nothing. */
export function letter(context: Context): readonly Block[] {
  const { state, t, f } = context;
  const { vendor, weak } = missingIn(context);
  if (vendor.length + weak.length === 0) return [];
  const { authority, procedure, lot, vendor: name, factsAsOf: asOf } = state.details;
  const concerning = [procedure, lot].filter((part) => part).join(' · ');
  // What is empty is filled in by whoever sends it.
  const head = [
    { term: t('report.letter.from'), value: authority ?? '' },
    { term: t('report.letter.to'), value: name ?? '' },
    ...(concerning ? [{ term: t('report.letter.concerning'), value: concerning }] : []),
    { term: t('report.letter.day'), value: '' },
    { term: t('report.letter.answerBy'), value: '' },
    { term: t('report.letter.answerTo'), value: '' },
  ];
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: t('report.letter.title') },
    { kind: 'facts', items: head },
    paragraph(t('report.letter.intro', { count: vendor.length })),
    paragraph(t('report.letter.evidence', { grades: fullGrades(context) })),
    paragraph(asOf && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? t('report.letter.asOf', { day: f.day(asOf) }) : t('report.letter.asOfYours')),
    ...(vendor.length > 0 ? [list(inOrder(context, vendor).map((item) => request(context, item, 'vendor')))] : []),
    ...(weak.length > 0 ? [heading(t('report.letter.weak')), list(weak.map((item) => better(context, item)))] : []),
    paragraph(t('report.letter.closing')),
    { kind: 'page-break' },
  ];
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
function request(context: Context, item: Item, reader: 'vendor' | 'buyer'): Rich {
  const { question } = item;
  const { t, local, f, gates, state } = context;
  const waiting = gates
    .filter((gate) => gate.facts.some((fact) => fact.question.id === question.id && !fact.settled))
    .map(({ title }) => title);
  const lines = [
    ...mayApply(context, item),
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

/** Of a question that may not apply, what that depends on. */
function mayApply({ model, result, state, t, f }: Context, { index }: Item): readonly string[] {
  if (result.questions[index]?.applicable !== 'undetermined') return [];
  const deciding = model.items.filter(({ dependents }) => dependents.includes(index));
  const open = deciding.filter(({ question }) => {
    const answer = state.answers.get(question.id);
    return answer?.state !== 'answered' || answer.incomplete;
  });
  const questions = (open.length > 0 ? open : deciding).map(({ question }) => tagOf(question.id));
  return [t('report.letter.mayApply', { questions: f.and(questions) })];
}

function better(context: Context, { question }: Item): Rich {
  const { t, local } = context;
  return [
    { text: local(question.text), strong: true },
    { text: ` (${tagOf(question.id)})`, code: true },
    { text: `\n${t('report.letter.better', { grades: fullGrades(context) })}` },
  ];
}

/** Names of the evidence grades that count in full, quoted: they need not fit into a sentence. */
function fullGrades({ model, local, t, f }: Context): string {
  const full = model.questionnaire.grades.filter(({ widening }) => widening === 0);
  return f.or(full.map(({ name }) => t('method.quoted', { title: local(name) })));
}

/** Is it answered, and counts as a range all the same? */
function isWide({ model, result }: Context, { index, section }: Item): boolean {
  const { state, interval } = result.questions[index] ?? {};
  return state === 'answered' && (model.sections[section]?.section.weight ?? 0) > 0 && !!interval && interval.low < interval.high;
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
