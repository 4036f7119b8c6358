/** Values of the documents as they are told where they differ: each medium puts them into words of its language. */
import type { Answer, Evidence } from '../format/answer.ts';
import type { Condition } from '../format/condition.ts';
import type { FactSet, Law } from '../format/facts.ts';
import type { LocalText } from '../format/primitives.ts';
import type { Column, Combine, CountryClass, Effect, Question, Questionnaire, Scale, Source } from '../format/questionnaire.ts';
import type { Said } from '../questions/kind.ts';

/** Terms that the formats spell out. */
export type Term =
  | Question['type']
  | Column['type']
  | Question['evidence']
  | Source['kind']
  | Source['status']
  | FactSet['confidence']
  | Law['independentCourt']
  | Law['secrecy']
  | NonNullable<Question['answeredBy']>
  | NonNullable<Extract<Question, { type: 'table' }>['rowRisk']>;

export type Told =
  | Said
  | { readonly say: 'term'; readonly term: Term }
  | { readonly say: 'list'; readonly items: readonly Told[] }
  | { readonly say: 'pair'; readonly label: Told; readonly value: Told }
  | { readonly say: 'share'; readonly share: number }
  | { readonly say: 'hash'; readonly sha256: string }
  /** Whether a thing is there. */
  | { readonly say: 'there'; readonly there: boolean }
  /** The weight of a section that counts, and whose it is (SPEC S1.1). */
  | { readonly say: 'weight'; readonly weight: number; readonly by: 'questionnaire' | 'policy' }
  /** What holds for a parameter, and whether the authority chose it or left it as it is. */
  | { readonly say: 'choice'; readonly id: string; readonly name: Told; readonly value: number; readonly by: 'default' | 'policy' }
  | { readonly say: 'answer'; readonly question: Question; readonly answer: Answer }
  | { readonly say: 'evidence'; readonly evidence: Evidence; readonly questionnaire: Questionnaire }
  | { readonly say: 'condition'; readonly condition: Condition; readonly questionnaire: Questionnaire }
  | { readonly say: 'effect'; readonly effect: Effect; readonly questionnaire: Questionnaire }
  | { readonly say: 'citation'; readonly source: Told; readonly at?: string | undefined }
  | { readonly say: 'combine'; readonly combine: Combine }
  | { readonly say: 'scale'; readonly scale: Scale<number> | Scale<string> }
  | { readonly say: 'class'; readonly of: CountryClass['of']; readonly set: Told };

// One maker for each that is told in many places.
export const text = (one: LocalText): Told => ({ say: 'text', text: one });
export const plain = (one: string): Said => ({ say: 'plain', plain: one });
export const number = (one: number): Told => ({ say: 'number', number: one });
export const day = (one: string): Told => ({ say: 'day', day: one });
export const country = (one: string): Said => ({ say: 'country', country: one });
export const term = (one: Term): Told => ({ say: 'term', term: one });
export const share = (one: number): Told => ({ say: 'share', share: one });
export const mark = (one: boolean): Told => term(one ? 'yes' : 'no');
export const list = (items: readonly Told[]): Told => ({ say: 'list', items });
export const lines = (items: readonly string[]): Told => list(items.map(plain));
export const pair = (label: Told, value: Told): Told => ({ say: 'pair', label, value });
