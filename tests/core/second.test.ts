/** The score against a second implementation in another language and in exact fractions (`tests/independent/score.py`). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { onPath } from '../../.ci/tools.mjs';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Answers } from '../../src/core/format/answer.ts';
import { EMPTY_POLICY, type Facts, type Policy } from '../../src/core/format/facts.ts';
import type { Questionnaire } from '../../src/core/format/questionnaire.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { parseAssessment } from '../../src/core/parse.ts';
import { type Dice, diceOf } from './support/dice.ts';
import { randomAnswers } from './support/randomAnswers.ts';
import { randomQuestionnaire, USUAL } from './support/randomQuestionnaire.ts';
import { FACTS, POLICY } from './support/vocabulary.ts';

const COUNT = Number(process.env.SECOND_SCORES ?? 1000);
/** Another one gives other cases. */
const SEED = Number(process.env.SECOND_SEED ?? 20_261_126);
const SECOND = join(import.meta.dirname, '..', 'independent', 'score.py');

/** Draws of one case, from its number. */
function dice(number: number): Dice {
  let state = (Math.imul(SEED, 0x9e3779b1) + Math.imul(number, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 8;
  };
  return diceOf(Array.from({ length: 701 }, next));
}

interface Case {
  readonly questionnaire: Questionnaire;
  readonly facts: Facts;
  readonly policy: Policy;
  readonly answers: Answers;
}

function randomCase(number: number): Case {
  const d = dice(number);
  const questionnaire = randomQuestionnaire(d, { ...USUAL, hidden: d.pick([0, 30, 60, 90]), gates: d.pick([0, 3, 6]) });
  const policy = {
    ...POLICY,
    ...(d.chance(30) ? { parameters: { threshold: 'strict' } } : {}),
    ...(d.chance(30) ? { weights: { s0: d.pick([0, 1, 3.7]) } } : {}),
  };
  return { questionnaire, facts: FACTS, policy, answers: randomAnswers(d, questionnaire, d.pick([0, 10, 50, 90])) };
}

/** The examples that ship. */
const EXAMPLES = ['liege-hub-replay', 'scheldewaard', 'meridian', 'meridian-renegotiated'].map((name): Case => {
  const parsed = parseAssessment(readFileSync(`questionnaires/examples/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(name);
  const { questionnaire, facts, policy, history } = parsed.value;
  return { questionnaire, facts, policy, answers: fold(history).answers };
});
const shipped = EXAMPLES[0] as Case;

/** The first are the examples; of the rest every fiftieth is the questionnaire that ships, with answers by chance. */
function caseOf(number: number): Case {
  const example = EXAMPLES[number];
  if (example) return example;
  if (number % 50 !== 0) return randomCase(number);
  const d = dice(number);
  return { ...shipped, policy: EMPTY_POLICY, answers: randomAnswers(d, shipped.questionnaire, d.pick([0, 10, 50, 90])) };
}

/** What is reckoned, and what came of it here. */
function lineOf(number: number): string {
  const { answers, ...documents } = caseOf(number);
  const result = evaluate(modelOf(documents.questionnaire, documents.facts, documents.policy), answers);
  return `${JSON.stringify({ name: number, ...documents, answers: Object.fromEntries(answers), result })}\n`;
}

test('Q1 Q2 Q3 Q4 Q5 Q6 Q7 S1 S2 C1 C2 C2.3 G2 G3 R1 R2 R3 a second implementation in exact fractions finds the same results', async ({
  skip,
}) => {
  if (!onPath('python3')) {
    console.log('Python is not installed here, so no second implementation was asked.');
    return skip('Python is not installed');
  }
  const second = spawn('python3', [SECOND], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(second, 'close');
  const said: string[] = [];
  createInterface(second.stdout).on('line', (line) => said.push(line));
  for (let number = 0; number < COUNT && second.exitCode === null; number += 1)
    if (!second.stdin.write(lineOf(number))) await Promise.race([once(second.stdin, 'drain'), ended]);
  second.stdin.end();
  await ended;
  const whole = JSON.parse(said.at(-1) ?? '{}');
  console.log(`second implementation: seed ${SEED}, ${said.at(-1)}`);
  expect(said.slice(0, -1).slice(0, 10)).toEqual([]);
  expect(whole).toMatchObject({ cases: COUNT, differing: 0 });
}, 7_200_000);
