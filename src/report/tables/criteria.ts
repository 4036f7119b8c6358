import { sealCode } from '../../core/procedure/seal.ts';
import { sectionName } from '../account/gates.ts';
import { deviationsIn, tenderOf } from '../comparison/procedure.ts';
import type { TablesContext } from './context.ts';
import { type Cell, type Column, day, number, type Sheet, share, sheetOf, text } from './sheet.ts';

interface Line {
  readonly what: string;
  readonly value: Cell;
  readonly hash?: string;
}

/** What the figures rest on: questionnaire, policy and facts by hash, weights, parameters, draws, the seal; and how to read the rest. */
export function criteriaSheet(context: TablesContext): Sheet {
  const { t } = context;
  const columns: readonly Column<Line>[] = [
    { head: t('tables.criteria.what'), width: 44, cell: ({ what }) => text(what) },
    { head: t('tables.criteria.value'), width: 70, cell: ({ value }) => value },
    { head: t('tables.criteria.hash'), width: 68, cell: ({ hash }) => text(hash) },
  ];
  return sheetOf(t('tables.sheet.criteria'), columns, [
    { what: t('tables.note.scale'), value: text(t('tables.note.scaleText')) },
    { what: t('tables.note.arithmetic'), value: text(t('tables.note.arithmeticText')) },
    { what: t('tables.note.cut'), value: text(t('tables.note.cutText')) },
    { what: t('tables.criteria.call'), value: text(context.procedure ? tenderOf(context.procedure) : (context.call ?? undefined)) },
    { what: t('tables.criteria.date'), value: text(context.date) },
    ...documents(context),
    ...sealed(context),
    ...weights(context),
    ...draws(context),
  ]);
}

function documents({ model, hashes, bids, dataHash, appVersion, t }: TablesContext): readonly Line[] {
  const { questionnaire, policy, facts } = model;
  return [
    {
      what: t('report.versions.questionnaire'),
      value: text(t('report.versions.named', { name: questionnaire.id, version: questionnaire.version })),
      hash: hashes.questionnaire,
    },
    {
      what: t('report.versions.policy'),
      value: text(t('report.versions.policyNamed', { name: policy.name, version: policy.version })),
      hash: hashes.policy,
    },
    { what: t('report.policy.adoptedBy'), value: text(policy.adoptedBy) },
    { what: t('report.policy.adopted'), value: day(policy.adopted) },
    { what: t('report.policy.legalBasis'), value: text(policy.legalBasis) },
    { what: t('report.policy.countries'), value: text(policy.countries.join(', ') || t('report.policy.noCountries')) },
    { what: t('report.versions.facts'), value: day(facts.version), hash: hashes.facts },
    { what: t('report.versions.app'), value: text(appVersion) },
    { what: t('tables.criteria.comparison'), value: text(undefined), hash: dataHash },
    ...[...bids]
      .sort((a, b) => a.at - b.at)
      .map((bid) => ({
        what: t('tables.criteria.assessment', { bid: bid.label }),
        value: text(bid.assessment.id),
        hash: bid.hashes.assessment,
      })),
  ];
}

/** The seal and what was changed after it, line by line, where the bids are of a procedure. */
function sealed(context: TablesContext): readonly Line[] {
  const { procedure, t, f } = context;
  const act = ({ at, by }: { readonly at: string; readonly by: string }) => ({ day: f.instant(at), who: by || t('report.unnamed') });
  const { seal } = procedure?.state ?? {};
  return [
    ...(seal ? [{ what: t('tables.criteria.seal', act(seal)), value: text(sealCode(seal.sha256)), hash: seal.sha256 }] : []),
    ...(procedure ? deviationsIn(procedure, context) : []).flatMap(({ reason, lines, ...one }) => [
      { what: t('tables.criteria.deviation', act(one)), value: text(reason) },
      ...lines.map((line) => ({ what: line.place, value: text(t('tables.criteria.changed', { old: line.old, new: line.new })) })),
    ]),
  ];
}

/** The authority's choices: weights of the sections, parameters. */
function weights(context: TablesContext): readonly Line[] {
  const { model, t, local } = context;
  return [
    ...model.sections.map(({ section }) => ({
      what: t('method.cell', { column: t('tables.section.weight'), value: sectionName(model, section.id, context) }),
      value: number(section.weight),
    })),
    ...(model.questionnaire.parameters ?? []).map((parameter) => ({
      what: t('tables.criteria.parameter', { name: local(parameter.name) }),
      value: number(model.parameter(parameter.id)),
    })),
  ];
}

function draws({ acceptability, band, t }: TablesContext): readonly Line[] {
  return [
    { what: t('tables.criteria.draws'), value: number(acceptability.draws) },
    { what: t('tables.criteria.seed'), value: number(acceptability.seed) },
    { what: t('tables.criteria.band'), value: band === null ? text(t('tables.criteria.free')) : share(band) },
    { what: t('tables.criteria.error'), value: share(acceptability.error) },
  ];
}
