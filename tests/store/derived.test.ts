/** Assessments that are merged or moved, on disk and open. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/core/evaluate.ts';
import { mergeHistories } from '../../src/core/evaluators/merge.ts';
import type { Entry } from '../../src/core/format/assessment.ts';
import { fold } from '../../src/core/history.ts';
import { criteria, newOffice, no, place, sealed, sound, yes } from './procedureSupport.ts';
import { answer, begin, FACTS, fileOf, freshDisk, newWindow, POLICY, questionnaireOf, said, settled, type Window } from './support.ts';

freshDisk();

const open = (window: Window) => {
  const { open } = window.useWorkspace.getState();
  if (!open) throw new Error('nothing is open');
  return open;
};
const gives = (by: string, question: string, value: string): Entry => ({
  id: `entry-${by}-${question}`,
  at: '2026-05-01T10:00:00.000Z',
  by,
  kind: 'answer',
  question,
  answer: { state: 'answered', value },
});

/** Two evaluators who differ on the first question and agree on the second. */
async function addMerged(): Promise<string> {
  const { addDerived } = await import('../../src/store/derived.ts');
  const merged = mergeHistories([
    [gives('ada', 'q-0', 'yes'), gives('ada', 'q-1', 'no')],
    [gives('ben', 'q-0', 'no'), gives('ben', 'q-1', 'no')],
  ]);
  if (!merged.ok) throw new Error('refused');
  const made = {
    created: '2026-05-01T09:00:00.000Z',
    questionnaire: questionnaireOf(3),
    policy: POLICY,
    facts: FACTS,
    history: merged.value,
  };
  return addDerived(made, [{ kind: 'detail', detail: 'title', value: 'Merged' }]);
}

describe('a merged assessment', () => {
  it('E4 is open with its disagreements, which an answer with a reason settles and an undo opens again', async () => {
    const here = await newWindow();
    const id = await addMerged();
    await here.openAssessment(id);
    expect([...open(here).state.disputed.keys()]).toEqual(['q-0']);
    expect([said(here, 0), said(here, 1)]).toEqual([undefined, 'no']);
    expect(open(here).result.questions[0]?.state).toBe('open');

    answer(here, 0, 'yes');
    expect(said(here, 0)).toBeUndefined();
    here.undo();
    here.commit({ kind: 'answer', question: 'q-0', answer: { state: 'answered', value: 'no' }, reason: 'seen' });
    expect(said(here, 0)).toBe('no');
    expect(open(here).state.disputed.size).toBe(0);
    answer(here, 2, 'yes');
    const { model, history, result, state } = open(here);
    expect(state).toEqual(fold(history));
    expect(result).toEqual(evaluate(model, state.answers));
    here.undo();
    here.undo();
    expect([...open(here).state.disputed.keys()]).toEqual(['q-0']);
    expect(open(here).result).toEqual(evaluate(open(here).model, open(here).state.answers));
    await settled(here);
  });

  it('E1 shows in another window what was settled in the first, and goes out and in as a file', async () => {
    const here = await newWindow();
    const id = await addMerged();
    await here.openAssessment(id);
    const there = await newWindow();
    await there.openAssessment(id);
    here.commit({ kind: 'answer', question: 'q-0', answer: { state: 'answered', value: 'no' }, reason: 'seen' });
    expect(await settled(here)).toBe('saved');
    await there.refresh();
    expect(said(there, 0)).toBe('no');
    expect(open(there).state).toEqual(open(here).state);
    const { text } = await here.exportAssessment(id);
    expect(await here.importAssessment(fileOf(text))).toMatchObject({ ok: true, value: { id, outcome: 'known' } });
    expect((await here.listAssessments())[0]?.details.title).toBe('Merged');
  });
});

it('E1 a file that went another way is kept beside, and says with what it could be merged', async () => {
  const here = await newWindow();
  const id = await begin(here);
  const before = await here.exportAssessment(id);
  answer(here, 0, 'no');
  await settled(here);
  const file = JSON.parse(before.text);
  const other = { ...file, history: [...file.history, gives('ben', 'q-0', 'yes')] };
  expect(await here.importAssessment(fileOf(other))).toMatchObject({ ok: true, value: { outcome: 'copy', beside: id } });
  const policy = { ...POLICY, version: '2' };
  const { value } = (await here.importAssessment(fileOf({ ...other, policy }))) as { value: { outcome: string; beside?: string } };
  expect(value.outcome).toBe('copy');
  expect(value.beside).toBeUndefined();
});

it('M1 newer versions are found by their numbers, newest first, and loaded', async () => {
  const here = await newWindow();
  const { newerVersions, loadVersion } = await import('../../src/store/versions.ts');
  for (const version of ['1.9.0', '1.10.0', '0.9.9', '2.0.0'])
    await here.addQuestionnaire(fileOf(JSON.stringify({ ...questionnaireOf(1), version })));
  await here.addQuestionnaire(fileOf(JSON.stringify({ ...questionnaireOf(1, 'other'), version: '9.0.0' })));
  expect(await newerVersions({ id: 'sample', version: '1.9.0' })).toEqual(['2.0.0', '1.10.0']);
  expect(await newerVersions({ id: 'sample', version: '2.0.0' })).toEqual([]);
  expect((await loadVersion('sample', '1.10.0'))?.version).toBe('1.10.0');
  expect(await loadVersion('sample', '3.0.0')).toBeNull();
  expect(await newerVersions({ id: 'logistics-platform', version: '0.1.0' })).toContain('1.0.0');
  expect((await loadVersion('logistics-platform', '1.0.0'))?.version).toBe('1.0.0');
});

it('E4 what evaluators of a bid differ on and the buyer answers for all bids is settled by the procedure, once', async () => {
  const here = await newOffice();
  const procedure = await sealed(here);
  const { questionnaire, policy, facts } = criteria();
  const merged = mergeHistories([
    [{ ...gives('ada', 'q-0', 'yes'), answer: no }],
    [{ ...gives('ben', 'q-0', 'yes'), answer: yes }],
  ] as Entry[][]);
  if (!merged.ok) throw new Error('refused');
  const file = {
    format: 'soundings-assessment/1' as const,
    id: 'merged-0001',
    created: '2026-05-01T09:00:00.000Z',
    questionnaire,
    policy,
    facts,
    history: merged.value,
  };
  expect(await sound(here.takeInBid(procedure, fileOf(file), place))).toMatchObject({ kind: 'joined' });
  const histories = await here.readEntries('merged-0001', 0);
  expect(fold(histories).answers.get('q-0')).toEqual(yes);
  expect(histories.at(-1)).toMatchObject({ question: 'q-0', reason: '2026-07' });
  expect(await sound(here.takeInBid(procedure, fileOf(file), place))).toMatchObject({ kind: 'known' });
  expect(await here.readEntries('merged-0001', 0)).toHaveLength(histories.length);
});
