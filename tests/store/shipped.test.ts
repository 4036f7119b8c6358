import { describe, expect, it } from 'vitest';
import { parseAssessment, parseFacts, parseQuestionnaire } from '../../src/core/parse.ts';
import { freshDisk, newWindow, settled } from './support.ts';

freshDisk();

describe('what comes with the app', () => {
  it('the questionnaires and the newest country facts, each sound', async () => {
    const here = await newWindow();
    const shipped = await here.shippedQuestionnaires();
    expect(shipped.map(({ key }) => key)).toEqual(['logistics-platform@1.0.0']);
    for (const { key } of shipped) expect(parseQuestionnaire(JSON.stringify(await here.loadShipped(key)))).toMatchObject({ ok: true });
    expect(parseFacts(JSON.stringify(await here.loadFacts()))).toMatchObject({ ok: true });
    await expect(here.loadShipped('nothing@1.0.0')).rejects.toThrow(RangeError);
  });

  it('every example opens as an assessment that is whole', async () => {
    const here = await newWindow();
    expect(here.listExamples()).toEqual(['liege-hub-replay', 'meridian', 'meridian-renegotiated', 'scheldewaard']);
    for (const example of here.listExamples()) {
      const id = await here.openExample(example);
      expect(parseAssessment((await here.exportAssessment(id)).text)).toMatchObject({ ok: true, value: { id } });
    }
    expect((await here.listAssessments()).map((one) => one.example).toSorted()).toEqual(here.listExamples());
  });

  it('an example that nobody touched is opened again, another is made beside one that was', async () => {
    const here = await newWindow();
    const first = await here.openExample('meridian');
    expect(await here.openExample('meridian')).toBe(first);
    await here.openAssessment(first);
    here.commit({ kind: 'detail', detail: 'title', value: 'Mine' });
    await settled(here);
    const second = await here.openExample('meridian');
    expect(second).not.toBe(first);
    expect(await here.openExample('meridian')).toBe(second);
    await here.binAssessment(second);
    expect(await here.openExample('meridian')).not.toBe(second);
    expect(await here.listAssessments()).toHaveLength(2);
  });
});
