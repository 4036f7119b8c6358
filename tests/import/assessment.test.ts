import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAssessment } from '../../src/core/parse.ts';
import { found, type Loose } from './small.ts';

describe('an assessment file', () => {
  const example = () => JSON.parse(readFileSync('questionnaires/examples/meridian.json', 'utf8')) as Loose;
  const at = (file: Loose, question: string) => file.history.findIndex((entry: Loose) => entry.question === question);

  test('that the product ships is read without a warning', () => {
    expect(found(parseAssessment(JSON.stringify(example())))).toEqual([]);
  });

  test.each<readonly [string, (file: Loose) => string, string]>([
    [
      'an answer to a question that is not asked',
      (file) => {
        const i = at(file, 'dl-05');
        file.history[i].question = 'dl-99';
        return `/history/${i}/question`;
      },
      'reference-missing',
    ],
    [
      'an option that is not offered',
      (file) => {
        const i = at(file, 'dl-05');
        file.history[i].answer.value = 'moon';
        return `/history/${i}/answer/value`;
      },
      'value-not-an-option',
    ],
    [
      'an unknown grade',
      (file) => {
        const i = at(file, 'dl-05');
        file.history[i].answer.evidence.grade = 'e9';
        return `/history/${i}/answer/evidence/grade`;
      },
      'reference-missing',
    ],
    [
      'an undo of what is not there',
      (file) => {
        file.history.push({ id: 'undo-0001', at: '2026-11-23T14:02:00.000Z', by: '', kind: 'undo', entry: 'no-such-entry' });
        return `/history/${file.history.length - 1}/entry`;
      },
      'entry-unknown',
    ],
    [
      'an entry that followed one which is not there',
      (file) => {
        file.history.push({ ...file.history[0], id: 'entry-0001', after: ['no-such-entry'] });
        return `/history/${file.history.length - 1}/after/0`;
      },
      'entry-unknown',
    ],
    [
      'an undo of what stands on another line',
      (file) => {
        const last = file.history.at(-1).id;
        file.history.push({ ...file.history[0], id: 'entry-0001' });
        file.history.push({ id: 'undo-0001', at: '2026-11-23T14:02:00.000Z', by: '', kind: 'undo', entry: 'entry-0001', after: [last] });
        return `/history/${file.history.length - 1}/entry`;
      },
      'entry-unseen',
    ],
    [
      'more lines side by side than anybody makes',
      (file) => {
        for (let i = 0; i <= 500; i++) file.history.push({ ...file.history[0], id: `entry-000${i}`, after: [] });
        return '/history';
      },
      'history-lines',
    ],
    [
      'an entry twice',
      (file) => {
        file.history.push(file.history[0]);
        return `/history/${file.history.length - 1}/id`;
      },
      'entry-twice',
    ],
    [
      'a questionnaire that does not hold together',
      (file) => {
        file.questionnaire.bands[0].from = 5;
        return '/questionnaire/bands/0/from';
      },
      'band-hole',
    ],
    [
      'a file of another kind',
      (file) => {
        file.format = 'soundings-policy/1';
        return '/format';
      },
      'format',
    ],
    [
      'a choice that the parameter does not have',
      (file) => {
        file.policy.parameters = { 'compulsion-threshold': 'huge' };
        return '/policy/parameters/compulsion-threshold';
      },
      'reference-missing',
    ],
    [
      'a weight of a section that is not there',
      (file) => {
        file.policy.weights = { nowhere: 3 };
        return '/policy/weights/nowhere';
      },
      'reference-missing',
    ],
    [
      'weights that leave nothing to score',
      (file) => {
        file.policy.weights = Object.fromEntries(file.questionnaire.sections.map(({ id }: { id: string }) => [id, 0]));
        return '/policy/weights';
      },
      'weights-all-zero',
    ],
  ])('%s is refused with its place', (_name, breakIt, code) => {
    const file = example();
    const path = breakIt(file);
    const outcome = parseAssessment(JSON.stringify(file));
    expect(outcome.ok).toBe(false);
    expect(found(outcome)).toContainEqual(expect.objectContaining({ code, path }));
  });
});
