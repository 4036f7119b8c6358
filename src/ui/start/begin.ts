import type { Detail } from '../../core/format/assessment.ts';
import type { Policy } from '../../core/format/facts.ts';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import type { HomeKey } from '../../i18n/languages.ts';
import { createAssessment } from '../../store/assessments.ts';
import { changeSettings } from '../../store/settings.ts';
import { loadFacts } from '../../store/shipped.ts';

/** What the form holds. `questionnaire`: `id@version`. `parameters`: parameter id → id of the choice. */
export interface StartValues {
  readonly questionnaire: string;
  readonly title: string;
  readonly vendor: string;
  readonly authority: string;
  readonly procedure: string;
  readonly lot: string;
  readonly assessor: string;
  readonly purpose: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The uses that a result is made for. The assessment keeps the words, since it is read where this app may not be. */
export const PURPOSES: readonly { readonly value: string; readonly text: HomeKey; readonly help: HomeKey }[] = [
  { value: 'specification', text: 'start.purpose.specification', help: 'start.purpose.specification.help' },
  { value: 'award', text: 'start.purpose.award', help: 'start.purpose.award.help' },
  { value: 'file', text: 'start.purpose.file', help: 'start.purpose.file.help' },
];

/**
 * Makes the assessment. @returns its id.
 * @throws if it could not be saved
 */
export async function begin(values: StartValues, questionnaire: Questionnaire, policy: Policy | null): Promise<string> {
  // Saved first: every line of the history that follows carries the name.
  await changeSettings({ person: values.assessor.trim() });
  const [facts, { EMPTY_POLICY }] = await Promise.all([loadFacts(), import('../../core/format/facts.ts')]);
  const given = policy ?? EMPTY_POLICY;
  return createAssessment({
    questionnaire,
    facts,
    policy: { ...given, parameters: { ...chosenParameters(questionnaire, values.parameters), ...given.parameters } },
    details: detailsOf(values),
  });
}

/** Defaults are left out, so that choosing one and not choosing give the same policy and the same hash (method K1). */
function chosenParameters({ parameters = [] }: Questionnaire, chosen: StartValues['parameters']): Record<string, string> {
  return Object.fromEntries(
    parameters.flatMap(({ id, default: usual }) => {
      const choice = chosen[id];
      return choice && choice !== usual ? [[id, choice]] : [];
    }),
  );
}

function detailsOf({ title, vendor, authority, procedure, lot, assessor, purpose }: StartValues): Partial<Record<Detail, string>> {
  const details = { title: title.trim() || vendor, vendor, authority, procedure, lot, assessor, purpose };
  return Object.fromEntries(
    Object.entries(details)
      .map(([detail, value]) => [detail, value.trim()])
      .filter(([, value]) => value),
  );
}
