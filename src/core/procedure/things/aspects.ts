import type { FactMember, FactSet, Facts, Law } from '../../format/facts.ts';
import type { Band, Column, CountryClass, Gate, Option, Parameter, Source } from '../../format/questionnaire.ts';
import type { Assigned, BuyersAnswer, FlatPolicy } from './authority.ts';
import type { KeysOf } from './kind.ts';
import type { PlacedQuestion } from './question.ts';
import type { Axis, Choice, Flat, Grade, PlacedPage } from './questionnaire.ts';

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
