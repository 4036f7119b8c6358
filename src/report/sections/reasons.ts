import type { Contribution } from '../../core/contributions.ts';
import { type GateFact, isStop, sectionName } from '../account/gates.ts';
import type { Block, Cell } from '../blocks.ts';
import { answerInline, evidenceInline, tagOf } from '../words.ts';
import type { Context } from './context.ts';

/** How many contributions get a sentence of their own. */
const WEIGHTIEST = 5;

/** Reasons in sentences, for each gate and for what weighs most: fact, evidence, rule, consequence. */
export function reasons(context: Context): readonly Block[] {
  const { t } = context;
  return [
    { kind: 'heading', level: 1, text: t('report.reasons.title') },
    { kind: 'paragraph', text: t(context.gates.length > 0 ? 'report.reasons.intro' : 'report.reasons.introNone') },
    ...context.gates.flatMap((gate) => gateReason(context, gate)),
    ...weightiest(context),
  ];
}

function gateReason(context: Context, gate: Context['gates'][number]): readonly Block[] {
  const { t, f, model } = context;
  const rule = {
    id: tagOf(gate.gate.id),
    questionnaire: model.questionnaire.id,
    version: model.questionnaire.version,
    effect: gate.effect,
  };
  const sections = gate.sections.length > 0 ? [t('report.reasons.sections', { sections: f.and(gate.sections) })] : [];
  return [
    {
      kind: 'heading',
      level: 2,
      text: t(gate.state === 'true' ? 'report.reasons.gateTrue' : 'report.reasons.gateOpen', { title: gate.title }),
    },
    { kind: 'list', items: [...gate.facts.map((fact) => factSentence(context, fact)), ...sections] },
    { kind: 'paragraph', text: gate.reason },
    { kind: 'paragraph', text: t(gate.state === 'true' ? 'report.reasons.ruleTrue' : 'report.reasons.ruleOpen', rule) },
    { kind: 'list', items: gate.sources },
    { kind: 'paragraph', text: t(isStop(gate.gate) ? 'report.reasons.todo' : 'report.reasons.exit', { exit: gate.exit }) },
  ];
}

function factSentence(context: Context, { question, answer, settled }: GateFact): string {
  const { t, local } = context;
  return noted(context, question.id, sentence());

  function sentence(): string {
    const params = {
      id: tagOf(question.id),
      question: local(question.text),
      answer: answerInline(question, answer, context),
      evidence: restsOn(context, question.id),
    };
    if (answer?.state !== 'answered') return t('report.reasons.factOpen', params);
    if (question.evidence === 'none') return t('report.reasons.factOwn', params);
    return t(settled ? 'report.reasons.fact' : 'report.reasons.factWeak', params);
  }
}

/** A note may qualify an answer: whoever reads the one is told of the other. */
function noted({ state, t }: Context, question: string, said: string): string {
  return state.answers.get(question)?.note ? t('report.reasons.noted', { said }) : said;
}

/** What the present answer rests on; said where that was named for another one (SPEC H4). */
function restsOn(context: Context, question: string): string {
  const { model, state, earlier, t } = context;
  const evidence = evidenceInline(state.answers.get(question)?.evidence, model.questionnaire, context);
  return earlier(state.given.get(question)).evidence ? t('report.reasons.earlier', { evidence }) : evidence;
}

function weightiest(context: Context): readonly Block[] {
  const { contributions, result, t, f } = context;
  if (!result.overall || contributions.length === 0) return [];
  const high = result.overall.high;
  const counting = contributions.filter(({ points }) => points > 0);
  const top = counting.slice(0, WEIGHTIEST);
  const sum = top.reduce((all, { points }) => all + points, 0);
  return [
    { kind: 'heading', level: 2, text: t('report.reasons.weightiest') },
    { kind: 'paragraph', text: t('report.reasons.weightiestIntro', { score: f.score(high) }) },
    { kind: 'list', ordered: true, items: top.map((contribution) => contributionSentence(context, contribution)) },
    ...(counting.length > top.length
      ? [{ kind: 'paragraph', text: t('report.reasons.rest', { sum: f.score(sum), score: f.score(high) }) } as const]
      : []),
  ];
}

/** The same in a few words, on the summary where that has room. */
export function weightiestInShort(context: Context): readonly Block[] {
  const { contributions, model, state, t, f, local } = context;
  const top = contributions.filter(({ points }) => points > 0).slice(0, WEIGHTIEST);
  if (top.length === 0) return [];
  const row = ({ kind, id, points }: Contribution): readonly Cell[] => {
    const question = model.items[model.indexOf(id) ?? -1]?.question;
    if (kind === 'floor' || !question)
      return [f.score(points), t('method.floor.contribution', { section: sectionName(model, id, context) }), ''];
    const asked = [{ text: local(question.text) }, { text: ` (${tagOf(id)})`, code: true }];
    return [f.score(points), asked, answerInline(question, state.answers.get(id), context)];
  };
  return [
    {
      kind: 'if-room',
      heading: { kind: 'heading', level: 2, text: t('report.weightiest.title') },
      table: {
        kind: 'table',
        columns: [
          { head: t('report.weightiest.points'), width: 0.08, align: 'end' },
          { head: t('report.answers.question'), width: 0.48, rowHeader: true },
          { head: t('report.answers.answer'), width: 0.44 },
        ],
        rows: top.map(row),
      },
    },
  ];
}

function contributionSentence(context: Context, { kind, id, points, risk, share }: Contribution): string {
  const { model, state, result, t, f, local } = context;
  const figures = { points: f.score(points), risk: f.score(risk), share: f.score(share * 100) };
  if (kind === 'floor') return t('report.reasons.floor', { ...figures, section: sectionName(model, id, context) });
  const question = model.items[model.indexOf(id) ?? -1]?.question;
  if (!question) return id;
  const answer = state.answers.get(id);
  const interval = result.questions[model.indexOf(id) ?? -1]?.interval;
  const params = {
    ...figures,
    exact: interval && interval.low === interval.high ? 'yes' : 'no',
    id: tagOf(id),
    question: local(question.text),
    answer: answerInline(question, answer, context),
    evidence: restsOn(context, question.id),
  };
  const key = question.evidence === 'none' ? 'report.reasons.weighsOwn' : 'report.reasons.weighs';
  return noted(context, id, t(answer?.state === 'answered' ? key : 'report.reasons.weighsOpen', params));
}
