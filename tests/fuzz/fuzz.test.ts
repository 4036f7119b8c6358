/**
 * Whatever becomes of a file, it is taken in whole or refused with a sentence, in less than two seconds. `npm run test:fuzz -- --count N
 * --seed S` tries other and more of them; a failure names the seed and the number that make the same file again.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/core/problems.ts';
import { sayProblemAt } from '../../src/i18n/problem-words.ts';
import { type Messages, translator } from '../../src/i18n/translator.ts';
import { diceOf } from './mutate.ts';
import { type Target, targets } from './targets.ts';

const COUNT = Number(process.env.FUZZ_COUNT ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_126);
/** Of the processor's time: how long it takes by the clock depends on what else the machine does. */
const MOST_MS = 2000;

const WORDS = import.meta.glob<Messages>('../../src/i18n/en/*.json', { query: '?messages', import: 'default', eager: true });
const t = translator('en', Object.assign({}, ...Object.values(WORDS)));
const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;

interface Tally {
  accepted: number;
  refused: number;
  slowest: number;
}

let all: readonly Target[];
beforeAll(async () => {
  all = await targets();
});

describe('hostile files', () => {
  test(`${COUNT} spoiled files are taken in whole or refused with place and reason (seed ${SEED})`, {
    timeout: 120_000 + COUNT * 20,
  }, async () => {
    const kinds = all.flatMap((target) => Array.from({ length: target.share }, () => target));
    const tallies = new Map<string, Tally>(all.map(({ name }) => [name, { accepted: 0, refused: 0, slowest: 0 }]));
    for (let n = 0; n < COUNT; n += 1) {
      const dice = diceOf(SEED * 1_000_003 + n);
      const target = kinds[n % kinds.length] as Target;
      const tally = tallies.get(target.name) as Tally;
      const bytes = target.make(dice);
      const name = `${target.name}, seed ${SEED}, number ${n}`;
      const before = process.cpuUsage();
      const began = performance.now();
      const reading = await read(target, bytes, name);
      const { user, system } = process.cpuUsage(before);
      const took = Math.min(performance.now() - began, (user + system) / 1000);
      tally.slowest = Math.max(tally.slowest, took);
      if (took > MOST_MS) throw new Error(`${name}: took ${Math.round(took)} ms`);
      if (reading === 'accepted') tally.accepted += 1;
      else {
        tally.refused += 1;
        for (const problem of reading.problems) told(problem, name);
      }
    }
    for (const [name, { accepted, refused, slowest }] of tallies)
      console.log(`${name}: ${accepted} accepted, ${refused} refused, slowest ${Math.round(slowest)} ms`);
    const sum = [...tallies.values()].reduce((count, { accepted, refused }) => count + accepted + refused, 0);
    expect(sum).toBe(COUNT);
    // A fuzzer whose files are all refused at the door tries nothing behind it.
    if (COUNT >= 10_000)
      for (const name of ['assessment', 'questionnaire', 'policy', 'procedure', 'notice'])
        expect(tallies.get(name)?.accepted, name).toBeGreaterThan(20);
  });
});

async function read(target: Target, bytes: Uint8Array, name: string) {
  try {
    return await target.read(bytes);
  } catch (error) {
    throw new Error(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}\n${Buffer.from(bytes.subarray(0, 20_000)).toString()}`,
    );
  }
}

/** Place and reason, in words. */
function told(problem: Problem, name: string): void {
  const sentence = sayProblemAt(t, problem);
  if (!POINTER.test(problem.path)) throw new Error(`${name}: no place: ${problem.path}`);
  if (sentence.length < 20 || /\{\w+\}|undefined|NaN/.test(sentence.replaceAll(String(problem.params.found), '')))
    throw new Error(`${name}: no reason: ${sentence}`);
}
