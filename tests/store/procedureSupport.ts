/** A procedure to test with: one question of the buyer, two of the vendor in two sections, a parameter and a policy. */

import { hashOf } from '../../src/core/canonical.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import type { Policy } from '../../src/core/format/facts.ts';
import type { Questionnaire } from '../../src/core/format/questionnaire.ts';
import type { Outcome } from '../../src/core/problems.ts';
import type { Criteria } from '../../src/core/procedure/criteria.ts';
import { FACTS, newWindow, POLICY, questionnaireOf } from './support.ts';

/** A window with the procedures as well. */
export async function newOffice() {
  const window = await newWindow();
  const [procedures, list, bids, example] = await Promise.all([
    import('../../src/store/procedures.ts'),
    import('../../src/store/procedureList.ts'),
    import('../../src/store/bids.ts'),
    import('../../src/store/exampleProcedure.ts'),
  ]);
  const office = { ...window, ...procedures, ...list, ...bids, ...example };
  await office.changeSettings({ person: 'Harbour master' });
  return office;
}
export type Office = Awaited<ReturnType<typeof newOffice>>;

/** `q-0` is the buyer's. */
function tenderQuestionnaire(): Questionnaire {
  const plain = questionnaireOf(3);
  const [section] = plain.sections;
  const [page] = section?.pages ?? [];
  const [buyer, one, two] = page?.questions ?? [];
  if (!section || !page || !buyer || !one || !two) throw new Error('three questions in one section');
  const asked = (id: string, question: typeof one) => ({
    ...section,
    id,
    pages: [{ ...page, questions: [{ ...question, evidence: 'required' as const }] }],
  });
  return {
    ...plain,
    id: 'tender',
    sections: [
      { ...section, weight: 0, pages: [{ ...page, questions: [{ ...buyer, weight: 0 }] }] },
      asked('two', one),
      asked('three', two),
    ],
  };
}

export const yes = { state: 'answered', value: 'yes' } satisfies Answer;
export const no = { state: 'answered', value: 'no' } satisfies Answer;

export const criteria = (policy: Partial<Policy> = {}, answers: Criteria['answers'] = { 'q-0': yes }): Criteria => ({
  questionnaire: tenderQuestionnaire(),
  policy: { ...POLICY, ...policy },
  facts: FACTS,
  answers,
});

export const place = { lot: '', labelOf: (letter: string) => `Bid ${letter}` };

/** The value of what must not be refused. */
export async function sound<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const found = await outcome;
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

/** The codes of a refusal; none where it is none. */
export async function codes(outcome: Promise<Outcome<unknown>>): Promise<readonly string[]> {
  const found = await outcome;
  return found.ok ? [] : found.problems.map(({ code }) => code);
}

/** Hash of the criteria that are in force, as a page that shows them has it. */
export async function seenIn(office: Office, id: string): Promise<string> {
  return hashOf((await office.readProcedure(id))?.state.criteria);
}

export const draft = (office: Office, number = '2026-07'): Promise<string> =>
  sound(office.createProcedure({ details: { number, authority: 'Port' }, lots: [{ id: 'lot-1', title: 'Cranes' }], criteria: criteria() }));

export async function sealed(office: Office): Promise<string> {
  const id = await draft(office);
  await sound(office.sealCriteria(id, await seenIn(office, id)));
  return id;
}

export async function deviate(office: Office, id: string, to: Criteria, reason = 'A court said so.') {
  return office.changeCriteria(id, to, { seen: await seenIn(office, id), reason });
}
