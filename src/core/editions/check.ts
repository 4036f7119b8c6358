/** Whether a history keeps the rules of what is final and of what comes after it (SPEC F1 to F4). */
import { hashOf } from '../canonical.ts';
import { criteriaOf, differencesOf } from '../compare/criteria.ts';
import { evaluate } from '../evaluate.ts';
import type { Assessment, Entry } from '../format/assessment.ts';
import { fold } from '../history.ts';
import { modelOf } from '../model.ts';
import { below, type Problem, problem } from '../problems.ts';
import { seeing } from '../voices.ts';
import { signingProblems, standsInTheWay } from './finalise.ts';
import { finalOf, rebuilt } from './versions.ts';

export function editionProblems(assessment: Assessment): readonly Problem[] {
  const { history } = assessment;
  if (!history.some(isEdition)) return [];
  return [...orderProblems(assessment), ...history.flatMap((entry, i) => ofEntry(assessment, entry, i)), ...openProblems(assessment)];
}

const isEdition = ({ kind }: Entry): boolean => kind === 'final' || kind === 'supersedes';
const pathOf = (index: number): string => below('', 'history', index);

/** Nothing but the next version comes after a final entry; whoever writes in that had seen it, and takes back nothing before it. */
function orderProblems({ history }: Assessment): readonly Problem[] {
  const saw = seeing(history);
  const places = new Map(history.map(({ id }, place) => [id, place]));
  const found: Problem[] = [];
  let began = -1;
  history.forEach((entry, i) => {
    const before = history[i - 1];
    const start = history[began];
    if (before?.kind === 'final' && entry.kind !== 'supersedes')
      found.push(problem(pathOf(i), 'entry-after-final', { number: before.number }));
    if (entry.kind === 'supersedes' && before?.kind !== 'final') found.push(problem(pathOf(i), 'supersedes-nothing'));
    if (start && !saw(entry, start)) found.push(problem(below(pathOf(i), 'after'), 'entry-unseen', { id: start.id }));
    if (isEdition(entry) && entry.after) found.push(problem(below(pathOf(i), 'after'), 'edition-unseen'));
    if (entry.kind === 'undo') {
      const target = places.get(entry.entry) ?? i;
      const meant = history[target];
      if (target <= began || (meant && isEdition(meant))) found.push(problem(below(pathOf(i), 'entry'), 'undo-final', { id: entry.entry }));
    }
    if (entry.kind === 'supersedes') began = i;
  });
  return found;
}

function ofEntry(assessment: Assessment, entry: Entry, index: number): readonly Problem[] {
  const path = pathOf(index);
  if (entry.kind === 'final') return signingProblems(entry, path);
  if (entry.kind !== 'supersedes') return [];
  if (entry.assessment === assessment.id) return [problem(below(path, 'assessment'), 'supersedes-itself', { id: entry.assessment })];
  const same = differencesOf(entry, criteriaOf(assessment)).length === 0;
  const found = same ? hashOf(rebuilt(assessment, entry)) : entry.sha256;
  return found === entry.sha256 ? [] : [problem(below(path, 'sha256'), 'supersedes-hash', { expected: entry.sha256, found })];
}

/** Of one that is final now. An earlier final may have been made with other documents, under which other questions applied. */
function openProblems({ questionnaire, facts, policy, history }: Assessment): readonly Problem[] {
  const final = finalOf(history);
  if (!final) return [];
  const model = modelOf(questionnaire, facts, policy);
  const state = fold(history);
  return standsInTheWay(model, state, evaluate(model, state.answers)).map(({ question }) =>
    problem(pathOf(history.length - 1), 'final-open', { question, number: final.number }),
  );
}
