import { isStale } from '../../core/countries.ts';
import type { Value } from '../../core/format/answer.ts';
import type { FactSet } from '../../core/format/facts.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { isList, isRows } from '../../core/questions/kind.ts';
import { STATUS } from '../account/keys.ts';
import type { Block } from '../blocks.ts';
import { applicableItems, type Context } from './context.ts';

/** The part of annex D on countries: those that answers name, how they are classed and on which dated facts; what is past its day on the report's date says so. */
export function countryFacts(context: Context): readonly Block[] {
  const { model, local, country, date, t, f } = context;
  const used = countriesIn(context);
  if (used.length === 0) return [];
  const classes = model.questionnaire.countryClasses ?? [];
  const day = date.slice(0, 10);
  const dated = (fact: { readonly asOf: string; readonly staleAfter?: string | undefined; readonly until?: string | undefined }) =>
    t(isStale(fact, day) ? 'report.facts.stale' : 'report.facts.asOf', { day: f.day(fact.asOf) });
  const memberships = (code: string) =>
    model.facts.sets.flatMap((set) => {
      const member = set.members.find((one) => one.country === code);
      return member
        ? [
            t('report.facts.member', {
              set: local(set.title),
              dated: dated({ ...member, asOf: member.asOf ?? set.asOf, staleAfter: member.staleAfter ?? set.staleAfter }),
            }),
          ]
        : [];
    });
  const laws = model.facts.laws.filter((law) => used.includes(law.country));
  return [
    { kind: 'heading', level: 2, text: t('report.facts.title') },
    { kind: 'paragraph', text: t('report.facts.intro') },
    {
      kind: 'table',
      columns: [
        { head: t('report.facts.country'), width: 0.22, rowHeader: true },
        { head: t('report.facts.class'), width: 0.28 },
        { head: t('report.facts.sets'), width: 0.5 },
      ],
      rows: used.map((code) => {
        const found = classes.find(({ id }) => id === model.classify(code));
        return [
          t('report.facts.named', { name: country(code), code }),
          found ? local(found.name) : '',
          memberships(code).join('\n') || t('report.facts.noSet'),
        ];
      }),
    },
    {
      kind: 'table',
      caption: t('report.facts.setsUsed'),
      columns: [
        { head: t('report.facts.set'), width: 0.36, rowHeader: true },
        { head: t('report.facts.source'), width: 0.4 },
        { head: t('report.facts.dated'), width: 0.24 },
      ],
      rows: setsOf(context).map((set) => [local(set.title), sourceOf(set), dated(set)]),
    },
    ...(laws.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: t('report.facts.laws'),
            columns: [
              { head: t('report.facts.country'), width: 0.18, rowHeader: true },
              { head: t('report.facts.law'), width: 0.58 },
              { head: t('report.facts.status'), width: 0.24 },
            ],
            rows: laws.map((law) => [
              country(law.country),
              [{ text: law.law, strong: true }, { text: `\n${local(law.content)}` }],
              t('report.facts.lawStatus', { status: t(STATUS[law.status]), dated: dated(law) }),
            ]),
          } as const,
        ]),
  ];
}

const sourceOf = ({ source }: FactSet): string => (source.url ? `${source.title}\n${source.url}` : source.title);

/** The sets that the questionnaire classes countries by. */
function setsOf({ model }: Context): readonly FactSet[] {
  const named = new Set((model.questionnaire.countryClasses ?? []).flatMap(({ of }) => (of.by === 'facts' ? [of.set] : [])));
  return model.facts.sets.filter(({ id }) => named.has(id));
}

/** Codes that answers which count name, in alphabetical order. */
function countriesIn(context: Context): readonly string[] {
  const codes = applicableItems(context).flatMap(({ question }) => {
    const answer = context.state.answers.get(question.id);
    return answer?.state === 'answered' ? codesOf(question, answer.value) : [];
  });
  return [...new Set(codes)].sort();
}

function codesOf(question: Question, value: Value): readonly string[] {
  if (question.type === 'countries' && isList(value)) return value.filter((one) => /^[A-Z]{2}$/.test(one));
  if (question.type !== 'table' || !isRows(value)) return [];
  const columns = question.columns.filter(({ type }) => type === 'country');
  return value.flatMap((row) => columns.flatMap(({ id }) => (row[id] === undefined ? [] : [String(row[id])])));
}
