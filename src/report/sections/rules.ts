import type { Column, Combine, Question, Scale } from '../../core/format/questionnaire.ts';
import type { Block } from '../blocks.ts';
import { amountWords, cellWords, tagOf } from '../words.ts';
import type { Context } from './context.ts';
import { COMBINED } from './keys.ts';

/** The rest of annex C: every scored question with the risk of each answer, so that each figure can be recomputed from paper. */
export function rules(context: Context): readonly Block[] {
  const { model, local, t, f } = context;
  return [
    { kind: 'heading', level: 2, text: t('report.rules.title') },
    { kind: 'paragraph', text: t('report.rules.intro') },
    ...model.sections.flatMap(({ section, items }): readonly Block[] => {
      const scored = items.flatMap((index) => model.items[index] ?? []).filter(({ bounds }) => bounds);
      if (scored.length === 0) return [];
      return [
        {
          kind: 'table',
          caption: local(section.title),
          columns: [
            { head: t('report.rules.question'), width: 0.36, rowHeader: true },
            { head: t('report.rules.weight'), width: 0.1, align: 'end' },
            { head: t('report.rules.risks'), width: 0.54 },
          ],
          rows: scored.map(({ question }) => [
            [{ text: local(question.text) }, { text: `\n${tagOf(question.id)}`, code: true }],
            f.number(question.weight),
            rulesOf(context, question).join('\n'),
          ]),
        },
      ];
    }),
  ];
}

function rulesOf(context: Context, question: Question): readonly string[] {
  const { local, t, f } = context;
  if (question.type !== 'table')
    return [...scalarRules(context, question), ...('combine' in question ? combineRule(context, question.combine) : [])];
  const { columns, combine, noRows, rowRisk } = question;
  const scored = columns.filter(({ weight }) => (weight ?? 0) > 0);
  return [
    ...(noRows?.risk === undefined ? [] : [t('report.rules.risk', { answer: local(noRows.text), risk: f.number(noRows.risk) })]),
    ...scored.flatMap((column) => scalarRules(context, column).map((rule) => cellWords(local(column.text), rule, context))),
    ...(scored.length > 1 ? [t(rowRisk === 'mean' ? 'report.rules.rowMean' : 'report.rules.rowWorst')] : []),
    ...combineRule(context, combine),
  ];
}

/** Risk by option, by class of country, and by number or day. */
function scalarRules(context: Context, scalar: Exclude<Question, { type: 'table' }> | Column): readonly string[] {
  const { model, local, t, f } = context;
  const options = ('options' in scalar && scalar.options) || [];
  const risks = ('risks' in scalar && scalar.risks) || {};
  const classes = model.questionnaire.countryClasses ?? [];
  return [
    ...classes.flatMap(({ id, name }) =>
      risks[id] === undefined ? [] : [t('report.rules.risk', { answer: local(name), risk: f.number(risks[id]) })],
    ),
    ...(scalar.type === 'number' && scalar.scale ? scaleRules(scalar.scale, (at) => amountWords(at, scalar.unit, context)) : []),
    ...(scalar.type === 'date' && scalar.scale ? scaleRules(scalar.scale, f.day) : []),
    ...options.flatMap(({ text, risk }) =>
      risk === undefined ? [] : [t('report.rules.risk', { answer: local(text), risk: f.number(risk) })],
    ),
  ];

  function scaleRules<T>(scale: Scale<T>, show: (at: T) => string): readonly string[] {
    const points = scale.points.map(({ at, risk }) =>
      t(scale.kind === 'steps' ? 'report.rules.step' : 'report.rules.point', { at: show(at), risk: f.number(risk) }),
    );
    return scale.kind === 'line' ? [...points, t('report.rules.between')] : points;
  }
}

function combineRule({ t, f }: Context, combine: Combine | undefined): readonly string[] {
  if (!combine) return [];
  if (combine.rule === 'worst-plus') return [t('report.rules.worstPlus', { each: f.number(combine.each), from: f.number(combine.from) })];
  return [t(COMBINED[combine.rule])];
}
