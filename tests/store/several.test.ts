import { expect, it } from 'vitest';
import { begin, FACTS, freshDisk, newWindow, POLICY, questionnaireOf } from './support.ts';

freshDisk();

it('several assessments are as each by itself, in the order asked for; those that are not here are missing', async () => {
  const here = await newWindow();
  const { readAssessments } = await import('../../src/store/several.ts');
  const ids = [await begin(here, 2, 'One'), await begin(here, 3, 'Two'), await begin(here, 2, 'Three')];
  const wanted = [ids[2] ?? '', 'nowhere', ids[0] ?? '', ids[1] ?? ''];
  const found = await readAssessments(wanted);
  expect([...found.keys()]).toEqual(wanted.filter((id) => id !== 'nowhere'));
  for (const [id, one] of found) expect(one).toEqual(await here.readAssessment(id));
  expect(await readAssessments([])).toEqual(new Map());
});

it('a document that several share is read once', async () => {
  const here = await newWindow();
  const { readAssessments } = await import('../../src/store/several.ts');
  const details = { title: 'Any' };
  const make = (count: number) => here.createAssessment({ questionnaire: questionnaireOf(count), policy: POLICY, facts: FACTS, details });
  const [one, two, other] = [...(await readAssessments([await make(2), await make(2), await make(3)])).values()];
  expect(one?.questionnaire).toBe(two?.questionnaire);
  expect(one?.policy).toBe(other?.policy);
  expect(one?.questionnaire).not.toEqual(other?.questionnaire);
});
