// @ts-check
/**
 * `npm run check`: types, core without the browser's types, style, unused code, rooms, words and files. One line a step, with
 * how much it checked; a step that checked nothing has failed.
 */
import { spawnSync } from 'node:child_process';
import { checkProjectFiles } from './check-files.mjs';
import { checkProjectRooms } from './check-rooms.mjs';
import { checkProjectWords } from './check-words.mjs';
import { forget, keep, line } from './counts.mjs';
import { ensureInstalled, installed, ROOT } from './setup.mjs';

/** @typedef {{ checked: Record<string, number>, problems: string[] }} Findings */

/** @type {readonly { name: string, findings: () => Findings | Promise<Findings> }[]} */
const STEPS = [
  { name: 'types', findings: () => types('tsconfig.json') },
  { name: 'types of core, without the browser', findings: () => types('tsconfig.core.json') },
  {
    name: 'lint and format',
    findings: () => tool('@biomejs/biome/bin/biome', ['check', '--colors=off', '--error-on-warnings'], /Checked (\d+) files/),
  },
  {
    name: 'unused code',
    findings: () =>
      tool('knip/bin/knip.js', ['--reporter', 'symbols', '--reporter', './.ci/knip-count.mjs'], /knip went through (\d+) files/),
  },
  { name: 'rooms', findings: checkProjectRooms },
  { name: 'words', findings: checkProjectWords },
  { name: 'files', findings: checkProjectFiles },
];

forget('check');
ensureInstalled();
const counts = { passed: 0, failed: 0 };
for (const { name, findings } of STEPS) {
  const { checked, problems } = await findings();
  const empty = Object.entries(checked).filter(([, count]) => count === 0);
  const ok = problems.length === 0 && empty.length === 0;
  counts[ok ? 'passed' : 'failed'] += 1;
  const amount = Object.entries(checked).map(([what, count]) => `${count} ${what}`);
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name}: ${amount.join(', ')}\n`);
  for (const problem of problems) process.stdout.write(`       ${problem.replaceAll('\n', '\n       ')}\n`);
  for (const [what] of empty) process.stdout.write(`       no ${what} were checked\n`);
}
keep('check', counts);
process.stdout.write(line(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

/**
 * @param {string} config
 * @returns {Findings}
 */
function types(config) {
  const { status, output } = execute('typescript/bin/tsc', ['-p', config, '--listFiles', '--pretty', 'false']);
  const lines = output.split('\n').filter((text) => text !== '');
  const isFile = (/** @type {string} */ text) => /^(\/|[A-Za-z]:[\\/]).*\.[cm]?[jt]sx?$|^(\/|[A-Za-z]:[\\/]).*\.json$/.test(text);
  const files = lines.filter((text) => isFile(text) && !text.includes('node_modules')).length;
  return { checked: { files }, problems: status === 0 ? [] : lines.filter((text) => !isFile(text)) };
}

/**
 * @param {string} program script below node_modules
 * @param {readonly string[]} args
 * @param {RegExp} amount finds in its output how many files it checked
 * @returns {Findings}
 */
function tool(program, args, amount) {
  const { status, output } = execute(program, args);
  return { checked: { files: Number(amount.exec(output)?.[1] ?? 0) }, problems: status === 0 ? [] : [output.trim()] };
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
function execute(program, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [installed(program), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, output: `${stdout}\n${stderr}` };
}
