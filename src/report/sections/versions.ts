import type { Block } from '../blocks.ts';
import type { Attached } from '../record/build.ts';
import { RECORD_FORMAT } from '../record/format.ts';
import type { Context } from './context.ts';

/** Annex D: what this was made with, by version and hash, and the policy in full. */
export function versions(context: Context): readonly Block[] {
  const { assessment, attached, hashes, t } = context;
  return [
    { kind: 'heading', level: 1, text: t('report.annex.d') },
    ...madeWith(context, attached, [{ what: t('report.versions.assessment'), version: assessment.id, hash: hashes.assessment }]),
    ...policyInFull(context),
  ];
}

/** Versions and hashes: of the questionnaire, policy and country facts, of the data, of the record of the report, and the version of the app. */
export function madeWith(
  {
    model,
    hashes,
    appVersion,
    t,
    f,
  }: Pick<Context, 'model' | 'appVersion' | 't' | 'f'> & {
    readonly hashes: Omit<Context['hashes'], 'assessment'>;
  },
  record: Attached,
  data: readonly { readonly what: string; readonly version: string; readonly hash: string }[],
): readonly Block[] {
  const { questionnaire, policy, facts } = model;
  const row = (what: string, version: string, hash: string) => [what, version, [{ text: hash, code: true }]];
  return [
    { kind: 'paragraph', text: t('report.versions.intro') },
    {
      kind: 'table',
      columns: [
        { head: t('report.versions.what'), width: 0.3, rowHeader: true },
        { head: t('report.versions.version'), width: 0.22 },
        { head: t('report.versions.hash'), width: 0.48 },
      ],
      rows: [
        row(
          t('report.versions.questionnaire'),
          t('report.versions.named', { name: questionnaire.id, version: questionnaire.version }),
          hashes.questionnaire,
        ),
        row(t('report.versions.policy'), t('report.versions.policyNamed', { name: policy.name, version: policy.version }), hashes.policy),
        row(t('report.versions.facts'), f.day(facts.version), hashes.facts),
        ...data.map(({ what, version, hash }) => row(what, version, hash)),
        row(t('report.versions.record'), RECORD_FORMAT, record.sha256),
        [t('report.versions.app'), appVersion, ''],
      ],
    },
  ];
}

/** The authority's own list and choices. */
export function policyInFull({ model, country, local, t, f }: Pick<Context, 'model' | 'country' | 'local' | 't' | 'f'>): readonly Block[] {
  const { questionnaire, policy } = model;
  const parameters = (questionnaire.parameters ?? []).map((parameter) => {
    const choice = parameter.choices.find(({ id }) => id === (policy.parameters[parameter.id] ?? parameter.default));
    return { term: local(parameter.name), value: choice ? local(choice.name) : '' };
  });
  const optional = (term: string, value: string | undefined) => (value ? [{ term, value }] : []);
  return [
    { kind: 'heading', level: 2, text: t('report.policy.title') },
    {
      kind: 'facts',
      items: [
        { term: t('report.policy.name'), value: t('report.versions.policyNamed', { name: policy.name, version: policy.version }) },
        ...optional(t('report.policy.adoptedBy'), policy.adoptedBy),
        ...optional(t('report.policy.adopted'), policy.adopted && f.day(policy.adopted)),
        ...optional(t('report.policy.legalBasis'), policy.legalBasis),
        ...optional(t('report.policy.source'), policy.source),
        {
          term: t('report.policy.countries'),
          value: policy.countries.length === 0 ? t('report.policy.noCountries') : f.and(policy.countries.map(country)),
        },
        ...parameters,
      ],
    },
  ];
}
