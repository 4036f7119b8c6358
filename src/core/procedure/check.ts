import { answerProblems, policyProblems } from '../check/history.ts';
import { placedQuestions } from '../check/walk.ts';
import type { Pinned, Procedure, ProcedureEntry } from '../format/procedure.ts';
import { below, type Problem, problem } from '../problems.ts';
import { documentHash } from './criteria.ts';
import { sealOf } from './seal.ts';
import { afterEntry, EMPTY_PROCEDURE, type ProcedureState } from './state.ts';

/** The documents of a procedure: where they stand, what criteria call them, and what they are, in words of the project. */
const DOCUMENTS = [
  { list: 'questionnaires', part: 'questionnaire', what: 'questionnaire' },
  { list: 'policies', part: 'policy', what: 'policy' },
  { list: 'facts', part: 'facts', what: 'country table' },
] as const;

/** Beyond the schema: what a procedure's history says must hang together, in the order of its list. Its questionnaires are sound. */
export function procedureProblems(procedure: Procedure): readonly Problem[] {
  const found: Problem[] = [...documentProblems(procedure)];
  const seen = new Set<string>();
  let state = EMPTY_PROCEDURE;
  procedure.history.forEach((entry, index) => {
    const path = below('', 'history', index);
    if (seen.has(entry.id)) found.push(problem(below(path, 'id'), 'entry-twice', { id: entry.id }));
    seen.add(entry.id);
    found.push(...entryProblems(procedure, state, entry, path));
    state = afterEntry(state, entry);
  });
  // Two criteria may name the same policy with the same questionnaire; what is wrong with it is told once.
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** Every document stands once, and an entry names it. */
function documentProblems(procedure: Procedure): readonly Problem[] {
  return DOCUMENTS.flatMap(({ list, part, what }) => {
    const named = new Set(procedure.history.flatMap((entry) => (entry.kind === 'criteria' ? [entry.criteria[part]] : [])));
    const first = new Map<string, string>();
    return procedure[list].flatMap((document, index) => {
      const path = below('', list, index);
      const hash = documentHash(document);
      const before = first.get(hash);
      if (before !== undefined) return [problem(path, 'document-twice', { what, first: before })];
      first.set(hash, path);
      return named.has(hash) ? [] : [problem(path, 'document-unnamed', { what, found: hash })];
    });
  });
}

/** What is wrong with an entry that follows this state. */
function entryProblems(procedure: Procedure, state: ProcedureState, entry: ProcedureEntry, path: string): readonly Problem[] {
  const { seal } = state;
  switch (entry.kind) {
    case 'detail': {
      const isSealed = seal && entry.detail === 'number' && entry.value !== seal.number;
      return isSealed ? [problem(below(path, 'value'), 'number-sealed', { expected: seal.number, found: entry.value })] : [];
    }
    case 'lots':
      return lotProblems(state, entry.lots, below(path, 'lots'));
    case 'criteria': {
      const own = pinnedProblems(procedure, entry.criteria, below(path, 'criteria'));
      if (!seal) return own;
      const isSame = state.criteria && documentHash(state.criteria) === documentHash(entry.criteria);
      return [
        ...own,
        ...named(entry, path),
        ...(isBlank(entry.reason) ? [problem(below(path, 'reason'), 'deviation-without-reason')] : []),
        ...(isSame ? [problem(below(path, 'criteria'), 'deviation-without-change')] : []),
      ];
    }
    case 'seal':
      return sealProblems(procedure, state, entry, path);
    case 'bid': {
      const { assessment, label, lot } = entry;
      const owner = [...state.bids, ...state.left].find((bid) => bid.label === label && bid.assessment !== assessment);
      const isIn = state.bids.some((bid) => bid.assessment === assessment);
      return [
        ...(seal ? [] : [problem(path, 'bid-before-seal')]),
        ...(isIn ? [problem(below(path, 'assessment'), 'bid-twice', { id: assessment })] : []),
        ...(owner ? [problem(below(path, 'label'), 'label-twice', { found: label, id: owner.assessment })] : []),
        ...(lot === undefined || state.lots.some(({ id }) => id === lot) ? [] : [problem(below(path, 'lot'), 'lot-missing', { id: lot })]),
      ];
    }
    case 'leave': {
      const isIn = state.bids.some((bid) => bid.assessment === entry.assessment);
      return [
        ...(isIn ? [] : [problem(below(path, 'assessment'), 'leave-unknown', { id: entry.assessment })]),
        ...(isBlank(entry.reason) ? [problem(below(path, 'reason'), 'leave-without-reason')] : []),
      ];
    }
    case 'reveal':
      return [
        ...(seal ? [] : [problem(path, 'reveal-before-seal')]),
        ...(state.revealed ? [problem(path, 'reveal-twice', { first: state.revealed.at })] : []),
      ];
    case 'notice': {
      const sections = new Set(procedure.questionnaires.flatMap((one) => one.sections.map(({ id }) => id)));
      const unknown = entry.lot.criteria.flatMap(({ section }, place) =>
        section === null || sections.has(section)
          ? []
          : [problem(below(path, 'lot', 'criteria', place, 'section'), 'reference-missing', { what: 'section', id: section })],
      );
      return [...named(entry, path), ...unknown];
    }
  }
}

function lotProblems(state: ProcedureState, lots: ProcedureState['lots'], path: string): readonly Problem[] {
  const first = new Map<string, string>();
  const twice = lots.flatMap(({ id }, index) => {
    const [place, before] = [below(path, index, 'id'), first.get(id)];
    if (before !== undefined) return [problem(place, 'id-twice', { id, first: before })];
    first.set(id, place);
    return [];
  });
  const bereft = [...new Set(state.bids.flatMap(({ lot }) => (lot === undefined || first.has(lot) ? [] : [lot])))];
  return [...twice, ...bereft.map((id) => problem(path, 'lot-with-bids', { id }))];
}

function sealProblems(
  procedure: Procedure,
  state: ProcedureState,
  entry: Extract<ProcedureEntry, { kind: 'seal' }>,
  path: string,
): readonly Problem[] {
  const { seal, criteria, details } = state;
  if (seal) return [problem(path, 'seal-twice', { first: seal.at })];
  if (!criteria) return [problem(path, 'seal-without-criteria')];
  const { number = '' } = details;
  const expected = sealOf({ procedure: procedure.id, number, criteria, at: entry.at, by: entry.by });
  return [
    ...named(entry, path),
    ...(isBlank(number) ? [problem(path, 'seal-without-number')] : []),
    ...(entry.sha256 === expected ? [] : [problem(below(path, 'sha256'), 'seal-wrong', { expected, found: entry.sha256 })]),
  ];
}

/** Documents that are there, choices that fit the questionnaire, and answers that are the buyer's. */
function pinnedProblems(procedure: Procedure, pinned: Pinned, path: string): readonly Problem[] {
  const missing = DOCUMENTS.flatMap(({ list, part, what }) => {
    const documents: readonly object[] = procedure[list];
    const isThere = documents.some((document) => documentHash(document) === pinned[part]);
    return isThere ? [] : [problem(below(path, part), 'document-missing', { what, found: pinned[part] })];
  });
  const questionnaire = procedure.questionnaires.find((document) => documentHash(document) === pinned.questionnaire);
  if (!questionnaire) return missing;
  const questions = new Map(placedQuestions(questionnaire).map(({ question }) => [question.id, question]));
  const answers = Object.entries(pinned.answers).flatMap(([id, answer]) => {
    const place = below(path, 'answers', id);
    const question = questions.get(id);
    if (!question) return [problem(place, 'reference-missing', { what: 'question', id })];
    if (question.evidence !== 'none') return [problem(place, 'answer-not-buyers', { id })];
    return answerProblems(questionnaire, question, answer, place);
  });
  const choices = procedure.policies.flatMap((policy, index) =>
    documentHash(policy) === pinned.policy ? policyProblems(questionnaire, policy, below('', 'policies', index)) : [],
  );
  return [...missing, ...choices, ...answers];
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
const named = (entry: ProcedureEntry, path: string): readonly Problem[] =>
  isBlank(entry.by) ? [problem(below(path, 'by'), 'name-missing')] : [];
