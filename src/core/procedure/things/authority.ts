/** What is the authority's and the world's: the policy, the buyer's answers, the table of country facts. */
import type { Answer } from '../../format/answer.ts';
import type { FactMember, FactSet, Facts, Law, Policy } from '../../format/facts.ts';
import type { Question } from '../../format/questionnaire.ts';
import { country, day, lines, mark, pair, plain, term, text as whole } from '../told.ts';
import { byId, kind, text } from './kind.ts';

interface Listed {
  readonly country: string;
}
export type FlatPolicy = Omit<Policy, 'countries'> & { readonly countries: readonly Listed[] };
export type Assigned = NonNullable<Facts['userAssigned']>[number];

/** The buyer's answer to one question; what counts of it is one aspect. */
export interface BuyersAnswer {
  readonly answer: Omit<Answer, 'evidence' | 'note'>;
  readonly evidence?: Answer['evidence'];
  readonly note?: string | undefined;
}

/** With each country of its list as a thing of its own. */
export const flatPolicy = (policy: Policy): FlatPolicy => ({ ...policy, countries: policy.countries.map((country) => ({ country })) });

const LISTED = kind<Listed>()('country', { by: ['country'], key: (one) => one.country, name: (one) => country(one.country), aspects: {} });

/** Weights and parameters are told as they count, with the questionnaire (`differences.ts`). */
export const POLICY = kind<FlatPolicy>()('policy', {
  by: ['weights', 'parameters'],
  key: () => '',
  name: (one) => plain(one.name),
  aspects: { name: plain, version: plain, adoptedBy: plain, adopted: day, legalBasis: plain, source: plain, format: plain },
  lists: { countries: LISTED },
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
