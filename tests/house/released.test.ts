/** Files of the project that are made once and kept: schemas generated from the code, and questionnaires locked by hash. */
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLock, releasedFiles, updateLock } from '../../.ci/lock.mjs';
import { schemaFiles } from '../../.ci/schema.mjs';
import { ROOT } from '../../.ci/setup.mjs';
import { hashOf } from '../../src/core/canonical.ts';

describe('schemas', () => {
  test('the committed schemas are what the code generates ("npm run schema" writes them)', async () => {
    const files = await schemaFiles();
    expect([...files.keys()]).toHaveLength(6);
    for (const [path, text] of files) expect(await readFile(join(ROOT, path), 'utf8'), path).toBe(text);
  });

  test.each([
    ['questionnaire', ['format', 'id', 'version', 'sections', 'gates', 'bands']],
    ['procedure', ['format', 'id', 'created', 'questionnaires', 'policies', 'facts', 'history']],
    ['backup', ['format', 'made', 'documents', 'assessments', 'procedures', 'questionnaires', 'register', 'settings']],
  ])('that of a %s asks for its keys, and refuses what nobody defined', async (name, keys) => {
    const schema = JSON.parse((await schemaFiles()).get(`questionnaires/schema/${name}.json`) ?? '');
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toEqual(expect.arrayContaining(keys));
  });
});

describe('released files', () => {
  const lock = readLock(ROOT);
  const files = releasedFiles(ROOT);

  test('each is locked, and each lock entry has its file ("npm run lock" adds what is new)', () => {
    expect([...files.keys()].sort()).toEqual(Object.keys(lock).sort());
    expect(files.size).toBeGreaterThan(1);
  });

  test.each([...files])('%s is what was locked, and names itself so', async (name, path) => {
    const content = JSON.parse(await readFile(path, 'utf8'));
    expect(hashOf(content)).toBe(lock[name]);
    expect(`${content.id ?? relative(join(ROOT, 'questionnaires'), path).split(/[\\/]/)[0]}@${content.version}`).toBe(name);
  });

  test('the lock takes what is new, and says what was changed or taken away', () => {
    const now = new Map([
      ['a@1.0.0', 'x'],
      ['b@1.0.0', 'y'],
      ['c@1.0.0', 'z'],
    ]);
    expect(updateLock({ 'a@1.0.0': 'x', 'b@1.0.0': 'other', 'd@1.0.0': 'w' }, now)).toEqual({
      lock: { 'a@1.0.0': 'x', 'b@1.0.0': 'other', 'c@1.0.0': 'z', 'd@1.0.0': 'w' },
      added: ['c@1.0.0'],
      changed: ['b@1.0.0'],
      gone: ['d@1.0.0'],
    });
  });
});
