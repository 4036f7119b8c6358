/** The checks of `npm run check` must be able to fail: each rule, once broken. */
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../.ci/check-files.mjs';
import { checkProjectRooms, checkRooms } from '../../.ci/check-rooms.mjs';
import { checkWords } from '../../.ci/check-words.mjs';

const file = (path: string, text: string) => ({ path, text });

describe('rooms', () => {
  test.each([
    ['core imports a neighbour', 'src/core/score.ts', "import '../i18n/format.ts';", 'core may not import i18n'],
    ['core imports a package', 'src/core/score.ts', "import { create } from 'zustand';", 'core does not use the package zustand'],
    ['core imports Node', 'src/core/score.ts', "import { join } from 'node:path';", 'core does not use the package node:path'],
    ['core imports a questionnaire', 'src/core/a/b.ts', "import q from '../../../questionnaires/x/1.0.0.json';", 'core imports no files'],
    ['a type crosses', 'src/store/db.ts', "import type { Block } from '../report/blocks.ts';", 'store may not import report'],
    ['a type by import() crosses', 'src/store/db.ts', "type B = import('../report/blocks.ts').Block;", 'store may not import report'],
    ['an export crosses', 'src/report/pdf.ts', "export * from '../ui/app.tsx';", 'report may not import ui'],
    ['a named export crosses', 'src/report/pdf.ts', "export { a } from '../store/db.ts';", 'report may not import store'],
    ['import() crosses', 'src/cli/main.ts', "const a = await import('../ui/app.tsx');", 'cli may not import ui'],
    ['ui is imported by i18n', 'src/i18n/format.ts', "import '../ui/app.tsx';", 'i18n may not import ui'],
    ['something imports the door', 'src/ui/app.tsx', "import '../main.tsx';", 'ui may not import main'],
    ['import() of something computed', 'src/ui/app.tsx', 'const a = import(name);', 'plain text'],
    ['a path leads out', 'src/ui/app.tsx', "import '../../tests/a.ts';", 'leads out of src'],
    ['an unknown room', 'src/lib/a.ts', "import '../core/a.ts';", 'no room called lib'],
    ['clock', 'src/core/a.ts', 'export const a = () => Date.now();', 'Date.now'],
    ['clock by new Date', 'src/core/a.ts', 'export const a = () => new Date();', 'no clock'],
    ['chance', 'src/core/a.ts', 'export const a = () => Math.random();', 'Math.random'],
    ['locale', 'src/core/a.ts', "export const a = new Intl.Collator('en');", 'Intl'],
    ['locale by method', 'src/core/a.ts', 'export const a = (b: number) => b.toLocaleString();', 'toLocaleString'],
    ['comparing by locale', 'src/core/a.ts', 'export const a = (b: string, c: string) => b.localeCompare(c);', 'localeCompare'],
    ['localStorage', 'src/store/db.ts', "localStorage.setItem('a', 'b');", 'localStorage'],
    ['localStorage of window', 'src/ui/app.tsx', "window.localStorage.setItem('a', 'b');", 'localStorage'],
    ['markup from text', 'src/ui/app.tsx', "document.body.innerHTML = '';", 'innerHTML'],
    ['a way out', 'src/ui/app.tsx', 'new RTCPeerConnection();', 'RTCPeerConnection'],
  ])('%s: refused', async (_, path, text, why) => {
    const { problems } = await checkRooms([file(path, text)]);
    expect(problems.join('\n')).toContain(why);
    expect(problems[0]).toMatch(new RegExp(`^${path}:1: `));
  });

  test.each([
    ['src/core/a.ts', "import * as v from 'valibot'; import './b.ts'; export const day = new Date('2026-01-01T00:00:00Z');"],
    ['src/core/a.ts', 'export const a = (step: { process: string }) => step.process;'],
    ['src/report/pdf.ts', "import { formats } from '../i18n/format.ts'; const a = import('jspdf');"],
    ['src/ui/app.tsx', "import { db } from '../store/db.ts'; import q from '../../questionnaires/x/1.0.0.json';"],
    ['src/main.tsx', "import { App } from './ui/app.tsx'; import { db } from './store/db.ts';"],
  ])('%s may do this: %s', async (path, text) => {
    expect((await checkRooms([file(path, text)])).problems).toEqual([]);
  });

  test('a library with one door is imported in one file', async () => {
    const one = file('src/report/pdf.ts', "import { jsPDF } from 'jspdf';");
    expect((await checkRooms([one])).problems).toEqual([]);
    const { problems } = await checkRooms([one, file('src/report/font.ts', "import type { jsPDF } from 'jspdf';")]);
    expect(problems).toEqual(['jspdf is imported in one file; here in src/report/pdf.ts, src/report/font.ts']);
  });

  test('the project itself keeps them', async () => {
    const { checked, problems } = await checkProjectRooms();
    expect(problems).toEqual([]);
    expect(checked.imports).toBeGreaterThan(100);
  });
});

describe('words', () => {
  const en = (messages: Record<string, string>) => file('src/i18n/en/ui.json', JSON.stringify(messages));
  const code = (text: string) => file('src/ui/a.tsx', text);

  test.each([
    ['a key without a message', "t('a.b');", {}, 'there is no message "a.b"'],
    ['a message without a use', '', { 'a.b': 'Words' }, '"a.b" is used nowhere'],
    [
      'a parameter that is missing',
      "t('a');",
      { a: '{count, plural, one {one {what}} other {#}}' },
      '"a" takes count, what and gets nothing',
    ],
    ['a parameter too many', "t('a', { who: 'x' });", { a: 'Words' }, '"a" takes nothing and gets who'],
    ['a key that is glued together', `t(\`a.\${b}\`);`, { 'a.b': 'Words' }, 'glued together'],
    ['a key that is glued together and declared one', `t(\`a.\${b}\` as Key);`, { 'a.b': 'Words' }, 'glued together'],
    ['an apostrophe that a message reads as its escape', "t('a');", { a: "The buyer's" }, '"a" has a straight apostrophe'],
    ['a message that cannot be read', "t('a');", { a: '{count' }, 'no ICU message'],
    ['words on the page', 'const a = <p>Words</p>;', {}, 'words belong in src/i18n: "Words"'],
    ['words that are heard', 'const a = <p aria-label="Words" />;', {}, 'words belong in src/i18n: "Words"'],
    ['a problem without a sentence', "problem('', 'too-long');", {}, 'there is no message "problem.too-long"'],
  ])('%s: refused', async (_, text, messages, why) => {
    expect((await checkWords([code(text)], [en(messages as Record<string, string>)])).problems.join('\n')).toContain(why);
  });

  test('keys, parameters and problems that fit pass', async () => {
    const text = "const keys = { x: 'b' } as const; t('a', { n: 1 }); t(keys.x); problem('', 'bad'); const p = <p title={t('b')}>·</p>;";
    const { checked, problems } = await checkWords([code(text)], [en({ a: '{n, number} words', b: 'Words', 'problem.bad': 'Bad' })]);
    expect(problems).toEqual([]);
    expect(checked).toEqual({ messages: 3, uses: 4, files: 1 });
  });

  test('what core expects is named by a code that has its words', async () => {
    const core = file('src/core/a.ts', "const day = v.isoDate('@day');");
    expect((await checkWords([core], [en({ 'expected.day': 'a day' })])).problems).toEqual([]);
    expect((await checkWords([core], [])).problems).toEqual(['src/core/a.ts:1: there is no message "expected.day"']);
  });

  test('another language has the same keys with the same parameters', async () => {
    const fr = file('src/i18n/fr/ui.json', JSON.stringify({ a: '{m} mots', c: 'Rien' }));
    const { problems } = await checkWords([code("t('a', { n: 1 }); t('b');")], [en({ a: '{n} words', b: 'Words' }), fr]);
    expect(problems).toEqual([
      'src/i18n/fr: "b" is missing',
      'src/i18n/fr: "a" takes m; in en it takes n',
      'src/i18n/fr: "c" is not in en',
    ]);
  });
});

describe('files', () => {
  const home = ['', 'home', 'someone', 'project'].join('/');
  const host = ['registry', 'example', 'org'].join('.');

  test.each([
    ['notes.md', `see ${home} for it`, 'a path of one machine'],
    ['notes.md', `see ${['C:', 'Users', 'someone'].join('\\')}`, 'a path of one machine'],
    ['.npmrc', `//${host}/:a=b`, 'a host of a package registry'],
    ['package-lock.json', '{"packages":{"a":{\n"resolved": "x"}}}', 'a download address'],
    ['package-lock.json', '{"packages":{"":{"dependencies":{"a":"1.0.0"}}}}', 'the project needs a, which is not locked'],
    ['package-lock.json', '{"packages":{"node_modules/a":{"optionalDependencies":{"@b/c":"1.0.0"}}}}', 'needs @b/c, which is not locked'],
  ])('%s with %s: refused', (path, text, why) => {
    expect(checkFiles([file(path, text)]).problems.join('\n')).toContain(why);
  });

  test('addresses on the web, and packages held by another, are fine', () => {
    const lock = { packages: { 'node_modules/a': { dependencies: { b: '1' } }, 'node_modules/a/node_modules/b': {} } };
    const files = [file('a.md', 'https://example.org/home/page and src/work/a'), file('package-lock.json', JSON.stringify(lock))];
    expect(checkFiles(files)).toEqual({ checked: { files: 2, lines: 2 }, problems: [] });
  });
});
