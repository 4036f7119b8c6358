// @ts-check
/**
 * Questionnaires and assessments of any size for the benchmarks, made from a seed: the same size and seed give the same
 * bytes. Sections of 25 questions, pages of 5; about a fifth of the questions depend on an earlier answer. Nothing rests on
 * evidence, so nothing widens.
 */

const PER_SECTION = 25;
const PER_PAGE = 5;
/** The section whose single choices are left open in an assessment that is otherwise answered. */
export const OPEN_SECTION = 's1';
/** As many gates as a real questionnaire has, whatever the number of questions. */
const GATES = 12;
const CLASSES = { policy: 100, eea: 0, adequate: 20, other: 60 };
const WORDS =
  'access audit backup carrier cloud contract control customs data depot export freight gateway host incident key label ledger licence manifest operator parcel pallet port record region route sensor staff terminal update yard'.split(
    ' ',
  );
/** Share of each type; the first question of a page is a single choice that always applies. */
const MIX = /** @type {const} */ ([
  ['single', 0.5],
  ['several', 0.14],
  ['text', 0.18],
  ['number', 0.09],
  ['countries', 0.05],
  ['table', 0.04],
]);

/** @typedef {import('../../src/core/format/questionnaire.ts').Questionnaire} Questionnaire */
/** @typedef {import('../../src/core/format/questionnaire.ts').Question} Question */
/** @typedef {import('../../src/core/format/answer.ts').Value} Value */
/** @typedef {import('../../src/core/format/assessment.ts').Assessment} Assessment */
/** @typedef {import('../../src/core/format/assessment.ts').Entry} Entry */
/** @typedef {import('../../src/core/format/facts.ts').Facts} Facts */
/** @typedef {Extract<Question, { type: 'single' }>} Single */

/**
 * @param {number} size number of questions
 * @param {number} [seed]
 * @returns {Questionnaire}
 */
export function questionnaireOf(size, seed = 1) {
  const draw = chance(seed);
  /** @type {Single[]} */
  const earlier = [];
  /** @type {Question[]} */
  const questions = [];
  for (let i = 0; i < size; i++) {
    const question = questionOf(i, draw, earlier);
    questions.push(question);
    if (question.type === 'single' && !question.visible) earlier.push(question);
  }
  return {
    format: 'soundings-questionnaire/1',
    id: `synthetic-${size}`,
    version: '1.0.0',
    released: '2026-01-01',
    title: text(`Synthetic review of ${size} questions`),
    purpose: text('Made by chance, to measure with.'),
    publisher: 'Nobody',
    licence: 'CC0-1.0',
    languages: ['en'],
    bands: ['low', 'moderate', 'high', 'critical'].map((id, i) => ({ id, from: 25 * i, name: text(id) })),
    unansweredAtMost: 0.2,
    grades: [
      { id: 'said', name: text('Said'), widening: 0.5 },
      { id: 'shown', name: text('Shown'), widening: 0 },
    ],
    countryClasses: [
      { id: 'policy', name: text('On the list'), of: { by: 'policy' } },
      { id: 'eea', name: text('EEA'), of: { by: 'facts', set: 'eea' } },
      { id: 'adequate', name: text('Adequate'), of: { by: 'facts', set: 'adequacy' } },
      { id: 'other', name: text('Other'), of: { by: 'rest' } },
    ],
    sources: [{ id: 'none', title: text('No source'), kind: 'report', status: 'in-force', asOf: '2026-01-01' }],
    sections: slices(questions, PER_SECTION).map((part, s) => ({
      id: `s${s + 1}`,
      title: text(`Section ${s + 1}: ${phrase(draw, 3)}`),
      // The answers that are timed stand in the first section, the open one; with this weight each of them moves the whole by a
      // point or more, so that the figure shown changes at every size.
      weight: s === 0 ? size : 1,
      pages: slices(part, PER_PAGE).map((page, p) => ({ id: `p${p + 1}`, title: text(phrase(draw, 3)), questions: page })),
    })),
    gates: Array.from({ length: Math.min(GATES, earlier.length) }, (_, g) => {
      const at = earlier[Math.floor((g * earlier.length) / GATES)] ?? earlier[0];
      return {
        id: `g${g + 1}`,
        title: text(phrase(draw, 4)),
        reason: text(`${phrase(draw, 14)}.`),
        sources: [{ source: 'none' }],
        when: { op: 'answer-in', question: at?.id ?? '', options: [at?.options.at(-1)?.id ?? ''] },
        effects: [{ effect: 'rating-at-least', band: 'moderate' }],
        exit: text(`${phrase(draw, 10)}.`),
      };
    }),
  };
}

/**
 * @param {Questionnaire} questionnaire
 * @param {Facts} facts the country table it is made with
 * @param {{ answered: boolean }} how every question that applies is answered, save the choices of the open section; or none
 * @returns {Assessment}
 */
export function assessmentOf(questionnaire, facts, { answered }) {
  const draw = chance(7);
  /** @type {Map<string, Value>} */
  const values = new Map();
  const open = new Set(clickable(questionnaire).flatMap(({ section, question }) => (section === OPEN_SECTION ? [question.id] : [])));
  for (const question of answered ? questionsOf(questionnaire) : [])
    if (!open.has(question.id) && applies(question, values)) values.set(question.id, answerTo(question, draw));
  return {
    format: 'soundings-assessment/1',
    id: `${questionnaire.id}-${answered ? 'answered' : 'empty'}`,
    created: instant(0),
    questionnaire,
    facts,
    policy: { format: 'soundings-policy/1', name: 'No policy list', version: '0', countries: [], parameters: {} },
    history: [...values].map(([question, value], i) => ({
      id: `entry-${String(i + 1).padStart(6, '0')}`,
      at: instant(i + 1),
      by: 'bench',
      kind: 'answer',
      question,
      answer: /** @type {Extract<Entry, { kind: 'answer' }>['answer']} */ ({ state: 'answered', value }),
    })),
  };
}

/**
 * Single choices that always apply, with the page they stand on, in order: what the benchmarks click.
 * @param {Questionnaire} questionnaire
 * @returns {readonly { page: string, section: string, question: Single }[]}
 */
export function clickable({ sections }) {
  return sections.flatMap((section) =>
    section.pages.flatMap((page) =>
      page.questions.flatMap((question) =>
        question.type === 'single' && !question.visible ? [{ section: section.id, page: page.id, question }] : [],
      ),
    ),
  );
}

/** @param {Questionnaire} questionnaire */
export const questionsOf = ({ sections }) => sections.flatMap((section) => section.pages.flatMap((page) => page.questions));

/**
 * @param {number} index
 * @param {() => number} draw
 * @param {readonly Single[]} earlier single choices that always apply, of which it may depend on one
 * @returns {Question}
 */
function questionOf(index, draw, earlier) {
  const first = index % PER_PAGE === 0;
  const on = earlier[earlier.length - 1 - below(draw, Math.min(4, earlier.length))];
  const visible = first || !on || draw() > 0.25 ? undefined : conditionOn(on, draw);
  const base = {
    id: `q${index + 1}`,
    text: text(`${phrase(draw, 6 + below(draw, 10))}?`),
    weight: 1 + below(draw, 4),
    evidence: /** @type {const} */ ('none'),
    ...(visible && { visible }),
  };
  switch (first ? 'single' : typeBy(draw())) {
    case 'single':
      return { ...base, type: 'single', options: optionsOf(draw) };
    case 'several':
      return { ...base, type: 'several', options: optionsOf(draw), combine: { rule: 'mean' } };
    case 'number':
      return {
        ...base,
        type: 'number',
        min: 0,
        max: 1000,
        scale: {
          kind: 'line',
          points: [
            { at: 0, risk: 0 },
            { at: 1000, risk: 100 },
          ],
        },
      };
    case 'countries':
      return { ...base, type: 'countries', risks: CLASSES };
    case 'table':
      return {
        ...base,
        type: 'table',
        columns: [
          { id: 'service', text: text('Service'), type: 'text' },
          { id: 'share', text: text('Share'), type: 'single', weight: 1, options: optionsOf(draw) },
        ],
        noRows: { text: text('There is none'), risk: 0 },
      };
    default:
      return { ...base, weight: 0, type: 'text' };
  }
}

/**
 * @param {Single} question
 * @param {() => number} draw
 * @returns {{ op: 'answer-in', question: string, options: string[] }}
 */
const conditionOn = (question, draw) => ({
  op: 'answer-in',
  question: question.id,
  options: [question.options[below(draw, question.options.length)]?.id ?? ''],
});

/** From risk 0 to risk 100, whatever stands between. @param {() => number} draw */
function optionsOf(draw) {
  const last = 2 + below(draw, 4);
  return Array.from({ length: last + 1 }, (_, i) => ({
    id: `o${i + 1}`,
    text: text(phrase(draw, 2 + below(draw, 4))),
    risk: Math.round((100 * i) / last),
  }));
}

/**
 * @param {Question} question
 * @param {ReadonlyMap<string, Value>} values
 */
const applies = ({ visible }, values) => visible?.op !== 'answer-in' || visible.options.includes(String(values.get(visible.question)));

/**
 * @param {Question} question
 * @param {() => number} draw
 * @returns {Value}
 */
function answerTo(question, draw) {
  /** @param {readonly { id: string }[]} options */
  const pick = (options) => options[below(draw, options.length)]?.id ?? '';
  switch (question.type) {
    case 'single':
      return pick(question.options);
    case 'several':
      return [...new Set([pick(question.options), pick(question.options)])];
    case 'countries':
      return ['BE', 'CA'];
    case 'number':
      return below(draw, 1000);
    case 'table':
      return [
        { service: phrase(draw, 2), share: 'o1' },
        { service: phrase(draw, 2), share: 'o2' },
      ];
    default:
      return `${phrase(draw, 8)}.`;
  }
}

/** @param {number} x 0 to 1 */
function typeBy(x) {
  let upTo = 0;
  for (const [type, share] of MIX) {
    upTo += share;
    if (x < upTo) return type;
  }
  return 'text';
}

/** @param {string} en */
const text = (en) => ({ en });
/**
 * @param {() => number} draw
 * @param {number} length words
 */
const phrase = (draw, length) => Array.from({ length }, () => WORDS[below(draw, WORDS.length)]).join(' ');
/** @param {number} minutes since the assessment was made */
const instant = (minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
/** @param {() => number} draw @param {number} limit */
const below = (draw, limit) => Math.floor(draw() * limit);

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} length
 */
const slices = (list, length) =>
  Array.from({ length: Math.ceil(list.length / length) }, (_, i) => list.slice(i * length, (i + 1) * length));

/** Numbers from 0 to below 1 that look like chance (xorshift of 32 bits). @param {number} seed above 0 */
export function chance(seed) {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
