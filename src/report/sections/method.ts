import { effectWords } from '../account/gates.ts';
import { GATE_STATE } from '../account/keys.ts';
import type { Block } from '../blocks.ts';
import { conditionLines } from '../procedure/condition.ts';
import { tagOf } from '../words.ts';
import type { Context } from './context.ts';

/** What is the same for every assessment made with these criteria. */
type Published = Pick<Context, 'model' | 'local' | 't' | 'f'>;

/** Annex C: the method in half a page, then bands, grades, weights, parameters and gates as published, with the condition of each. */
export function method(context: Context): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: context.t('report.annex.c') },
    ...scoring(context),
    ...criteria(context),
    gateTable(context),
    ...conditionTable(context),
  ];
}

/** How one assessment is scored, in a few sentences. */
export function scoring({ model, t, f }: Published): readonly Block[] {
  return [
    { kind: 'paragraph', text: t('report.method.scale') },
    { kind: 'paragraph', text: t('report.method.unknown') },
    { kind: 'paragraph', text: t('report.method.mean') },
    { kind: 'paragraph', text: t('report.method.gates') },
    { kind: 'paragraph', text: t('report.method.headline', { percent: f.percent(model.questionnaire.unansweredAtMost) }) },
  ];
}

/** Bands, grades, weights and parameters as published. */
export function criteria({ model, local, t, f }: Published): readonly Block[] {
  const { bands, grades, parameters = [] } = model.questionnaire;
  const sections = model.sections.map(({ section }) => section);
  const total = sections.reduce((sum, { weight }) => sum + weight, 0);
  const next = (place: number) => f.number(bands[place + 1]?.from ?? 100);
  return [
    {
      kind: 'table',
      caption: t('report.method.bands'),
      columns: [
        { head: t('report.method.band'), width: 0.5, rowHeader: true },
        { head: t('report.method.from'), width: 0.25, align: 'end' },
        { head: t('report.method.below'), width: 0.25, align: 'end' },
      ],
      rows: bands.map((band, i) => [local(band.name), f.number(band.from), next(i)]),
    },
    {
      kind: 'table',
      caption: t('report.method.grades'),
      columns: [
        { head: t('report.method.grade'), width: 0.3, rowHeader: true },
        { head: t('report.method.meaning'), width: 0.5 },
        { head: t('report.method.widening'), width: 0.2, align: 'end' },
      ],
      rows: grades.map((grade) => [local(grade.name), grade.help ? local(grade.help) : '', f.percent(grade.widening)]),
    },
    {
      kind: 'table',
      caption: t('report.method.weights'),
      columns: [
        { head: t('report.method.section'), width: 0.7, rowHeader: true },
        { head: t('report.method.share'), width: 0.3, align: 'end' },
      ],
      rows: sections.map((section) => [
        local(section.title),
        section.weight > 0 && total > 0 ? f.percent(section.weight / total) : t('report.method.unscored'),
      ]),
    },
    ...(parameters.length === 0 ? [] : [parameterTable()]),
  ];

  function parameterTable(): Block {
    return {
      kind: 'table',
      caption: t('report.method.parameters'),
      columns: [
        { head: t('report.method.parameter'), width: 0.5, rowHeader: true },
        { head: t('report.method.chosen'), width: 0.35 },
        { head: t('report.method.value'), width: 0.15, align: 'end' },
      ],
      rows: parameters.map((parameter) => {
        const choice = parameter.choices.find(({ id }) => id === (model.policy.parameters[parameter.id] ?? parameter.default));
        return [local(parameter.name), choice ? local(choice.name) : '', f.number(model.parameter(parameter.id))];
      }),
    };
  }
}

function gateTable(context: Context): Block {
  const { model, result, local, t, f } = context;
  return {
    kind: 'table',
    caption: t('report.method.gateList'),
    columns: [
      { head: t('report.method.gate'), width: 0.09, rowHeader: true },
      { head: t('report.method.when'), width: 0.35 },
      { head: t('report.method.effect'), width: 0.16 },
      { head: t('report.method.exit'), width: 0.27 },
      { head: t('report.method.state'), width: 0.13 },
    ],
    rows: model.gates.map((gate, i) => [
      [{ text: tagOf(gate.id), code: true }],
      [{ text: local(gate.title), strong: true }, { text: `\n${local(gate.reason)}` }],
      f.and(gate.effects.map((effect) => effectWords(model, effect, context))),
      local(gate.exit),
      t(GATE_STATE[result.gates[i]?.state ?? 'false']),
    ]),
  };
}

/** The condition of every gate, so that each can be recomputed from paper. */
function conditionTable(context: Context): readonly Block[] {
  const { model, t } = context;
  return [
    { kind: 'heading', level: 2, text: t('report.method.conditions.title') },
    { kind: 'paragraph', text: t('report.method.conditions.intro') },
    {
      kind: 'table',
      columns: [
        { head: t('report.method.gate'), width: 0.12, rowHeader: true },
        { head: t('report.method.conditions.applies'), width: 0.88 },
      ],
      rows: model.gates.map((gate) => [
        [{ text: tagOf(gate.id), code: true }],
        conditionLines(gate.when, model.questionnaire, context).join('\n'),
      ]),
    },
  ];
}
