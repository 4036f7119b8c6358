// @ts-check
/** Bids of the shipped questionnaire in any number, answered by chance from a seed: some good, some bad, some with much left open. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSource } from '../../.ci/load.mjs';
import { ROOT } from '../../.ci/setup.mjs';
import { chance } from './synthetic.mjs';

const NAMES = 'Aldebaran Birchwood Calypso Dunmore Estuary Falconer Greywater Halyard Isthmus Juniper'.split(' ');
const TRADES = 'Cargo Cloud|Port Systems|Freight Data|Quay Software|Logistics Hub'.split('|');
const AT = '2026-09-01T08:00:00.000Z';
/** Id of their procedure. */
export const TENDER = 'tender-of-many';
/** Most that a bid leaves open, as a share of its questions. */
const OPEN = 0.15;

/** @typedef {import('../../src/core/format/assessment.ts').Assessment} Assessment */
/** @typedef {import('../../src/core/format/assessment.ts').Entry} Entry */
/** @typedef {import('../../src/core/format/answer.ts').Answer} Answer */
/** @typedef {import('../../src/core/format/answer.ts').Value} Value */
/** @typedef {import('../../src/core/format/procedure.ts').ProcedureEntry} ProcedureEntry */
/** @typedef {import('../../src/core/model.ts').Model} Model */
/** What the page made by hand shows. @typedef {{ name: string, figures: readonly (readonly number[])[] }} FloorBid */

/**
 * @param {number} count
 * @returns {Promise<{ bids: readonly Assessment[], floor: readonly FloorBid[], tender: readonly ProcedureEntry[] }>} `tender`: the history of a
 *   procedure, `TENDER`, in which they all are
 */
export async function manyBids(count) {
  const { modelOf } = /** @type {typeof import('../../src/core/model.ts')} */ (await loadSource('src/core/model.ts'));
  const { kindOf } = /** @type {typeof import('../../src/core/questions/index.ts')} */ (await loadSource('src/core/questions/index.ts'));
  const { evaluate } = /** @type {typeof import('../../src/core/evaluate.ts')} */ (await loadSource('src/core/evaluate.ts'));
  const { fold } = /** @type {typeof import('../../src/core/history.ts')} */ (await loadSource('src/core/history.ts'));
  const { hashOf } = /** @type {typeof import('../../src/core/canonical.ts')} */ (await loadSource('src/core/canonical.ts'));
  const { sealOf } = /** @type {typeof import('../../src/core/procedure/seal.ts')} */ (await loadSource('src/core/procedure/seal.ts'));
  const [questionnaire, facts] = [newest('logistics-platform'), newest('jurisdictions')];
  /** @type {Assessment['policy']} */
  const policy = { format: 'soundings-policy/1', name: 'No policy list', version: '0', countries: [], parameters: {} };
  const model = modelOf(questionnaire, facts, policy);
  // What the buyer answers is the same for all.
  const buyers = Object.fromEntries(
    model.items.flatMap(({ question }) => {
      const [value] = kindOf(question).samples(question, model.classify, model.countries);
      return question.evidence === 'none' && value !== undefined
        ? [[question.id, /** @type {Answer} */ ({ state: 'answered', value })]]
        : [];
    }),
  );
  const bids = Array.from({ length: count }, (_, i) => {
    const draw = chance(i + 1);
    const [open, good] = [draw() * OPEN, draw()];
    const id = (/** @type {string} */ part) => `bid-${String(i + 1).padStart(4, '0')}-${part}`;
    const vendor = `${NAMES[i % NAMES.length]} ${TRADES[i % TRADES.length]} ${i + 1} (fictional)`;
    /** @type {Entry[]} */
    const history = [{ id: id('vendor'), at: AT, by: 'benchmark', kind: 'detail', detail: 'vendor', value: vendor }];
    for (const { question, bounds } of model.items) {
      const kind = kindOf(question);
      const risk = (/** @type {Value} */ value) => (bounds ? kind.risk(question, value, false, model.classify).high : 0);
      const values = [...kind.samples(question, model.classify, model.countries)].sort((a, b) => risk(a) - risk(b));
      // The better the bid, the oftener one of its less risky answers.
      const value =
        values[Math.floor(values.length * draw() ** (1 + 2 * good))] ?? (question.type === 'date' ? AT.slice(0, 10) : 'See the offer.');
      const grade = questionnaire.grades[Math.floor(draw() ** 0.5 * questionnaire.grades.length)]?.id;
      const own = draw() < open ? { state: draw() < 0.5 ? 'unknown' : 'declined' } : { state: 'answered', value, evidence: { grade } };
      const answer = buyers[question.id] ?? own;
      history.push(/** @type {Entry} */ ({ id: id(question.id), at: AT, by: 'benchmark', kind: 'answer', question: question.id, answer }));
    }
    return { format: /** @type {const} */ ('soundings-assessment/1'), id: id('file'), created: AT, questionnaire, policy, facts, history };
  });
  const floor = bids.map(({ id, history }) => {
    const { overall, sections } = evaluate(model, fold(history).answers);
    const ends = [overall, ...sections.map(({ interval }) => interval)];
    return { name: id, figures: ends.map((one) => (one ? [one.low, one.high] : [])) };
  });
  const hashes = { questionnaire: hashOf(questionnaire), policy: hashOf(policy), facts: hashOf(facts) };
  const criteria = /** @type {import('../../src/core/format/procedure.ts').Pinned} */ ({ ...hashes, answers: buyers });
  const by = { at: AT, by: 'benchmark' };
  /** @type {ProcedureEntry[]} */
  const tender = [
    { ...by, id: 'tender-number', kind: 'detail', detail: 'number', value: 'HK-200' },
    { ...by, id: 'tender-criteria', kind: 'criteria', criteria },
    { ...by, id: 'tender-seal', kind: 'seal', sha256: sealOf({ procedure: TENDER, number: 'HK-200', criteria, ...by }) },
    ...bids.map(
      ({ id }, i) => /** @type {const} */ ({ ...by, id: `tender-bid-${i + 1}`, kind: 'bid', assessment: id, label: `Bid ${i + 1}` }),
    ),
  ];
  return { bids, floor, tender };
}

/** The newest version in a folder of the questionnaires. @param {string} folder */
function newest(folder) {
  const path = join(ROOT, 'questionnaires', folder);
  return JSON.parse(readFileSync(join(path, readdirSync(path).sort().at(-1) ?? ''), 'utf8'));
}
