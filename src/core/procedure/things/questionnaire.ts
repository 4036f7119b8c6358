import type { Band, CountryClass, Effect, Gate, Page, Parameter, Questionnaire, Section, Source } from '../../format/questionnaire.ts';
import type { Criteria } from '../criteria.ts';
import { day, lines, list, number, plain, share, term, text as whole } from '../told.ts';
import { byId, kind, text } from './kind.ts';
import { citations, condition, named, type PlacedQuestion, QUESTION } from './question.ts';

export type Grade = Questionnaire['grades'][number];
export type Choice = Parameter['choices'][number];
export type Axis = NonNullable<Questionnaire['plane']>['x'] & { readonly id: string };
/** `section`: id of its section. */
export type PlacedPage = Omit<Page, 'questions'> & { readonly section: string };

/** A questionnaire with its pages and questions beside its sections. */
export type Flat = Omit<Questionnaire, 'sections' | 'plane'> & {
  readonly sections: readonly Omit<Section, 'pages'>[];
  readonly pages: readonly PlacedPage[];
  readonly questions: readonly PlacedQuestion[];
  readonly plane: readonly Axis[];
};

/** The same, with pages, questions and axes as lists, so that one that moves stays the same one. */
export function flat({ sections, plane, ...rest }: Questionnaire): Flat {
  const pages = sections.flatMap((section) => section.pages.map((page) => ({ ...page, section: section.id })));
  return {
    ...rest,
    sections: sections.map(({ pages: _, ...section }) => section),
    pages: pages.map(({ questions: _, ...page }) => page),
    questions: pages.flatMap((page) => page.questions.map((question) => ({ ...question, page: `${page.section}/${page.id}` }))),
    plane: plane
      ? [
          { id: 'x', ...plane.x },
          { id: 'y', ...plane.y },
        ]
      : [],
  };
}

const sectionNamed = (id: string, { questionnaire }: Criteria) =>
  named(
    questionnaire.sections.find((one) => one.id === id),
    id,
  );

const PAGE = kind<PlacedPage>()('page', {
  by: ['id', 'section'],
  key: ({ section, id }) => `${section}/${id}`,
  name: (one) => whole(one.title),
  group: (one) => one.section,
  aspects: { title: text },
});

const SECTION = kind<Flat['sections'][number]>()('section', {
  by: ['id', 'weight'],
  key: byId,
  name: (one) => whole(one.title),
  aspects: { title: text, short: text, intro: text },
});

const GATE = kind<Gate>()('gate', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.title),
  aspects: {
    title: text,
    when: condition,
    effects: (effects, { criteria: { questionnaire } }) =>
      list(effects.map((effect: Effect) => ({ say: 'effect', effect, questionnaire }))),
    reason: text,
    exit: text,
    sources: citations,
  },
});

const SOURCE = kind<Source>()('source', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.title),
  aspects: { title: text, kind: term, status: term, asOf: day, url: plain, note: text },
});

const BAND = kind<Band>()('band', { by: ['id'], key: byId, name: (one) => whole(one.name), aspects: { from: number, name: text } });

const GRADE = kind<Grade>()('grade', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.name),
  aspects: { widening: share, name: text, help: text },
});

const CLASS = kind<CountryClass>()('class', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.name),
  aspects: {
    name: text,
    of: (of, { criteria: { facts } }) => {
      const set = of.by === 'facts' ? of.set : '';
      return {
        say: 'class',
        of,
        set: named(
          facts.sets.find((one) => one.id === set),
          set,
        ),
      };
    },
  },
});

const CHOICE = kind<Choice>()('choice', { by: ['id'], key: byId, name: (one) => whole(one.name), aspects: { value: number, name: text } });

const PARAMETER = kind<Parameter>()('parameter', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.name),
  aspects: {
    name: text,
    help: text,
    default: (id, { item }) => {
      const found = item.choices.find((one) => one.id === id);
      return found ? whole(found.name) : plain(id);
    },
  },
  lists: { choices: CHOICE },
});

const AXIS = kind<Axis>()('axis', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.title),
  aspects: { title: text, sections: (ids, { criteria }) => list(ids.map((id) => sectionNamed(id, criteria))) },
});

export const QUESTIONNAIRE = kind<Flat>()('questionnaire', {
  by: [],
  key: () => '',
  name: (one) => whole(one.title),
  aspects: {
    id: plain,
    version: plain,
    released: day,
    title: text,
    purpose: text,
    publisher: plain,
    licence: plain,
    languages: lines,
    unansweredAtMost: share,
    format: plain,
  },
  lists: {
    sections: SECTION,
    pages: PAGE,
    questions: QUESTION,
    gates: GATE,
    bands: BAND,
    grades: GRADE,
    countryClasses: CLASS,
    parameters: PARAMETER,
    sources: SOURCE,
    plane: AXIS,
  },
});
