/**
 * What the shipped files say, held against what they are meant to say. The shape of each file, its references, and its
 * figures; each test ends with a line on how much it checked.
 */
import { readdirSync, readFileSync } from 'node:fs';
import isoCountries from 'i18n-iso-countries';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleFiles } from '../../.ci/make-examples.mjs';
import { evaluate } from '../../src/core/evaluate.ts';
import type { Value } from '../../src/core/format/answer.ts';
import { type Assessment, AssessmentSchema } from '../../src/core/format/assessment.ts';
import type { Condition } from '../../src/core/format/condition.ts';
import { EMPTY_POLICY, type Facts, FactsSchema } from '../../src/core/format/facts.ts';
import { type Question, type Questionnaire, QuestionnaireSchema } from '../../src/core/format/questionnaire.ts';
import { fold } from '../../src/core/history.ts';
import { modelOf } from '../../src/core/model.ts';
import { checkQuestionnaire, parseAssessment } from '../../src/core/parse.ts';
import { kindOf } from '../../src/core/questions/index.ts';

const ROOM = new URL('../../questionnaires/', import.meta.url);
const EXAMPLES = ['liege-hub-replay', 'meridian', 'meridian-renegotiated', 'scheldewaard'];
const textOf = (path: string): string => readFileSync(new URL(path, ROOM), 'utf8');

/** The file as its schema has it; every issue of a bad file is in the message. */
function load<T>(path: string, schema: v.GenericSchema<unknown, unknown>): T {
  const outcome = v.safeParse(schema, JSON.parse(textOf(path)));
  expect(outcome.success ? [] : outcome.issues.map((issue) => `${path} ${v.getDotPath(issue)}: ${issue.message}`)).toEqual([]);
  return outcome.output as T;
}

const questionnaire = load<Questionnaire>('logistics-platform/1.0.0.json', QuestionnaireSchema);
const facts = load<Facts>('jurisdictions/2026-11-23.json', FactsSchema);
const questions = questionnaire.sections.flatMap((section) => section.pages.flatMap((page) => page.questions));
const byId = new Map(questions.map((question) => [question.id, question]));

const checked = new Map<string, number>();
const count = (what: string, number = 1): void => void checked.set(what, (checked.get(what) ?? 0) + number);
afterAll(() => console.log(`checked ${[...checked].map(([what, number]) => `${number} ${what}`).join(', ')}`));

/** Every string in a value, with where it is. */
function strings(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}/${key}`));
}

/** Every condition in a condition, itself first. */
function parts(condition: Condition): readonly Condition[] {
  if (condition.op === 'all' || condition.op === 'any') return [condition, ...condition.of.flatMap(parts)];
  return condition.op === 'not' ? [condition, ...parts(condition.of)] : [condition];
}

/** Options that an answer to the question, or to one of its columns, can have. */
function optionsOf(question: Question | undefined, column: string | undefined): readonly string[] {
  const holder = question?.type === 'table' ? question.columns.find(({ id }) => id === column) : question;
  return holder && 'options' in holder ? (holder.options ?? []).map(({ id }) => id) : [];
}

/** Every question and option that a condition names must be among the questions given. */
function expectNames(condition: Condition, known: readonly string[], where: string): void {
  for (const part of parts(condition)) {
    count('conditions');
    if (!('question' in part)) continue;
    expect(known, `${where} looks at ${part.question}`).toContain(part.question);
    if (part.op === 'answer-in')
      expect(optionsOf(byId.get(part.question), part.column), where).toEqual(expect.arrayContaining([...part.options]));
  }
}

/** Weight, type and risks of everything, one line a question; "!" marks what stands alone. Choosing others is a new version. */
const INTENDED = `
pr 0:
  pr-01 0 table required: rows –
  pr-02 0 several none: pcs, tos, hub, tnt, cust, gate, scan, ot
  pr-03 0 single none: crit, imp, min
  pr-04 0 date required:
ic 25:
  ic-01 5 several required: sched 5, moves 40, party 55, goods 55, rates 60, cons 65, invoice 70, driver 65, dg 80, cust 90, lay 85, cred 85, bio 95, sec 100, mil 100
  ic-02 5 single required: pub 0, aggm 15, aggd 35, mbl 60, hbl 85, item 100
  ic-03 3 number optional: steps 0→10, 5→35, 26→60, 51→85, 91→100
  ic-04 2 single optional: year 10, month 25, day 60, live 100
  ic-05 2 number required: steps 0→10, 2→35, 4→70, 11→100; unlimited 100
  ic-06 4 single required: iso 0, cust 40, sites 70, eco 95
  ic-07 4 single required: svc 0, impr 30, bench 65, group 100
  ic-08 2 single required: no 0, own 20, anon 60, yes 100
  ic-10 1 single optional: agr 0, gen 45, none 100
  ic-09 5 single required: out 0, mask 25, hidden 75, vis 100
  ic-11 2 single required: done 0, open 40, no 85
  ic-12 2 single required: card 10, site 30, vendeu 75, vend 100
  ic-13 2 single required: live 0, req 40, none 100
dl 15:
  dl-01 3 countries required: by class
  dl-02 2 countries required: by class
  dl-03 3 countries required: by class
  dl-04 3 countries required: by class; none 0!
  dl-10 2 single required: hard 0, reg 30, def 70, none 100
  dl-05 5 single required: buyer 0, eu 5, eutrust 30, eusub 60, group 80, third 90
  dl-06 4 single required: hyok 0, ext 35, byok 60, vend 85, none 100
  dl-07 5 single required: never 0, appr 25, break 65, yes 100
  dl-08 3 single required: none 0, agg 15, pseu 45, id 80, cont 100
  dl-09 2 number required: steps 0→0, 4→25, 13→60, 37→85, 121→100; unlimited 100
  dl-11 3 single required: na 0, adeq 15, scc 45, scc0 75, none 100
  dl-12 3 table required: sees×1: enc 15, adeq 40, third 75; change×1: consent 0, free 100; rows 0
  dl-13 1 single required: proof 0, decl 40, keep 75, none 100
op 35:
  op-01 2 countries required: by class
  op-02 4 countries required: by class
  op-03 2 table required: known×1: full 0, part 60, vie 75, no 100; rows –
  op-04 3 single required: none 0, lt10 15, lt25 40, lt50 70, ctl 100
  op-05 2 several required: none 0!, veto 60, debt 60, rev 50, tech 80
  op-06 2 countries required: by class
  op-07 5 single required: eu 0, treaty 25, jud 50, exec 75, duty 90, secret 100
  op-08 2 single required: full 0, notif 35, decl 65, none 100
  op-15 1 single required: buyer 0, eu 10, adeq 45, third 90
  op-09 4 several required: none 0!, info 20, nat 90, eu 100
  op-10 1 single required: clr 0, nr 10, cond 25, pend 60, unk 90, proh 100
  op-11 0 countries required:
  op-16 2 single required: none 0, fixed 20, open 70, hide 100
  op-12 3 single required: test 0, plan 40, part 70, no 100
  op-13 2 single required: eu 0, euinst 50, mix 70, third 90
  op-14 2 single required: cons 0, notif 35, after 70, none 100
si 25:
  si-01 3 table required: privilege×1: out 10, ro 30, rw 60, adm 95; rows 0
  si-02 5 single required: none 0, push 10, ro 25, rw 50, agent 75, admin 100
  si-06 4 single required: no 0, mon 20, plan 45, ctl 85, safe 100
  si-07 2 single required: zone 0, vlan 40, flat 100
  si-03 3 single required: none 0, buyer 15, vend 55, perm 90, unk 100
  si-04 4 single required: buyer 0, defer 25, note 65, silent 100
  si-05 3 single required: none 0, off 15, on 55, undoc 100
  si-08 2 single required: full 0, top 35, nda 60, none 100
  si-09 2 single required: oss 0, audit 20, right 50, none 100
  si-10 2 single required: cra 0, pol 35, none 80, pre 100
  si-11 1 several required: none 0!, eu 15, third 70, ad 90
  si-12 2 single required: buyer 0, fed 35, vend 75
  si-13 4 single required: test 0, plan 35, deg 70, no 100
  si-14 2 single required: open 0, exp 40, part 70, none 100
`;

const risksOf = (options: readonly { id: string; risk?: number | undefined; exclusive?: true | undefined }[]): string =>
  options.map(({ id, risk, exclusive }) => `${id}${risk === undefined ? '' : ` ${risk}`}${exclusive ? '!' : ''}`).join(', ');

function lineOf(question: Question): string {
  const told: string[] = [];
  if (question.type === 'table') {
    for (const column of question.columns) {
      if (column.weight && column.type === 'single') told.push(`${column.id}×${column.weight}: ${risksOf(column.options)}`);
    }
    told.push(`rows ${question.noRows?.risk ?? '–'}`);
  }
  if (question.type === 'number' && question.scale) {
    told.push(`${question.scale.kind} ${question.scale.points.map(({ at, risk }) => `${at}→${risk}`).join(', ')}`);
  }
  if (question.type === 'countries' && question.risks) {
    expect(question.risks, question.id).toEqual({ policy: 100, eea: 0, adequate: 25, 'adequate-limited': 40, other: 60 });
    told.push('by class');
  }
  if ('options' in question && question.options) told.push(risksOf(question.options));
  return `  ${question.id} ${question.weight} ${question.type} ${question.evidence}: ${told.join('; ')}`.trimEnd();
}

describe('the questionnaire on logistics platforms', () => {
  it('C1 hangs together: no problem and no warning in the check that all files go through', () => {
    expect(checkQuestionnaire(questionnaire)).toEqual([]);
  });

  it('S1 Q1 has 60 questions with the intended weights and risks', () => {
    expect(questions).toHaveLength(60);
    const lines = questionnaire.sections.flatMap((section) => [
      `${section.id} ${section.weight}:`,
      ...section.pages.flatMap((page) => page.questions.map(lineOf)),
    ]);
    expect(lines).toEqual(
      INTENDED.trim()
        .split('\n')
        .map((line) => line.trimEnd()),
    );
    count('lines of weights and risks', lines.length);
  });

  it('Q5 combines several choices by the worst, and kinds of information by the worst and 2 for each further from 50', () => {
    const combined = questions.flatMap((question) =>
      'combine' in question && question.combine ? [[question.id, question.combine] as const] : [],
    );
    const worst = { rule: 'worst' };
    expect(Object.fromEntries(combined)).toEqual({
      'ic-01': { rule: 'worst-plus', each: 2, from: 50 },
      ...Object.fromEntries(['dl-12', 'op-03', 'op-05', 'op-09', 'si-01', 'si-11'].map((id) => [id, worst])),
    });
  });

  it('keeps pages of one topic: three to seven questions', () => {
    for (const { id, questions: onPage } of questionnaire.sections.flatMap(({ pages }) => pages)) {
      count('pages');
      expect(onPage.length, id).toBeGreaterThanOrEqual(3);
      expect(onPage.length, id).toBeLessThanOrEqual(7);
    }
  });

  it('cites only sources that it lists, and lists none that it does not cite', () => {
    const cited = [
      ...questions.map(({ id, sources }) => [id, sources ?? []] as const),
      ...questionnaire.gates.map(({ id, sources }) => [id, sources] as const),
    ];
    const listed = questionnaire.sources.map(({ id }) => id);
    for (const [id, sources] of cited) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { source } of sources) expect(listed, id).toContain(source);
      count('citations', sources.length);
    }
    expect(listed.filter((id) => !cited.some(([, sources]) => sources.some(({ source }) => source === id)))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('says of each proposal that it is one, and of what lapsed when', () => {
    const of = (status: string) => questionnaire.sources.filter((source) => source.status === status);
    expect(of('proposal').map(({ id }) => id)).toEqual(['elisa-eesti', 'csa2', 'cada']);
    expect(of('lapsed').map(({ id, asOf }) => [id, asOf])).toEqual([['fisa-702', '2026-06-12']]);
    count('sources', questionnaire.sources.length);
  });

  it('C3 lets a question depend on earlier questions only, and on options that are there', () => {
    const order = questions.map(({ id }) => id);
    const conditional = questions.filter((question) => question.visible);
    for (const question of conditional)
      if (question.visible) expectNames(question.visible, order.slice(0, order.indexOf(question.id)), question.id);
    expect(conditional.map(({ id }) => id)).toEqual(['ic-09', 'ic-12', 'dl-09', 'dl-11', 'si-07', 'si-03', 'si-04', 'si-05']);
  });

  it('G1 C3 has gates with reason, source, exit and effects, on what is there and earlier', () => {
    const gates = questionnaire.gates.map(({ id }) => id);
    expect(gates).toEqual(['g0', 'g1', 'g1b', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7', 'g8', 'g9', 'dl-floor']);
    questionnaire.gates.forEach((gate, index) => {
      expectNames(gate.when, [...byId.keys()], gate.id);
      for (const part of parts(gate.when)) if (part.op === 'gate') expect(gates.slice(0, index), gate.id).toContain(part.gate);
      expect(gate.exit.en?.length, gate.id).toBeGreaterThan(20);
      expect(gate.reason.en?.length, gate.id).toBeGreaterThan(40);
    });
  });

  it('G2 gives each gate the intended effect', () => {
    const effects = questionnaire.gates.map(
      ({ id, effects: all }) => `${id} ${all.map((effect) => Object.values(effect).join(' ')).join(', ')}`,
    );
    expect(effects).toEqual([
      'g0 stop',
      'g1 rating-at-least high',
      'g1b rating-at-least moderate',
      'g2 rating-at-least critical',
      'g3 rating-at-least high',
      'g4 rating-at-least critical',
      'g5 rating-at-least high',
      'g6 rating-at-least high',
      'g7 rating-at-least high',
      'g8 rating-at-least high',
      'g9 rating-at-least moderate',
      'dl-floor section-at-least dl 50',
    ]);
    count('gates', effects.length);
  });

  it('C2.1 lets no bare statement of a vendor close a gate', () => {
    // What fires no gate, and keeps every question of the gates asked.
    const harmless: Readonly<Record<string, Value>> = {
      ...{ 'pr-02': ['ot'], 'ic-01': ['party'], 'ic-02': 'aggm', 'ic-06': 'iso', 'ic-07': 'svc', 'op-03': [{ known: 'full' }] },
      ...{ 'dl-05': 'eu', 'dl-07': 'never', 'dl-08': 'pseu', 'dl-09': 0, 'dl-11': 'scc', 'dl-12': [{ change: 'consent' }], 'op-07': 'eu' },
      ...{ 'op-09': ['none'], 'op-12': 'test', 'si-02': 'ro', 'si-04': 'buyer', 'si-05': 'none', 'si-06': 'mon' },
    };
    const asked = new Set(
      questionnaire.gates.flatMap(({ when }) => parts(when)).flatMap((part) => ('question' in part ? [part.question] : [])),
    );
    const buyers = [...asked].filter((id) => byId.get(id)?.evidence === 'none' || (byId.get(id)?.answeredBy && id !== 'op-09'));
    expect(buyers.sort()).toEqual(['ic-03', 'ic-09', 'pr-03', 'si-13']);
    expect([...asked].filter((id) => !(id in harmless)).sort()).toEqual(buyers);
    const model = modelOf(questionnaire, facts, EMPTY_POLICY);
    const states = (grade: string) => {
      const answers = Object.entries(harmless).map(([id, value]) => [id, { state: 'answered', value, evidence: { grade } }] as const);
      return evaluate(model, new Map(answers)).gates.map(({ id, state }) => `${id} ${state}`);
    };
    const all = (state: string) => questionnaire.gates.map(({ id }) => `${id} ${state}`);
    expect(states('e0')).toEqual(all('undetermined'));
    expect(states('e3')).toEqual(all('false'));
    // A list in law is looked up, not vouched for.
    expect(states('e2').filter((one) => !one.endsWith('false'))).toEqual(['g0 undetermined']);
    count('gates closed by evidence', asked.size);
  });

  it('leaves no hole between the gates on compelled access, at any threshold', () => {
    const choices = questionnaire.parameters?.[0]?.choices ?? [];
    expect(choices.map(({ id, value }) => [id, value])).toEqual([
      ['strict', 50],
      ['standard', 75],
      ['narrow', 90],
    ]);
    const op07 = byId.get('op-07');
    const laws = op07?.type === 'single' ? op07.options : [];
    for (const { id: threshold, value } of choices) {
      const model = modelOf(questionnaire, facts, { ...EMPTY_POLICY, parameters: { 'compulsion-threshold': threshold } });
      for (const { id, risk = 0 } of laws) {
        const answered = Object.entries({ 'op-07': id, 'dl-07': 'yes', 'ic-02': 'hbl' }).map(
          ([question, answer]) => [question, { state: 'answered', value: answer, evidence: { grade: 'e2' } }] as const,
        );
        const { gates } = evaluate(model, new Map(answered));
        const fires = Object.fromEntries(gates.map((gate) => [gate.id, gate.state]));
        expect([fires.g1, fires.g1b], `${threshold}, ${id}`).toEqual([String(risk >= value), String(risk >= 50 && risk < value)]);
        count('laws at a threshold');
      }
    }
  });
});

describe('the table of countries', () => {
  const userAssigned = (facts.userAssigned ?? []).map(({ country }) => country);

  it('Q6 names countries that exist, each once a set', () => {
    const real = new Set(Object.keys(isoCountries.getAlpha2Codes()));
    for (const set of facts.sets) {
      const members = set.members.map(({ country }) => country);
      expect(
        members.filter((country) => !real.has(country)),
        set.id,
      ).toEqual([]);
      expect(new Set(members).size, set.id).toBe(members.length);
      count('members of sets', members.length);
    }
    for (const { country, law } of facts.laws) expect(real.has(country), law).toBe(true);
    for (const country of userAssigned) expect(real.has(country), country).toBe(false);
    count('laws', facts.laws.length);
  });

  it('Q6 has the sets that it says it has, in their sizes', () => {
    const sizes = Object.fromEntries(facts.sets.map(({ id, members }) => [id, members.length]));
    expect(sizes).toEqual({ eu: 27, eea: 30, adequacy: 16, gpa: 48, nato: 32, 'eu-candidate': 9, fatf: 25 });
  });

  it('scores only what the questionnaire scores: EEA and adequacy', () => {
    expect(facts.sets.filter(({ scored }) => scored).map(({ id }) => id)).toEqual(['eea', 'adequacy']);
    const used = (questionnaire.countryClasses ?? []).flatMap(({ of }) => (of.by === 'facts' ? [of.set] : []));
    expect([...new Set(used)]).toEqual(['eea', 'adequacy']);
  });

  it('goes stale after its own day, and says so where it already has', () => {
    for (const set of facts.sets) expect(set.staleAfter > set.asOf, set.id).toBe(true);
    for (const law of facts.laws) expect(law.staleAfter > law.asOf && law.confidence !== 'low', law.law).toBe(true);
    expect(facts.sets.filter(({ staleAfter }) => staleAfter < facts.version).map(({ id }) => id)).toEqual(['eu-candidate', 'fatf']);
  });

  it('puts no country on a list of concern', () => {
    expect(facts.sets.map(({ id }) => id).filter((id) => /concern|sanction|policy|risk/.test(id))).toEqual([]);
    expect(EMPTY_POLICY.countries).toEqual([]);
  });

  it('is even-handed: laws of EU states stand beside those of others', () => {
    const eea = new Set(facts.sets.find(({ id }) => id === 'eea')?.members.map(({ country }) => country));
    const inside = new Set(facts.laws.map(({ country }) => country).filter((country) => eea.has(country)));
    expect([...inside]).toEqual(['BE', 'DE', 'FR']);
  });
});

describe.each(EXAMPLES)('the example %s', (name) => {
  const path = `examples/${name}.json`;
  const example = load<Assessment>(path, AssessmentSchema);
  const { answers, details } = fold(example.history);

  it('is whole: it opens as any assessment file, with the shipped questionnaire and facts and no policy', () => {
    const outcome = parseAssessment(textOf(path));
    expect(outcome.ok ? outcome.warnings : outcome.problems).toEqual([]);
    expect(example.questionnaire).toEqual(questionnaire);
    expect(example.facts).toEqual(facts);
    expect(example.policy).toEqual(EMPTY_POLICY);
    count('entries of histories', example.history.length);
  });

  it('is what its source makes', () => {
    expect(exampleFiles().get(`questionnaires/${path}`)).toBe(textOf(path));
  });

  it('A1 A2 answers each question that applies, with values that the question takes', () => {
    const known = new Set([...Object.keys(isoCountries.getAlpha2Codes()), 'XA']);
    const result = evaluate(modelOf(example.questionnaire, example.facts, example.policy), answers);
    questions.forEach((question, index) => {
      const answer = answers.get(question.id);
      if (result.questions[index]?.applicable === 'true') expect(answer, question.id).toBeDefined();
      if (answer?.state !== 'answered') return;
      count('answers');
      expect(kindOf(question).accept(question, answer.value, known), question.id).toEqual([]);
      if (question.evidence === 'required')
        expect([answer.evidence?.grade, answer.evidence?.title], question.id).toEqual([expect.any(String), expect.any(String)]);
    });
  });

  it('goes forward in time, after the questionnaire was released, by roles and not by persons', () => {
    const instants = example.history.map(({ at }) => at);
    expect([...instants].sort()).toEqual(instants);
    expect(new Set(instants).size).toBe(instants.length);
    expect((instants[0] ?? '') >= questionnaire.released).toBe(true);
    expect([...new Set(example.history.map(({ by }) => by))]).toHaveLength(1);
    expect(details.label).toMatch(
      /^(Fictional bidder\.|Replay of public reporting of 5 October 2023\. Not an assessment of the company\. Cainiao denies wrongdoing\.$)/,
    );
    expect(details.position && details.positionSource && details.positionDate).toBeTruthy();
  });
});

describe('what the examples come to', () => {
  const resultOf = (name: string) => {
    const { questionnaire: own, facts: table, policy, history } = load<Assessment>(`examples/${name}.json`, AssessmentSchema);
    const { sections, overall, rating, headline, gates } = evaluate(modelOf(own, table, policy), fold(history).answers);
    const range = (interval: { low: number; high: number } | null) =>
      interval ? `${interval.low.toFixed(1)}-${interval.high.toFixed(1)}` : '–';
    return {
      sections: sections
        .filter(({ weight }) => weight > 0)
        .map(({ id, interval }) => `${id} ${range(interval)}`)
        .join(', '),
      overall: range(overall),
      rating: `${rating?.low}-${rating?.high}`,
      headline: headline.kind,
      fired: gates
        .filter(({ state }) => state === 'true')
        .map(({ id }) => id)
        .join(' '),
      open: gates
        .filter(({ state }) => state === 'undetermined')
        .map(({ id }) => id)
        .join(' '),
    };
  };

  it.each([
    [
      'liege-hub-replay',
      'ic 24.0-98.7, dl 50.0-94.2, op 21.9-91.9, si 0.0-98.1',
      '21.2-95.5',
      'low-critical',
      'not-ratable',
      'dl-floor',
      'g0 g1 g2 g3 g4 g5 g6 g7 g8 g9',
    ],
    ['scheldewaard', 'ic 45.9-45.9, dl 13.3-16.8, op 4.6-6.9, si 46.1-48.0', '26.6-28.4', 'moderate-moderate', 'band', '', ''],
    ['meridian', 'ic 33.2-33.2, dl 50.0-50.0, op 25.0-25.0, si 11.2-11.2', '27.4-27.4', 'high-high', 'band', 'g1 dl-floor', ''],
    ['meridian-renegotiated', 'ic 33.2-33.2, dl 24.0-24.0, op 25.0-25.0, si 11.2-11.2', '23.5-23.5', 'low-low', 'band', '', ''],
  ])('R2 R3 G3 %s', (name, sections, overall, rating, headline, fired, open) => {
    expect(resultOf(name)).toEqual({ sections, overall, rating, headline, fired, open });
  });
});

describe('all shipped texts', () => {
  it('never ask for nationality or origin of people; where the words stand, it is to say so', () => {
    const files = readdirSync(new URL('examples/sources/', ROOM), { encoding: 'utf8', recursive: true });
    const sources = files.filter((file) => file.endsWith('.json')).map((file) => `examples/sources/${file}`);
    expect(sources, 'those of the examples, and a tender with its policy and six bids').toHaveLength(EXAMPLES.length + 8);
    for (const path of ['logistics-platform/1.0.0.json', 'jurisdictions/2026-11-23.json', ...sources]) {
      for (const [place, text] of strings(JSON.parse(textOf(path)), path)) {
        count('texts');
        for (const sentence of text.split(/(?<=[.;])\s/)) {
          if (/nationalit|ethnic|birthplace/i.test(sentence)) expect(sentence, place).toMatch(/\b(never|nobody)/i);
        }
      }
    }
  });
});
