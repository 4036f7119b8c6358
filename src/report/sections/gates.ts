import type { Question } from '../../core/format/questionnaire.ts';
import { isFloor } from '../../core/gates.ts';
import { isStop } from '../account/gates.ts';
import { floorsOfGate } from '../account/sections.ts';
import type { Block, Facts, Run } from '../blocks.ts';
import { answerInline, tagOf } from '../words.ts';
import type { Context } from './context.ts';

type Gate = Context['gates'][number];

/** On the summary: gates that hold, each with law, way out and answers; those that could, in a table; then floors, which set no rating. */
export function gates(context: Context): readonly Block[] {
  const { t } = context;
  const onRating = context.gates.filter(({ gate }) => !isFloor(gate));
  const holding = onRating.filter(({ state }) => state === 'true');
  const possible = onRating.filter(({ state }) => state === 'undetermined');
  return [
    { kind: 'heading', level: 1, text: t('report.gates.title') },
    { kind: 'paragraph', text: onRating.length === 0 ? t('report.gates.none') : t('report.gates.intro') },
    ...holding.map((gate) => holdingNote(context, gate)),
    ...(possible.length > 0 ? [possibleTable(context, possible)] : []),
    ...floors(context),
  ];
}

function floors(context: Context): readonly Block[] {
  const found = context.gates.filter(({ gate }) => isFloor(gate));
  if (found.length === 0) return [];
  return [
    { kind: 'paragraph', text: context.t('report.gates.floors', { count: found.length }) },
    {
      kind: 'list',
      items: found.flatMap(({ gate, state }) => (state === 'false' ? [] : floorsOfGate(context.model, gate, state, context))),
    },
  ];
}

function holdingNote(context: Context, gate: Gate): Block {
  const { t } = context;
  return {
    kind: 'note',
    tone: 'strong',
    blocks: [
      { kind: 'heading', level: 3, text: gate.title },
      {
        kind: 'paragraph',
        style: 'small',
        text: t('report.gates.line', { id: tagOf(gate.gate.id), effect: gate.effect, law: gate.law.join(' · ') }),
      },
      // Before the answers, as on the screen: where a page ends in between, the way out stands with its gate.
      exitFacts(context, gate),
      {
        kind: 'facts',
        items: gate.facts.map((fact) => ({
          term: context.local(fact.question.text),
          value: factWords(context, fact),
        })),
      },
    ],
  };
}

function factWords(context: Context, { question, answer }: Gate['facts'][number]): string {
  const said = answerInline(question, answer, context);
  return answer?.note ? context.t('report.gates.noted', { answer: said }) : said;
}

/** The author's way out, and the rating that the computed ones lead to. */
function exitFacts({ t }: Context, { gate, exit, exits }: Gate): Facts {
  const value = exits.outcome === undefined ? exit : [{ text: exit }, { text: ` ${exits.outcome}`, strong: true }];
  return { kind: 'facts', items: [{ term: t(isStop(gate) ? 'report.gates.todo' : 'report.gates.switchedOff'), value }] };
}

/** So many answers that gates wait for are told in full; of more, their ids alone, so that the summary stays on its two pages. */
const TOLD = 6;

function possibleTable(context: Context, possible: readonly Gate[]): Block {
  const { t } = context;
  const told = possible.reduce((sum, gate) => sum + waiting(gate).length, 0) <= TOLD;
  return {
    kind: 'table',
    caption: t('report.gates.possible', { count: possible.length }),
    columns: [
      { head: t('report.gates.gate'), width: told ? 0.32 : 0.58, rowHeader: true },
      { head: t('report.gates.effect'), width: told ? 0.16 : 0.22 },
      { head: t('report.gates.dependsOn'), width: told ? 0.52 : 0.2 },
    ],
    rows: possible.map((gate) => [gate.title, gate.effect, told ? dependsOn(context, gate) : idsOf(gate)]),
  };
}

/** The questions that a gate waits for. */
const waiting = ({ facts }: Gate): readonly Question[] => facts.flatMap(({ settled, question }) => (settled ? [] : [question]));

/** What a gate waits for: the questions with their ids, and sections. */
function dependsOn({ local }: Context, gate: Gate): readonly Run[] {
  const questions = waiting(gate).map(({ id, text }) => [{ text: local(text) }, { text: ` (${tagOf(id)})`, code: true }]);
  const lines = [...questions, ...gate.sections.map((text) => [{ text }])];
  return lines.flatMap((line, i) => (i === 0 ? line : [{ text: '\n' }, ...line]));
}

/** The same by ids alone. The questions themselves are in the reasons and in annex A. */
const idsOf = (gate: Gate): string => [...waiting(gate).map(({ id }) => tagOf(id)), ...gate.sections].join(', ');
