// @ts-check
/**
 * The example of a tender: `procedure.json` and a file a bid, from the sources of one folder. What the buyer answers once stands in
 * the procedure's source alone and is written into each bid when it joins, and again by the deviation.
 */
import { additions, entriesOf, exampleDocuments, FOLDER, later, readSource } from './example-history.mjs';
import { loadSource } from './load.mjs';

/** @typedef {import('./example-history.mjs').Additions} Additions */
/** @typedef {import('./example-history.mjs').Entry} Entry */
/**
 * @typedef {object} ProcedureSource
 * @property {string} start instant of the first entry
 * @property {string} by role
 * @property {Record<string, string>} details
 * @property {{ id: string, title: string }[]} lots
 * @property {Additions['answers']} answers what the buyer answers once
 * @property {{ at: string, by: string }} seal
 * @property {{ by: string, lot: string, opened: Record<string, { label: string, at: string }> }} bids by name of their source
 * @property {{ at: string, by: string, reason: string, answers: Additions['answers'] }} deviation
 */
/** @typedef {Additions & { start: string, by: string, later: Additions & { start: string, by: string } }} BidSource `later`: asked after the deviation */

const NAME = 'kreekmonde';
const ID = `example-${NAME}`;

/** @returns {Promise<Map<string, string>>} path below the project's folder → text of the procedure and of each bid */
export async function procedureFiles() {
  const hashOf = /** @type {(value: unknown) => string} */ ((await loadSource('src/core/canonical.ts')).hashOf);
  const sealOf = /** @type {(sealed: unknown) => string} */ ((await loadSource('src/core/procedure/seal.ts')).sealOf);
  const { questionnaire, facts, order } = exampleDocuments();
  const policy = readSource(`${NAME}/policy`);
  /** @type {ProcedureSource} */
  const source = readSource(`${NAME}/procedure`);
  const { start, by, details, lots, answers, seal, bids, deviation } = source;

  const first = additions({ answers }, NAME, order);
  const corrected = additions({ answers: deviation.answers }, NAME, order);
  /** @param {object[]} buyers entries with the answers that hold */
  const criteriaWith = (buyers) => ({
    questionnaire: hashOf(questionnaire),
    policy: hashOf(policy),
    facts: hashOf(facts),
    answers: Object.fromEntries(buyers.map((entry) => /** @type {any} */ (entry)).map(({ question, answer }) => [question, answer])),
  });
  const criteria = criteriaWith(first);
  const sha256 = sealOf({ procedure: ID, number: details.number, criteria, ...seal });

  const made = Object.entries(bids.opened).map(([name, { label, at }]) => {
    /** @type {BidSource} */
    const bid = readSource(`${NAME}/${name}`);
    const opening = entriesOf(additions({ details: bid.details }, name, order), at, bids.by);
    const joined = later(at, opening.length);
    /** @type {readonly (readonly [object[], string, string])[]} */
    const steps = [
      [first, joined, bids.by],
      [additions({ ...bid, details: {} }, name, order), bid.start, bid.by],
      [corrected, deviation.at, deviation.by],
      [additions(bid.later, name, order), bid.later.start, bid.later.by],
    ];
    const history = [...opening];
    for (const [added, from, who] of steps) history.push(...entriesOf(added, from, who, history.length));
    const assessment = `${ID}-${name}`;
    const whole = { format: 'soundings-assessment/1', id: assessment, created: at, questionnaire, policy, facts, history };
    return { path: `${FOLDER}/${NAME}/bids/${name}.json`, whole, joining: { at: joined, kind: 'bid', assessment, label, lot: bids.lot } };
  });

  const open = [...additions({ details }, NAME, order), { kind: 'lots', lots }, { kind: 'criteria', criteria }];
  /** @type {Entry[]} */
  const history = [
    ...entriesOf(open, start, by),
    ...entriesOf([{ kind: 'seal', sha256 }], seal.at, seal.by, open.length),
    ...made.flatMap(({ joining: { at, ...entry } }, i) => entriesOf([entry], at, bids.by, open.length + 1 + i)),
    ...entriesOf(
      [{ kind: 'criteria', criteria: criteriaWith([...first, ...corrected]), reason: deviation.reason }],
      deviation.at,
      deviation.by,
      open.length + 1 + made.length,
    ),
  ];
  const procedure = {
    format: 'soundings-procedure/1',
    id: ID,
    created: start,
    questionnaires: [questionnaire],
    policies: [policy],
    facts: [facts],
    history,
  };
  return new Map([
    [`${FOLDER}/${NAME}/procedure.json`, `${JSON.stringify(procedure)}\n`],
    ...made.map(({ path, whole }) => /** @type {const} */ ([path, `${JSON.stringify(whole)}\n`])),
  ]);
}
