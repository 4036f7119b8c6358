/**
 * What the documents are made of, as a table: which parts are things with a name of their own (a question, an option, a member of a
 * set), which aspects each has, and how an aspect's value is told. The types see to it that no key of a format is left out.
 */
import type { Answer } from '../format/answer.ts';
import type { Condition } from '../format/condition.ts';
import type { FactMember, FactSet, Facts, Law, Policy } from '../format/facts.ts';
import type { LocalText } from '../format/primitives.ts';
import type {
  Band,
  Citation,
  Column,
  CountryClass,
  Effect,
  Gate,
  Option,
  Page,
  Parameter,
  Question,
  Questionnaire,
  Scale,
  Section,
  Source,
} from '../format/questionnaire.ts';
import type { Criteria } from './criteria.ts';
import { country, day, list, mark, number, pair, plain, share, type Told, term, text as whole } from './told.ts';

type Grade = Questionnaire['grades'][number];
type Choice = Parameter['choices'][number];
type Assigned = NonNullable<Facts['userAssigned']>[number];
type Axis = NonNullable<Questionnaire['plane']>['x'] & { readonly id: string };
/** `page`: key of the page it stands on. */
type PlacedQuestion = Question & { readonly page: string };
/** `section`: id of its section. */
type PlacedPage = Omit<Page, 'questions'> & { readonly section: string };

/** A questionnaire with its pages and questions beside its sections, so that a question that moves stays the same question. */
export type Flat = Omit<Questionnaire, 'sections' | 'plane'> & {
  readonly sections: readonly Omit<Section, 'pages'>[];
  readonly pages: readonly PlacedPage[];
  readonly questions: readonly PlacedQuestion[];
  readonly plane: readonly Axis[];
};

interface Listed {
  readonly country: string;
}
export type FlatPolicy = Omit<Policy, 'countries'> & { readonly countries: readonly Listed[] };

/** The buyer's answer to one question; what counts of it is one aspect. */
export interface BuyersAnswer {
  readonly answer: Omit<Answer, 'evidence' | 'note'>;
  readonly evidence?: Answer['evidence'];
  readonly note?: string | undefined;
}

type KeysOf<T> = T extends unknown ? keyof T : never;
type ValueAt<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? NonNullable<T[K]> : never) : never;

type Part =
  | Flat
  | Flat['sections'][number]
  | PlacedPage
  | PlacedQuestion
  | Column
  | Option
  | Gate
  | Source
  | Band
  | Grade
  | CountryClass
  | Parameter
  | Choice
  | Axis
  | FlatPolicy
  | Facts
  | FactSet
  | FactMember
  | Law
  | Assigned
  | BuyersAnswer;
/** Keys that hold lists of things, or that name the thing itself, wherever they stand. */
type Structure =
  | 'pages'
  | 'questions'
  | 'options'
  | 'columns'
  | 'gates'
  | 'bands'
  | 'grades'
  | 'countryClasses'
  | 'parameters'
  | 'choices'
  | 'plane'
  | 'countries'
  | 'weights'
  | 'sets'
  | 'laws'
  | 'members'
  | 'userAssigned'
  | 'country'
  | 'law'
  | 'section';

/**
 * What can differ about a thing. `own-weight`: a section's in the questionnaire, where the authority's counts · `choice`: what holds for a
 * parameter · `notation`: the document is written otherwise and says the same.
 */
export type Aspect = Exclude<KeysOf<Part>, Structure> | 'own-weight' | 'choice' | 'notation';

export type Thing =
  | 'questionnaire'
  | 'policy'
  | 'facts'
  | 'answers'
  | 'section'
  | 'page'
  | 'question'
  | 'column'
  | 'option'
  | 'gate'
  | 'source'
  | 'band'
  | 'grade'
  | 'class'
  | 'parameter'
  | 'choice'
  | 'axis'
  | 'country'
  | 'set'
  | 'member'
  | 'law'
  | 'assigned'
  | 'answer';

/** Where a value stands: the criteria of its side, the thing it belongs to, and the other side's value, if there is one. */
export interface Around<T> {
  readonly criteria: Criteria;
  readonly item: T;
  readonly other: unknown;
}

type Aspects<T, Without extends PropertyKey> = {
  readonly [K in Exclude<KeysOf<T>, Without>]: (value: ValueAt<T, K>, around: Around<T>) => Told | null;
};

/** One kind of thing, its types forgotten: what goes in is of the kind's own type, for it comes out of the list that names it. */
export interface Kind {
  readonly thing: Thing;
  /** What makes two of them the same one. */
  readonly key: (item: unknown) => string;
  readonly name: (item: unknown) => Told;
  readonly aspects: Readonly<Record<string, (value: unknown, around: Around<unknown>) => Told | null>>;
  readonly lists: Readonly<Record<string, Kind>>;
  /** Order counts among those of one group. */
  readonly group: (item: unknown) => string;
}

/** `by`: the keys that name it; they are no aspects. */
const kind =
  <T>() =>
  <By extends KeysOf<T>, Lists extends { readonly [K in KeysOf<T>]?: Kind }>(
    thing: Thing,
    definition: {
      readonly by: readonly By[];
      readonly key: (item: T) => string;
      readonly name: (item: T) => Told;
      readonly aspects: Aspects<T, By | keyof Lists>;
      readonly lists?: Lists;
      readonly group?: (item: T) => string;
    },
  ): Kind =>
    ({ thing, lists: {}, group: () => '', ...definition }) as unknown as Kind;

/** A text in the languages in which it differs from the other side's. */
const text = (value: LocalText, { other }: { readonly other: unknown }): Told | null => {
  const differing = Object.entries(value).filter(([language, words]) => (other as LocalText | undefined)?.[language] !== words);
  return differing.length === 0 ? null : whole(Object.fromEntries(differing));
};
const byId = ({ id }: { readonly id: string }) => id;
const lines = (items: readonly string[]) => list(items.map(plain));

const named = (found: { readonly title: LocalText } | undefined, id: string): Told => (found ? whole(found.title) : plain(id));
const sectionNamed = (id: string, { questionnaire }: Criteria) =>
  named(
    questionnaire.sections.find((one) => one.id === id),
    id,
  );
const citations = (items: readonly Citation[], { criteria }: { readonly criteria: Criteria }) =>
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
const condition = (value: Condition, { criteria: { questionnaire } }: { readonly criteria: Criteria }): Told => ({
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
const QUESTION = kind<PlacedQuestion>()('question', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.text),
  group: (one) => one.page,
  aspects: {
    text,
    type: term,
    weight: number,
    evidence: term,
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

export const ANSWER = kind<BuyersAnswer & { readonly question: Question }>()('answer', {
  by: ['question'],
  key: ({ question }) => question.id,
  name: ({ question }) => whole(question.text),
  aspects: {
    answer: (answer, { item: { question } }) => ({ say: 'answer', question, answer: answer as Answer }),
    evidence: (evidence, { criteria: { questionnaire } }) => ({ say: 'evidence', evidence, questionnaire }),
    note: plain,
  },
});

export const QUESTIONNAIRE = kind<Flat>()('questionnaire', {
  by: [],
  key: byId,
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

const LISTED = kind<Listed>()('country', { by: ['country'], key: (one) => one.country, name: (one) => country(one.country), aspects: {} });
/** Weights and parameters are told as they count, with the questionnaire (`differences.ts`). */
export const POLICY = kind<FlatPolicy>()('policy', {
  by: ['weights', 'parameters'],
  key: () => '',
  name: (one) => plain(one.name),
  aspects: { name: plain, version: plain, adoptedBy: plain, adopted: day, legalBasis: plain, source: plain, format: plain },
  lists: { countries: LISTED },
});

const linked = ({ title, url }: FactSet['source']) => lines(url === undefined ? [title] : [title, url]);
const MEMBER = kind<FactMember>()('member', {
  by: ['country'],
  key: (one) => one.country,
  name: (one) => country(one.country),
  aspects: { value: plain, decision: plain, since: day, until: day, note: text, asOf: day, staleAfter: day },
});
const SET = kind<FactSet>()('set', {
  by: ['id'],
  key: byId,
  name: (one) => whole(one.title),
  aspects: {
    title: text,
    scored: mark,
    asOf: day,
    staleAfter: day,
    source: linked,
    licence: plain,
    confidence: term,
    checkedBy: plain,
    note: text,
  },
  lists: { members: MEMBER },
});
const LAW = kind<Law>()('law', {
  by: ['country', 'law'],
  key: (one) => `${one.country} ${one.law}`,
  name: (one) => pair(country(one.country), plain(one.law)),
  aspects: {
    content: text,
    independentCourt: term,
    secrecy: term,
    status: term,
    asOf: day,
    staleAfter: day,
    source: linked,
    confidence: term,
  },
});
const ASSIGNED = kind<Assigned>()('assigned', {
  by: ['country'],
  key: (one) => one.country,
  name: (one) => country(one.country),
  aspects: { name: text },
});
export const FACTS = kind<Facts>()('facts', {
  by: [],
  key: () => '',
  name: (one) => whole(one.title),
  aspects: { version: day, title: text, format: plain },
  lists: { sets: SET, laws: LAW, userAssigned: ASSIGNED },
});
