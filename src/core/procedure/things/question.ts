import type { Condition } from '../../format/condition.ts';
import type { LocalText } from '../../format/primitives.ts';
import type { Citation, Column, Option, Question, Scale } from '../../format/questionnaire.ts';
import type { Criteria } from '../criteria.ts';
import { day, list, mark, number, pair, plain, type Told, term, text as whole } from '../told.ts';
import { byId, kind, text } from './kind.ts';

/** `page`: key of the page it stands on, so that a question that moves stays the same question. */
export type PlacedQuestion = Question & { readonly page: string };

/** By its title; by its id where it is not there. */
export const named = (found: { readonly title: LocalText } | undefined, id: string): Told => (found ? whole(found.title) : plain(id));

/** Each with the title of its source. */
export const citations = (items: readonly Citation[], { criteria }: { readonly criteria: Criteria }) =>
  list(
    items.map(({ source, at }) => ({
      say: 'citation' as const,
      source: named(
        criteria.questionnaire.sources.find((one) => one.id === source),
        source,
      ),
      at,
    })),
  );

/** With the questionnaire that names what it speaks of. */
export const condition = (value: Condition, { criteria: { questionnaire } }: { readonly criteria: Criteria }): Told => ({
  say: 'condition',
  condition: value,
  questionnaire,
});

const scale = (value: Scale<number> | Scale<string>): Told => ({ say: 'scale', scale: value });

/** Risks by class of country, those that differ. */
const risks = (value: Readonly<Record<string, number>>, { criteria, other }: { readonly criteria: Criteria; readonly other: unknown }) =>
  list(
    Object.entries(value)
      .filter(([id, risk]) => (other as Readonly<Record<string, number>> | undefined)?.[id] !== risk)
      .map(([id, risk]) => {
        const found = criteria.questionnaire.countryClasses?.find((one) => one.id === id);
        return pair(found ? whole(found.name) : plain(id), number(risk));
      }),
  );

const bound = (value: number | string): Told => (typeof value === 'number' ? number(value) : day(value));

const OPTION = kind<Option>()('option', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.text),
  aspects: { text, help: text, risk: number, exclusive: mark },
});

const COLUMN = kind<Column>()('column', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.text),
  aspects: {
    text,
    hint: text,
    weight: number,
    type: term,
    unit: text,
    min: bound,
    max: bound,
    integer: mark,
    scale,
    long: mark,
    maxLength: number,
    risks,
  },
  lists: { options: OPTION },
});

export const QUESTION = kind<PlacedQuestion>()('question', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.text),
  group: (one) => one.page,
  aspects: {
    text,
    type: term,
    weight: number,
    evidence: term,
    notNegotiable: mark,
    answeredBy: term,
    visible: condition,
    combine: (combine) => ({ say: 'combine', combine }),
    risks,
    scale,
    min: bound,
    max: bound,
    unit: text,
    integer: mark,
    long: mark,
    maxLength: number,
    rowRisk: term,
    maxRows: number,
    noRows: (none) => (none.risk === undefined ? whole(none.text) : pair(whole(none.text), number(none.risk))),
    hint: text,
    help: text,
    trap: text,
    sources: citations,
    page: (key, { criteria: { questionnaire } }) => {
      const section = questionnaire.sections.find((one) => key.startsWith(`${one.id}/`));
      const page = section?.pages.find((one) => key === `${section.id}/${one.id}`);
      return section && page ? pair(whole(section.title), whole(page.title)) : plain(key);
    },
  },
  lists: { options: OPTION, columns: COLUMN },
});
