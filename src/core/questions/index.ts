import type { Question, QuestionOf, QuestionType } from '../format/questionnaire.ts';
import { point } from '../interval.ts';
import { countries } from './countries.ts';
import type { Kind } from './kind.ts';
import { acceptScalar, type Scalar, type ScalarValue, sampleScalar, sayScalar, scalarBounds, scalarRisk } from './scalar.ts';
import { several } from './several.ts';
import { table } from './table.ts';

type ScalarQuestion = Extract<Question, Scalar>;

const scalar: Kind<ScalarQuestion> = {
  list: false,
  bounds: scalarBounds,
  risk: (question, value, _incomplete, classify) => point(scalarRisk(question, value as ScalarValue, classify)),
  accept: (question, value, known) => acceptScalar(question, value, '', known),
  describe: (question, value) => ({ shape: 'items', items: [sayScalar(question, value as ScalarValue)] }),
  samples: (question, classify, all) => sampleScalar(question, classify, all),
};

/** Every question type, closed by the compiler: a type without its kind does not build. */
const KINDS = { single: scalar, several, countries, number: scalar, date: scalar, text: scalar, table } satisfies {
  [T in QuestionType]: Kind<QuestionOf<T>>;
};

/** What the type of this question knows. */
export function kindOf(question: Question): Kind<Question> {
  // The registry pairs each type with its own kind; the compiler cannot follow that through the union.
  return KINDS[question.type] as unknown as Kind<Question>;
}

export type { Described, Kind, Said } from './kind.ts';
