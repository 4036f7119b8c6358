/** The example of a tender: it is whole and sealed, and the story that its README tells is what the method makes of its bids. */
import { readFileSync } from 'node:fs';
import isoCountries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { procedureFiles } from '../../.ci/example-procedure.mjs';
import { compare, robustness } from '../../src/core/compare/comparison.ts';
import { reweighed } from '../../src/core/compare/reweighed.ts';
import { evaluate } from '../../src/core/evaluate.ts';
import { exitsOf } from '../../src/core/exits.ts';
import type { Answer } from '../../src/core/format/answer.ts';
import type { Assessment, Entry } from '../../src/core/format/assessment.ts';
import { parseAssessment, parsePolicy, parseProcedure } from '../../src/core/parse.ts';
import type { Outcome } from '../../src/core/problems.ts';
import { criteriaOf, documentHash } from '../../src/core/procedure/criteria.ts';
import { criteriaDifferences } from '../../src/core/procedure/differences.ts';
import { joinDifferences, underCriteria } from '../../src/core/procedure/join.ts';
import { sealOf } from '../../src/core/procedure/seal.ts';
import { foldProcedure } from '../../src/core/procedure/state.ts';
import { kindOf } from '../../src/core/questions/index.ts';
import { commitmentsOf } from '../../src/report/comparison/commitments.ts';

const FOLDER = 'questionnaires/examples/kreekmonde';
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
type Letter = (typeof LETTERS)[number];
const textOf = (path: string) => readFileSync(path, 'utf8');
const pathOf = (letter: Letter) => `${FOLDER}/bids/bid-${letter.toLowerCase()}.json`;

function whole<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  expect(outcome.warnings).toEqual([]);
  return outcome.value;
}
const procedure = whole(parseProcedure(textOf(`${FOLDER}/procedure.json`)));
const state = foldProcedure(procedure.history);
const bids = new Map(LETTERS.map((letter) => [letter, whole(parseAssessment(textOf(pathOf(letter))))]));
const assessmentOf = (letter: Letter) => bids.get(letter) as Assessment;

const comparison = compare([...bids].map(([id, assessment]) => ({ id, assessment })));
if (!comparison) throw new Error('nothing to compare');
const { model, groups, pair } = comparison;
const bidOf = (letter: Letter) => comparison.bids.find(({ id }) => id === letter) as (typeof comparison.bids)[number];
const resultOf = (letter: Letter) => bidOf(letter).result;
const gatesOf = (letter: Letter, wanted: string) => resultOf(letter).gates.flatMap((gate) => (gate.state === wanted ? [gate.id] : []));
/** Sections with weight and the whole, as ranges with one decimal. */
const figuresOf = (letter: Letter) => {
  const { sections, overall } = resultOf(letter);
  const range = (one: { low: number; high: number } | null) => (one ? `${one.low.toFixed(1)}-${one.high.toFixed(1)}` : '–');
  return [...sections.filter(({ weight }) => weight > 0).map(({ interval }) => range(interval)), range(overall)].join(' ');
};

describe('the files of the example tender', () => {
  it('are what their sources make, byte for byte', async () => {
    const files = await procedureFiles();
    expect([...files.keys()]).toEqual([`${FOLDER}/procedure.json`, ...LETTERS.map(pathOf)]);
    for (const [path, text] of files) expect(text === textOf(path), path).toBe(true);
  });

  it('have a policy of their own, adopted before the seal, that differs from what ships in weights and list', () => {
    const policy = whole(parsePolicy(textOf('questionnaires/examples/sources/kreekmonde/policy.json')));
    expect(procedure.policies).toEqual([policy]);
    expect([policy.adoptedBy, policy.legalBasis, policy.source].every(Boolean)).toBe(true);
    expect((policy.adopted ?? '') < (state.seal?.at ?? '')).toBe(true);
    const own = Object.fromEntries(procedure.questionnaires.flatMap(({ sections }) => sections.map(({ id, weight }) => [id, weight])));
    expect(policy.weights).not.toEqual(Object.fromEntries(Object.keys(policy.weights ?? {}).map((id) => [id, own[id]])));
    const parameters = procedure.questionnaires.flatMap((one) => (one.parameters ?? []).map(({ id }) => id));
    expect(Object.keys(policy.parameters)).toEqual(parameters);
    // A list of an authority that does not exist names states that do not exist.
    expect(policy.countries.filter((country) => isoCountries.isValid(country))).toEqual([]);
  });

  it('are sealed before the first bid, and the seal is that of the criteria', () => {
    const { seal } = state;
    expect(seal?.sha256).toBe(
      sealOf({
        procedure: procedure.id,
        number: state.details.number ?? '',
        criteria: seal?.criteria as never,
        at: seal?.at ?? '',
        by: seal?.by ?? '',
      }),
    );
    for (const { at } of state.bids) expect(at > (seal?.at ?? '')).toBe(true);
    for (const [letter, { history }] of bids) expect((history[0]?.at ?? '') > (seal?.at ?? ''), letter).toBe(true);
  });

  it('have six bids that are in, under their letters, and agree with the criteria in force', () => {
    expect(state.bids.map(({ label, assessment, lot }) => [label, assessment, lot])).toEqual(
      LETTERS.map((letter) => [`Bid ${letter}`, assessmentOf(letter).id, state.lots[0]?.id]),
    );
    const criteria = criteriaOf(procedure, state.criteria as never);
    for (const assessment of bids.values()) {
      expect(joinDifferences(procedure, assessment).kind).toBe('is-in');
      expect(underCriteria(criteria, assessment)).toEqual({ kind: 'joins', answers: [] });
    }
  });

  it('answer each question that applies, each for itself or with a word on why not, on named evidence', () => {
    const known = new Set([...Object.keys(isoCountries.getAlpha2Codes()), 'XA']);
    for (const letter of LETTERS) {
      model.items.forEach(({ question }, index) => {
        const answer = bidOf(letter).state.answers.get(question.id);
        const where = `${letter} ${question.id}`;
        const { applicable } = resultOf(letter).questions[index] ?? {};
        if (applicable !== 'false') expect(answer, where).toBeDefined();
        if (applicable === 'false') expect(answer, where).toBeUndefined();
        if (answer && answer.state !== 'answered') expect(answer.note, where).toBeTruthy();
        if (answer?.state !== 'answered') return;
        expect(kindOf(question).accept(question, answer.value, known), where).toEqual([]);
        if (question.evidence !== 'none')
          expect([answer.evidence?.grade, answer.evidence?.title, answer.evidence?.date], where).toEqual(Array(3).fill(expect.any(String)));
      });
      const { details } = bidOf(letter).state;
      expect(details.label).toMatch(/^Fictional bidder\./);
      expect(details.vendor).toMatch(/\(fictional\)$/);
      expect([details.position, details.positionSource, details.positionDate].every(Boolean), letter).toBe(true);
    }
  });

  it('go forward in time, on evidence that was there, and use every grade', () => {
    const grades = new Set<string>();
    for (const { history, questionnaire } of bids.values()) {
      const instants = history.map(({ at }) => at);
      expect([...instants].sort()).toEqual(instants);
      expect(new Set(instants).size).toBe(instants.length);
      expect((instants[0] ?? '') >= questionnaire.released).toBe(true);
      for (const entry of history) {
        const evidence = entry.kind === 'answer' ? entry.answer?.evidence : undefined;
        const day = entry.kind === 'detail' && entry.detail === 'positionDate' ? entry.value : evidence?.date;
        if (day) expect(entry.at >= day, `${entry.id} ${evidence?.title}`).toBe(true);
        if (evidence?.grade) grades.add(evidence.grade);
      }
    }
    expect([...grades].sort()).toEqual(['e0', 'e1', 'e2', 'e3']);
    const instants = procedure.history.map(({ at }) => at);
    expect([...instants].sort()).toEqual(instants);
  });
});

describe('the story of the example tender', () => {
  it('R2 R3 S1.1 figures: information, location, operator, integration, overall', () => {
    expect(Object.fromEntries(LETTERS.map((letter) => [letter, figuresOf(letter)]))).toEqual({
      A: '35.9-35.9 16.2-16.2 33.9-33.9 17.2-17.2 25.7-25.7',
      B: '43.4-43.4 13.3-14.4 8.4-9.6 43.7-45.0 27.0-27.9',
      C: '42.6-45.1 21.2-25.4 16.5-22.5 25.9-30.0 25.5-29.9',
      D: '55.7-55.7 28.1-28.1 18.1-18.1 53.7-53.7 38.3-38.3',
      E: '81.4-86.2 50.0-87.7 5.7-68.9 63.3-78.8 47.0-79.1',
      F: '37.3-37.3 2.9-2.9 37.2-37.2 14.1-14.1 23.4-23.4',
    });
  });

  it('K2 the order: B and C not separated, then D, then A and E not separated, and F last', () => {
    expect(groups.map((group) => group.map(({ id }) => id).sort())).toEqual([['B', 'C'], ['D'], ['A', 'E'], ['F']]);
    const open = comparison.pairs.filter(({ relation }) => relation === 'not-separated').map(({ a, b }) => a + b);
    expect(open).toEqual(['AE', 'BC']);
  });

  it('G2 one stop: F, which would have the best score of all', () => {
    expect(LETTERS.filter((letter) => resultOf(letter).stop !== 'false')).toEqual(['F']);
    expect(resultOf('F')).toMatchObject({ stop: 'true', headline: { kind: 'stop' } });
    expect(gatesOf('F', 'true')).toEqual(['g0']);
    const scores = LETTERS.filter((letter) => letter !== 'F').map((letter) => resultOf(letter).overall?.low ?? 0);
    expect(resultOf('F').overall?.high).toBeLessThan(Math.min(...scores));
  });

  it('G5 one gate with an exit: sessions that the port approves bring A from High to Low and to the first place', () => {
    expect(gatesOf('A', 'true')).toEqual(['g1']);
    expect(gatesOf('A', 'undetermined')).toEqual([]);
    expect(resultOf('A').headline).toEqual({ kind: 'band', band: 'high' });
    const exits = exitsOf(model, bidOf('A').state.answers, resultOf('A'), 'g1');
    expect(exits.every(({ changes }) => changes.length === 1)).toBe(true);
    const exit = exits.find(({ changes }) => changes[0]?.question === 'dl-07');
    expect(exit?.changes[0]?.values).toContain('appr');
    expect(exit?.after.headline).toEqual({ kind: 'band', band: 'low' });

    // What the list to negotiate begins with is what a vendor can put into a contract, and what asks least.
    const [first, second, ...more] = commitmentsOf(model, bidOf('A').state.answers, resultOf('A'));
    expect([first, second].map((one) => one?.changes.map(({ question }) => question))).toEqual([['dl-07'], ['ic-02']]);
    expect(more).toEqual([]);
    expect(exits.map(({ changes }) => changes[0]?.question)).toContain('op-07');

    const approved: Answer = { state: 'answered', value: 'appr', evidence: { grade: 'e2' } };
    const { history } = assessmentOf('A');
    const met: readonly Entry[] = [
      ...history,
      { id: 'if-it-were-met', at: '', by: '', kind: 'answer', question: 'dl-07', answer: approved },
    ];
    const supposed = compare([...bids].map(([id, one]) => ({ id, assessment: id === 'A' ? { ...one, history: met } : one })));
    expect(supposed?.groups[0]?.map(({ id }) => id)).toEqual(['A']);
  });

  it('K2.1 B and C are not separated: what C shows weakly or leaves open reaches to both sides of B', () => {
    const [b, c] = [resultOf('B').overall, resultOf('C').overall];
    expect(c?.low).toBeLessThan(b?.low ?? 0);
    expect(c?.high).toBeGreaterThan(b?.high ?? 100);
    for (const letter of ['B', 'C'] as const) expect(resultOf(letter).headline).toEqual({ kind: 'band', band: 'moderate' });
  });

  it('K5 one dominated: B is as good as D in every section and better in one, and nothing else is dominated', () => {
    const found = comparison.pairs.flatMap(({ a, b, dominance }) => (dominance ? [dominance === 'a' ? [a, b] : [b, a]] : []));
    expect(found).toEqual([['B', 'D']]);
  });

  it('R3 A1 one with many unknowns: E is not ratable, from Moderate to Critical', () => {
    expect(LETTERS.filter((letter) => resultOf(letter).headline.kind === 'not-ratable')).toEqual(['E']);
    expect(resultOf('E').rating).toEqual({ low: 'moderate', high: 'critical' });
    expect(1 - resultOf('E').coverage).toBeGreaterThan(model.questionnaire.unansweredAtMost);
    const states = [...bidOf('E').state.answers.values()].map((answer) => answer.state);
    expect(states.filter((one) => one === 'declined')).toHaveLength(6);
    expect(states.filter((one) => one === 'unknown')).toHaveLength(14);
    expect(gatesOf('E', 'undetermined').length).toBeGreaterThan(5);
  });

  it('one deviation after the seal, on a question of Bid D: an answer of the buyer, with old and new value, for all bids alike', () => {
    expect(state.deviations).toHaveLength(1);
    const [deviation] = state.deviations;
    expect(deviation?.reason).toContain('Bid D');
    expect(deviation?.from).toEqual(state.seal?.criteria);
    const [from, to] = [criteriaOf(procedure, deviation?.from as never), criteriaOf(procedure, deviation?.to as never)];
    expect(criteriaDifferences(from, to)).toHaveLength(1);
    expect(Object.keys(to.answers)).toEqual(['pr-02', 'pr-03']);
    expect([from.answers['pr-02'], to.answers['pr-02']]).toMatchObject([
      { value: ['pcs', 'hub', 'tnt'] },
      { value: ['pcs', 'hub', 'tnt', 'gate'] },
    ]);
    expect(bidOf('D').state.details.positionSource).toBe('Clarification question 3');
    // It is not idle: it opens a question that every bid was then asked.
    for (const letter of LETTERS) {
      const { answers, given } = bidOf(letter).state;
      const before = evaluate(model, new Map([...answers, ['pr-02', from.answers['pr-02'] as Answer]]));
      const index = model.indexOf('si-05') ?? -1;
      expect([before.questions[index]?.applicable, resultOf(letter).questions[index]?.applicable]).toEqual(['false', 'true']);
      expect((given.get('si-05')?.at ?? '') > (deviation?.at ?? ''), letter).toBe(true);
      expect(documentHash(assessmentOf(letter).policy)).toBe(deviation?.to.policy);
    }
  });

  it('K3 weight flips: B and C swap when integration weighs 38 % instead of 30 %', () => {
    const flip = pair('B', 'C').flips.find(({ section }) => section === 'si')?.flip;
    expect(flip?.share).toBeCloseTo(0.38, 3);
    const shares = model.sections.map(({ section }) => section.weight / 100);
    const at = model.sections.findIndex(({ section }) => section.id === 'si');
    const ahead = (share: number) => {
      const rest = 1 - (shares[at] ?? 0);
      const weights = shares.map((own, index) => (index === at ? share : (own * (1 - share)) / rest));
      const [b, c] = (['B', 'C'] as const).map((letter) => reweighed(model, resultOf(letter), weights).overall?.high ?? 0);
      return (b ?? 0) < (c ?? 0) ? 'B' : 'C';
    };
    expect([0.3, (flip?.share ?? 0) - 0.001, (flip?.share ?? 0) + 0.001].map(ahead)).toEqual(['B', 'B', 'C']);
  });

  it('K4 rank acceptability: the first place falls to B or C, more often to B; A and E take the fourth and fifth', () => {
    const found = robustness(comparison, { draws: 4000, seed: 1, band: null });
    const share = (letter: Letter, rank: number) => found?.ranks[LETTERS.indexOf(letter) * LETTERS.length + rank - 1] ?? 0;
    expect(share('B', 1) + share('C', 1)).toBeCloseTo(1, 9);
    expect(share('B', 1)).toBeGreaterThan(0.55);
    expect(share('C', 1)).toBeGreaterThan(0.3);
    expect(share('D', 3)).toBeGreaterThan(0.85);
    expect(share('A', 4)).toBeGreaterThan(0.8);
    expect(share('E', 5)).toBeGreaterThan(0.9);
    expect(share('F', 6)).toBe(1);
  });
});
