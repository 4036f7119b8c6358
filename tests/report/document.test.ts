import { describe, expect, test } from 'vitest';
import { hashOf, sha256Hex } from '../../src/core/canonical.ts';
import { contributions } from '../../src/core/contributions.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import { exitsOf } from '../../src/core/exits.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { parseAssessment } from '../../src/core/parse.ts';
import { plainSums } from '../../src/core/plain.ts';
import { formats, local } from '../../src/i18n/format.ts';
import { exitAccounts } from '../../src/report/account/exits.ts';
import { headlineAccount } from '../../src/report/account/headline.ts';
import type { Block } from '../../src/report/blocks.ts';
import { reportDocument } from '../../src/report/document.ts';
import { type ReportInput, wordsOf } from '../../src/report/sections/context.ts';
import { example, examples } from './examples.ts';
import { answered, inputOf, RAISED } from './fixture.ts';
import { textsOf, under } from './text.ts';

const f = formats('en');
const all = (blocks: readonly Block[]): string => blocks.flatMap(textsOf).join('\n');
const reported = (input: ReportInput) => reportDocument(input).blocks;
const count = (text: string, part: string): number => text.split(part).length - 1;
/** The letter, from its page break to the next; nothing where nobody is asked. */
function letterOf(input: ReportInput): readonly Block[] {
  const blocks = reported(input);
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Letter to the vendor');
  return start < 0 ? [] : under(blocks, 'Letter to the vendor');
}
const headline = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'headline');

const inputs: readonly (readonly [string, ReportInput])[] = [
  ['nothing answered', inputOf()],
  ['raised by a gate', inputOf({ answers: RAISED })],
  ['a stop', inputOf({ answers: { ...RAISED, where: answered(['XA']), use: answered('much', undefined) } })],
  ...examples.map((name): readonly [string, ReportInput] => [name, example(name)]),
];

describe('the sentence under the headline', () => {
  const accountOf = ({ model, result, language }: ReportInput) => headlineAccount(model, result, wordsOf({ model, language }));
  const why = (input: ReportInput) => accountOf(input).why;

  test.each(inputs)('says no figure and no range that stands beside the word: %s', (_, input) => {
    const { why, beside } = accountOf(input);
    const said = [...why.matchAll(/[\d.]+(?:–[\d.]+)?(?: of 100|\s%)|\w+ to (?:Moderate|High|Critical)/g)].map(([part]) => part);
    for (const part of said) expect(beside.join('\n')).not.toContain(part);
  });

  test('a stop that is open is in the range', () => {
    expect(accountOf(example('liege-hub-replay.json')).beside[0]).toMatch(/^Low to Critical, or a stop in law\. /);
  });

  test('where the sum itself is wide, open gates are not all that is blamed', () => {
    const whole = example('meridian-renegotiated.json');
    const bare = new Map(
      [...whole.state.answers].map(([id, answer]) => [id, answer.state === 'answered' ? { ...answer, evidence: undefined } : answer]),
    );
    const result = evaluate(whole.model, bare);
    expect(result.gates.some(({ state }) => state === 'undetermined')).toBe(true);
    expect(why({ ...whole, result })).toMatch(
      /^Enough is answered, but answers that are weakly or incompletely shown leave the weighted sum alone anywhere from Low to /,
    );
  });

  test('the sum is said to be wide for what makes it so: open answers, weakly shown ones, or both', () => {
    const whole = example('meridian.json');
    const OPEN = ['op-03', 'ic-02', 'dl-07', 'si-04', 'ic-03'];
    const without = (weak: readonly string[]) => {
      const answers = new Map(
        [...whole.state.answers].flatMap(([id, answer]): readonly (readonly [string, Answer])[] => {
          if (OPEN.includes(id)) return [];
          return [[id, weak.includes(id) && answer.state === 'answered' ? { ...answer, evidence: undefined } : answer]];
        }),
      );
      return why({ ...whole, result: evaluate(whole.model, answers) });
    };
    expect(without([])).toMatch(
      /^Enough is answered, but the open answers leave the weighted sum alone anywhere from Low to Moderate, and /,
    );
    expect(without(['si-01'])).toMatch(
      /^Enough is answered, but answers that are open, or weakly or incompletely shown, leave the weighted/,
    );
  });
});

describe('conditions for the contract', () => {
  const TITLE = 'Conditions for the contract';
  const rowsOf = (input: ReportInput) => {
    const blocks = reported(input);
    if (!blocks.some((block) => block.kind === 'heading' && block.text === TITLE)) return [];
    const table = under(blocks, TITLE).find((block) => block.kind === 'table');
    return table?.rows.map((row) => row.map(String)) ?? [];
  };

  test('G5.4 none is what nobody can promise', () => {
    let rows = 0;
    for (const [, input] of inputs) {
      const law = input.model.items.flatMap(({ question }) => (question.notNegotiable ? [local(question.text, 'en')] : []));
      for (const [, condition = ''] of rowsOf(input)) {
        for (const text of law) expect(condition).not.toMatch(new RegExp(`${text.replace(/[?()]/g, '\\$&')} Instead`));
        rows += 1;
      }
    }
    console.log(`conditions: ${rows} of ${inputs.length} reports`);
    expect(rows).toBeGreaterThan(10);
  });

  test('G5.5 alternatives that lead to different ratings say so, and numbers are told by their ends', () => {
    const meridian = rowsOf(example('meridian.json')).map(([, , after]) => after);
    expect(meridian).toContain('At best: The rating would then be Low, 24.4 of 100. At worst: The rating would then be High, 25.6 of 100.');
    expect(rowsOf(example('liege-hub-replay.json')).join('\n')).toContain('Instead: at most 12 months.');
  });

  test('an exit to a rating that is open names both its ends, whatever the rating is now', () => {
    const whole = example('meridian.json');
    const answers = new Map([...whole.state.answers].filter(([id]) => id !== 'si-14'));
    const result = evaluate(whole.model, answers);
    expect(result.headline).toEqual({ kind: 'band', band: 'high' });
    const { ways } = exitAccounts(whole.model, { ...whole.state, answers }, result, 'g1', wordsOf({ model: whole.model, language: 'en' }));
    expect(ways[0]?.after).toBe(
      'At best: The rating would then be between Low and Moderate, not yet settled, 23.8–25.3 of 100. At worst: The rating would then be Moderate, 26.2–27.6 of 100.',
    );
  });

  test('G5.7 beside a gate stands what its conditions come to, the best and the worst, and nothing that nobody can promise', () => {
    const input = example('meridian.json');
    const { outcome, promised } = exitAccounts(input.model, input.state, input.result, 'g1', wordsOf(input));
    expect(promised.length).toBeGreaterThan(1);
    expect(outcome).toMatch(
      /^At best: The rating would then be Low, .* At worst: The rating would then be Moderate, .* Only what a bidder can promise is counted in this\.$/,
    );
    const figures = promised
      .map(({ after }) => after)
      .join(' ')
      .match(/\d+\.\d/g);
    for (const figure of outcome?.match(/\d+\.\d/g) ?? []) expect(figures).toContain(figure);
    expect(all(under(reported(input), 'Gates'))).toContain(outcome);
  });

  test('G5.6 of a stop that is true there is the exit of the questionnaire and no other', () => {
    const [, input] = inputs.find(([name]) => name === 'a stop') ?? [];
    if (!input) throw new Error('no stop');
    const stops = input.model.gates.filter(({ effects }) => effects.some(({ effect }) => effect === 'stop'));
    expect(stops.map(({ id }) => input.result.gates.find((one) => one.id === id)?.state)).toContain('true');
    for (const { exit } of stops)
      expect(
        rowsOf(input)
          .filter(([, condition]) => condition === local(exit, 'en'))
          .map(([, , after]) => after),
      ).toEqual(['No answer that the vendor can promise switches it off.']);
  });
});

describe('any report', () => {
  test('there are examples to look at', () => expect(examples.length).toBeGreaterThan(0));

  test.each(inputs)('has no hole in its texts: %s', (_, input) => {
    const document = reportDocument(input);
    const texts = [
      document.title,
      document.eyebrow,
      document.subtitle ?? '',
      document.head ?? '',
      document.author,
      document.subject,
      document.foot,
      document.mark ?? '',
      document.pageLabel(3, 12),
      ...document.blocks.flatMap(textsOf),
    ];
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => /[{}]|undefined|NaN|\[object|Infinity/.test(text))).toEqual([]);
  });

  test.each(inputs)('L7 is the same for the same input: %s', (_, input) => {
    const { pageLabel: one, ...first } = reportDocument(input);
    const { pageLabel: other, ...second } = reportDocument(structuredCloneOf(input));
    expect(second).toEqual(first);
    expect(other(1, 2)).toBe(one(1, 2));
  });

  test.each(inputs)('annex A has every question that applies, once, with its answer and its figures: %s', (_, input) => {
    const rows = under(reported(input), 'Annex A. Every question and its answer').flatMap((block) =>
      block.kind === 'table' ? block.rows : [],
    );
    const byId = new Map(rows.map((row) => [textsOf({ kind: 'table', columns: [], rows: [[row[0] ?? '']] })[0]?.split('\n')[1], row]));
    const applicable = input.model.items.filter(({ index }) => input.result.questions[index]?.applicable !== 'false');
    expect(rows).toHaveLength(applicable.length);
    for (const { question, index } of applicable) {
      const row = byId.get(question.id.toUpperCase());
      expect(row, question.id).toBeDefined();
      const interval = input.result.questions[index]?.interval;
      expect(String(row?.[3])).toContain(interval ? `risk ${f.interval(interval)}` : 'not scored');
    }
  });

  test('evidence that was named for an earlier answer is told as such, in annex A and in the reasons', () => {
    const before = example('meridian.json');
    const given = before.state.given.get('dl-07');
    if (given?.kind !== 'answer' || given.answer?.state !== 'answered') throw new Error('DL-07 is answered');
    const told = (answer: typeof given.answer) => {
      const history = [...before.assessment.history, { ...given, id: 'entry-9001', answer }];
      const state = fold(history);
      const assessment = { ...before.assessment, history };
      const blocks = reported({ ...before, assessment, state, result: evaluate(before.model, state.answers) });
      return all(blocks);
    };
    const changed = told({ ...given.answer, value: 'break' });
    expect(count(changed, 'Named for an earlier answer.')).toBe(1);
    expect(changed).toContain(', named for an earlier answer');
    expect(told(given.answer)).not.toMatch(/named for an earlier answer/i);
  });

  test.each(inputs)(
    'what is missing is asked for exactly once, of the vendor in the letter or of the buyer outside of it: %s',
    (_, input) => {
      const items = [...letterOf(input), ...under(reported(input), 'Missing information')].flatMap((block) =>
        block.kind === 'list' ? block.items.map((item) => (typeof item === 'string' ? item : item.map((run) => run.text).join(''))) : [],
      );
      for (const { question, index } of input.model.items) {
        const now = input.result.questions[index];
        if (now?.state === 'answered') continue;
        const found = items.filter((item) => item.split('\n')[0]?.endsWith(`(${question.id.toUpperCase()})`));
        expect(found, question.id).toHaveLength(now?.applicable === 'false' ? 0 : 1);
      }
    },
  );

  test.each(inputs)('the letter gives the vendor no hint that is for the assessor: %s', (_, input) => {
    const vendor = all(letterOf(input));
    const own = all(under(reported(input), 'Missing information'));
    for (const { question, index } of input.model.items) {
      const hint = question.hint?.en;
      if (hint === undefined) continue;
      expect(vendor).not.toContain(hint);
      const { applicable, state } = input.result.questions[index] ?? {};
      const isBuyers = question.evidence === 'none' || question.answeredBy === 'buyer';
      if (isBuyers) expect(vendor).not.toMatch(new RegExp(`\\(${question.id.toUpperCase()}\\)(\\n|$)`));
      if (isBuyers && applicable !== 'false' && state !== 'answered') expect(own).toContain(hint);
    }
  });

  test.each(inputs)('S1 shows the figures of core for sections and whole: %s', (_, input) => {
    const text = all(under(reported(input), 'Sections'));
    for (const { interval, weight } of input.result.sections) if (interval && weight > 0) expect(text).toContain(f.interval(interval));
    if (input.result.overall) expect(text).toContain(f.interval(input.result.overall));
  });
});

/** The same assessment, read again from its own text. */
function structuredCloneOf(input: ReportInput): ReportInput {
  const parsed = parseAssessment(JSON.stringify(input.assessment));
  if (!parsed.ok) throw new Error('refused');
  const { questionnaire, facts, policy, history } = parsed.value;
  const model = modelOf(questionnaire, facts, policy);
  const state = fold(history);
  return { ...input, assessment: parsed.value, model, state, result: evaluate(model, state.answers) };
}

describe('a rating that a gate raises', () => {
  const input = inputOf({ answers: RAISED });
  const blocks = reported(input);

  test('R2 the word is the rating, the sum stands beside it with the gate that raises it', () => {
    expect(input.result.headline).toEqual({ kind: 'band', band: 'high' });
    expect(headline(blocks)?.word).toBe('High');
    expect(headline(blocks)?.beside.join(' ')).toBe(
      `${f.interval(input.result.overall ?? { low: 0, high: 0 })} of 100 by the weighted sum, higher is worse. Raised by “Can be ordered and can read”.`,
    );
  });

  test('G1 the reasons name answers, evidence, rule, law and consequence', () => {
    const text = all(under(blocks, 'Reasons'));
    expect(text).toContain('“Can a state order it?” (ORDER) is answered: Yes. This rests on: A document (Contract).');
    expect(text).toContain('“Who holds the keys?” (KEYS) is answered: The vendor.');
    expect(text).toContain('Under gate COMPELLED of the questionnaire fixture 1.0.0 the consequence is: at least High');
    expect(text).toContain('The gate rests on:\nThe Act, Art. 2 (in force)\nA paper\n');
    expect(text).not.toContain('Could apply');
  });

  test('G5 G5.4 the conditions are the exits of core that can be promised, with the rating they lead to', () => {
    const table = under(blocks, 'Conditions for the contract').find((block) => block.kind === 'table');
    const exits = input.model.gates.flatMap(({ id }, i) =>
      input.result.gates[i]?.state === 'false' ? [] : exitsOf(input.model, input.state.answers, input.result, id, true),
    );
    expect(exits.length).toBeGreaterThan(1);
    expect(table?.rows).toHaveLength(exits.length);
    for (const [i, { after }] of exits.entries()) expect(table?.rows[i]?.[2]).toContain(f.interval(after.overall ?? { low: -1, high: -1 }));
    expect(all(blocks)).toContain('Instead: “The buyer alone”. Shown by: Contract.');
  });

  test('S4 the largest contributions have a sentence each, the first first', () => {
    const list = under(blocks, 'What weighs most').flatMap((block) => (block.kind === 'list' ? block.items : []));
    const found = contributions(input.model, input.result)
      .filter(({ points }) => points > 0)
      .slice(0, 5);
    expect(list).toHaveLength(found.length);
    for (const [i, { points }] of found.entries()) expect(list[i]).toMatch(new RegExp(`^${f.score(points)} points: `));
  });

  test('what a simple tool would say is the plain sum of core', () => {
    const { unknownLeftOut } = plainSums(input.model, input.result);
    expect(all(under(blocks, 'What a simple tool would say'))).toContain(
      `would give ${f.score(unknownLeftOut ?? -1)} (Moderate), whatever an unknown counted as`,
    );
    expect(all(blocks)).not.toContain('none of these is a rating');
  });

  test('Q1 annex C has the risk of every answer, so that a figure can be recomputed from paper', () => {
    const text = all(under(blocks, 'Questions as published'));
    for (const rule of ['The buyer alone: 0', 'The vendor: 40', 'Inside: 0', 'Outside: 60', 'from 1: 20'])
      expect(text).toContain(rule.replace(': ', ':\u00a0'));
    expect(text).not.toContain('REMARK');
  });

  test('G1 annex C has the condition of every gate, with the evidence that settles it', () => {
    const table = under(blocks, 'Conditions of the gates').find((block) => block.kind === 'table');
    expect(table?.rows.map(([, condition]) => condition)).toEqual([
      'All of these:\n• WHERE names a country of the class “Outside”\n• USE is “Very”\n• KEYS is “The vendor”',
      'All of these:\n• ORDER is “Yes” (settled from “Contract” on)\n• KEYS is “The vendor”',
      'KEYS is “The vendor”',
    ]);
  });

  test('G2 the headline counts the gates that the summary lists as possible', () => {
    const whole = example('meridian.json');
    const answers = new Map([...whole.state.answers].filter(([id]) => !['op-03', 'ic-02', 'dl-07', 'si-04', 'ic-03'].includes(id)));
    const result = evaluate(whole.model, answers);
    expect(result.gates.find(({ id }) => id === 'dl-floor')?.state).toBe('undetermined');
    const summary = all(reported({ ...whole, state: { ...whole.state, answers }, result }));
    const listed = summary.match(/^(\d+) gates could apply:/m)?.[1];
    expect(summary).toContain(`and ${listed} gates could still apply`);
  });

  test('G2 the summary names every gate that the reasons speak of, a floor with its section', () => {
    for (const [name, given] of inputs) {
      const made = reported(given);
      const summary = all(under(made, 'Gates'));
      const titles = under(made, 'Reasons').flatMap((block) =>
        block.kind === 'heading'
          ? [
              textsOf(block)
                .join()
                .match(/^(?:Applies|Could apply): (.*)/)?.[1] ?? [],
            ].flat()
          : [],
      );
      for (const title of titles) expect(summary, name).toContain(title);
    }
    expect(all(under(blocks, 'Gates'))).toContain('One gate sets no rating, but a floor');
    expect(all(under(blocks, 'Gates'))).toContain('Place counts as at least 45: The vendor can read it.');
  });

  test('G2 a floor under a section is told with the gates', () => {
    expect(all(under(blocks, 'Gates'))).toContain('Place counts as at least 45: The vendor can read it.');
  });

  test('the legend of the bars names no mark that is not there', () => {
    const legend = (of: ReportInput) => all(under(reported(of), 'Sections')).match(/Higher is worse\..*/)?.[0];
    expect(legend(example('meridian-renegotiated.json'))).not.toMatch(/hatched|floor/);
    expect(legend(example('meridian.json'))).toBe('Higher is worse. A dot is a score. A triangle marks a floor that a gate sets.');
    expect(legend(inputOf())).toMatch(/^Higher is worse\. A hatched bar is the range/);
  });

  test('Q6 country facts past their day on the date of the last entry are marked as stale', () => {
    expect(all(under(blocks, 'Country facts used'))).toContain('The club, as of 1 January 2026 – STALE');
  });

  test('the hashes are those of core, and the date is that of the last entry', () => {
    const document = reportDocument(input);
    const text = all(under(blocks, 'Annex D. Versions, policy and country facts'));
    for (const part of [input.assessment.questionnaire, input.assessment.policy, input.assessment.facts, input.assessment])
      expect(text).toContain(hashOf(part));
    expect(document.dataHash).toBe(sha256Hex(document.data));
    expect(JSON.parse(document.data)).toMatchObject({ kind: 'assessment', assessment: input.assessment });
    expect(document.date).toBe(input.assessment.history.at(-1)?.at);
  });
});

describe('open answers', () => {
  test('A1 a report is marked on every page: draft, or how much is missing', () => {
    expect(reportDocument(inputOf({ answers: RAISED })).mark).toBe('Draft');
    expect(reportDocument(inputOf({ answers: { ...RAISED, remark: { state: 'unknown' } } })).mark).toBe('Draft');
    const { remark: _, order: __, ...rest } = RAISED;
    expect(reportDocument(inputOf({ answers: rest })).mark).toBe('Draft – not ratable, incomplete: 2 of 6 questions not yet answered');
  });

  test('R3 what cannot be rated says so, with the range and what to work with', () => {
    const blocks = reported(inputOf());
    expect(headline(blocks)?.word).toBe('Not ratable – information missing');
    expect(headline(blocks)?.beside[0]).toContain('Work with High until more is known');
  });

  test('G3 a gate that could apply names what it waits for and what would settle it', () => {
    const blocks = reported(inputOf({ answers: { ...RAISED, order: answered('no', 'e0') } }));
    expect(all(under(blocks, 'Reasons'))).toContain(
      '“Can a state order it?” (ORDER) is answered: No. This rests on: A document (Statement). That is too weak',
    );
    expect(all(under(blocks, 'Letter to the vendor'))).toContain('Can a state order it? (ORDER)');
  });

  test('G3 the reason of a gate that could apply is told as not established', () => {
    const reason = 'Whoever can be ordered and can read must hand over.';
    const open = 'If it applies, the reason is this, which is not established at present: ';
    const said = (order: Answer) => under(reported(inputOf({ answers: { ...RAISED, order } })), 'Reasons').flatMap(textsOf);
    expect(said(answered('no', 'e0'))).toContain(open + reason);
    expect(said(answered('no', 'e0'))).not.toContain(reason);
    expect(said(answered('yes'))).toContain(reason);
  });

  test('S3 an answer to a question that does not apply is in annex B and not in annex A', () => {
    const blocks = reported(inputOf({ answers: { ...RAISED, keys: answered('buyer') } }));
    expect(all(under(blocks, 'Annex A. Every question and its answer'))).not.toContain('COPIES');
    expect(all(under(blocks, 'Annex B. Kept, not counted'))).toContain('COPIES');
  });

  test('G2 a stop has its reason in the headline and no rating', () => {
    const blocks = reported(inputOf({ answers: { ...RAISED, where: answered(['XA']), use: answered('much', undefined) } }));
    expect(headline(blocks)?.word).toBe('Stop');
    expect(all(blocks)).toContain('No rating is given, because the answers meet a bar that the law sets: Banned by law.');
    expect(all(blocks)).toContain('Nowhere (XA)');
    expect(all(under(blocks, 'Gates'))).toContain('What can be done\nTake it elsewhere.');
    expect(all(blocks)).toContain('What can be done: Take it elsewhere.');
    expect(all(under(blocks, 'What a simple tool would say'))).toContain('none of these is a rating');
  });
});

describe('the head of a report', () => {
  test('two of one vendor are told apart on the first page', () => {
    const [one, other] = ['meridian.json', 'meridian-renegotiated.json'].map((name) => reportDocument(example(name)));
    expect(one?.title).toBe(other?.title);
    expect(one?.subtitle).toBe('Meridian Cargo Cloud, offer of October 2026 · last entry 23 November 2026, 10:16 UTC');
    expect(other?.subtitle).toBe('Meridian Cargo Cloud, after renegotiation · last entry 23 November 2026, 14:01 UTC');
    expect(reportDocument(inputOf()).subtitle).toMatch(/^Last entry \d/);
  });

  test('the label stands above the headline, and at the top of every further page', () => {
    const { eyebrow, head, blocks } = reportDocument(example('meridian.json'));
    const label = 'Fictional bidder. The company, its documents and the port do not exist.';
    expect(textsOf(blocks[0] as Block)).toEqual([label]);
    expect(eyebrow).not.toContain(label);
    expect(head).toBe(`${eyebrow} · ${label}`);
  });

  test('what gates wait for is told in the words of its question; where that is much, by ids', () => {
    const weak = all(under(reported(inputOf({ answers: { ...RAISED, order: answered('no', 'e0') } })), 'Gates'));
    expect(weak).toMatch(/\nCan a state order it\? \(ORDER\)/);
    expect(all(under(reported(example('liege-hub-replay.json')), 'Gates'))).toContain('\nDL-08, DL-09, IC-03\n');
  });

  test('reasons begin with gates only where there is one', () => {
    const begin = (name: string) => all(under(reported(example(name)), 'Reasons')).split('\n')[1];
    expect(begin('meridian.json')).toMatch(/^For each gate: /);
    expect(begin('meridian-renegotiated.json')).toMatch(/^No gate applies and none could, /);
  });

  test('the day of the vendor’s position is told from the days in its source', () => {
    expect(all(reported(example('liege-hub-replay.json')))).toContain('on 6 October 2023 (dated 5 October 2023)');
  });
});

describe('words of others', () => {
  test('the vendor’s position and the label stand on the first page, before any gate', () => {
    const blocks = reported(
      inputOf({
        answers: RAISED,
        details: {
          vendor: 'Example Cargo',
          label: 'Not an assessment of the company',
          position: 'We deny it.',
          positionSource: 'Letter',
          positionDate: '2026-02-03',
        },
      }),
    );
    const text = all(blocks);
    expect(text.indexOf('Not an assessment of the company')).toBe(0);
    expect(text.indexOf('We deny it.')).toBeGreaterThan(0);
    expect(text.indexOf('We deny it.')).toBeLessThan(text.indexOf('A gate is a combination'));
    expect(text).toContain('Letter (dated 3 February 2026)');
  });

  test('R5 a rating set by hand stands beside the computed one, with reason, name and time', () => {
    const blocks = reported(inputOf({ answers: RAISED, override: { band: 'critical', reason: 'The board says so.' } }));
    expect(headline(blocks)?.word).toBe('High');
    expect(all(blocks)).toContain(
      'The assessor sets another rating: Critical. The computed one is High. Set by A. Officer, 1 March 2026, 10:07 UTC.',
    );
    expect(count(all(under(blocks, 'Ratings set by hand')), 'The board says so.')).toBe(1);
  });

  test('the change log has every entry', () => {
    const input = inputOf({ answers: RAISED });
    const table = under(reported(input), 'Annex F. Change log').find((block) => block.kind === 'table');
    expect(table?.rows).toHaveLength(input.assessment.history.length);
  });

  test('the change log writes a day as every other, and leaves what only looks like one', () => {
    const text = all(under(reported(inputOf({ details: { factsAsOf: '2026-10-09', lot: '2026-10-09' } })), 'Annex F. Change log'));
    expect(text).toContain('Facts as of: 9 October 2026');
    expect(text).toContain('Lot: 2026-10-09');
  });

  test('who signs a draft is called as on a final one; who assessed it prepared it', () => {
    const blocks = under(reported(inputOf({ details: { assessor: 'A. Officer' } })), 'Signatures');
    const table = blocks.find((block) => block.kind === 'table');
    expect(table?.rows.map(([role, name]) => [String(role).trim(), name])).toEqual([
      ['Prepared by', 'A. Officer'],
      ['Reviewed by', ''],
      ['Approved by', ''],
    ]);
  });
});

describe('the letter', () => {
  const text = () => all(letterOf(example('liege-hub-replay.json')));

  test('asks the vendor for nothing that the buyer knows', () => {
    const input = example('liege-hub-replay.json');
    const buyers = input.model.items.flatMap(({ question }) => (question.answeredBy === 'buyer' ? [local(question.text, 'en')] : []));
    expect(buyers.length).toBe(5);
    const own = all(under(reported(input), 'Missing information'));
    for (const question of buyers) {
      expect(text()).not.toContain(question);
      expect(own).toContain(question);
    }
  });

  test('names who writes to whom, and leaves room for the days', () => {
    const facts = letterOf(inputOf({ details: { vendor: 'Example Cargo', authority: 'Port', lot: 'Lot 1' } })).find(
      ({ kind }) => kind === 'facts',
    );
    expect(facts?.kind === 'facts' && facts.items.map(({ term, value }) => [term, value])).toEqual([
      ['From', 'Port'],
      ['To', 'Example Cargo'],
      ['Concerning', 'Lot 1'],
      ['Day', ''],
      ['Please answer by', ''],
      ['Please answer to', ''],
    ]);
  });

  test('quotes the grades, and says of what may not apply what that depends on', () => {
    expect(text()).toContain(
      'on evidence of the grade “Contract clause or independent report” or “Verified by the buyer or an authority”.',
    );
    expect(text()).toMatch(/\(IC-12\)\nOnly if it applies, which depends on the answer to IC-01\./);
    expect(text()).toMatch(/\(SI-05\)\nOnly if it applies, which depends on the answer to PR-02\./);
  });

  test('its count and that of the buyer’s own questions add up to what is open', () => {
    const input = example('liege-hub-replay.json');
    const asked = Number(/(\d+) questions are still open/.exec(text())?.[1]);
    const missing = under(reported(input), 'Missing information');
    const own = missing.flatMap((block) => (block.kind === 'list' ? block.items : [])).length;
    const open = input.model.items.filter(({ index }) => {
      const now = input.result.questions[index];
      return now?.applicable !== 'false' && now?.state !== 'answered';
    });
    expect(own).toBeGreaterThan(0);
    expect(asked + own).toBe(open.length);
    expect(all(missing)).toContain(`${asked} questions to the vendor are open. `);
  });
});
