import { describe, expect, test } from 'vitest';
import { parsePolicy, parseQuestionnaire } from '../../src/core/parse.ts';
import { found, sentenceOf, sound } from './small.ts';

describe('what a schema finds is said in words', () => {
  const policy = { format: 'soundings-policy/1', name: 'List', version: '1', countries: ['XA'], parameters: {} };
  test.each<[object, string]>([
    [{ name: 3 }, '/name: Expected a text; found 3.'],
    [{ name: '' }, '/name: Expected at least 1 character; found 0.'],
    [{ name: 'x'.repeat(2001) }, '/name: Expected at most 2000 characters; found 2001.'],
    [{ countries: 'XA' }, '/countries: Expected a list; found "XA".'],
    [{ parameters: 7 }, '/parameters: Expected an object; found 7.'],
    [{ weights: { one: 'heavy' } }, '/weights/one: Expected a number; found "heavy".'],
    [{ weights: { one: -1 } }, '/weights/one: Expected a number of at least 0; found -1.'],
  ])('%o', (change, sentence) => {
    const outcome = parsePolicy(JSON.stringify({ ...policy, ...change }));
    expect(outcome.ok || outcome.problems.map(sentenceOf)).toEqual([sentence]);
  });
  test('a choice that is none of those there are', () => {
    const outcome = parseQuestionnaire(JSON.stringify({ ...sound(), sources: [{ ...sound().sources[0], status: 'old' }] }));
    expect(outcome.ok || outcome.problems.map(sentenceOf)).toEqual([
      '/sources/0/status: Expected one of "in-force", "proposal", "lapsed"; found "old".',
      'The file: Ids, bands, gates and translations are only checked once its form is put right; more may be found then.',
    ]);
  });
  test('a list without entries', () => {
    const outcome = parseQuestionnaire(JSON.stringify({ ...sound(), bands: [] }));
    expect(outcome.ok || outcome.problems.map(sentenceOf)).toContain('/bands: Expected at least 1 entry; found 0.');
  });
});

test('a policy file names its list, and nothing else passes for one', () => {
  expect(
    parsePolicy(JSON.stringify({ format: 'soundings-policy/1', name: 'List', version: '1', countries: ['XA'], parameters: {} })).ok,
  ).toBe(true);
  const outcome = parsePolicy(
    JSON.stringify({ format: 'soundings-policy/1', name: 'List', version: '1', countries: ['Atlantis'], parameters: {} }),
  );
  expect(found(outcome)).toEqual([
    expect.objectContaining({ path: '/countries/0', params: expect.objectContaining({ expected: '@country' }) }),
  ]);
});
