/** The field of every question type, closed by the compiler: a type without its field does not build. */
import type { ComponentType } from 'react';
import type { Question, QuestionOf, QuestionType } from '../../core/format/questionnaire.ts';
import { DateField } from './date.tsx';
import type { FieldProps } from './form.ts';
import { CountriesField, TableField } from './late.ts';
import { NumberField } from './number.tsx';
import { SeveralField } from './several.tsx';
import { SingleField } from './single.tsx';
import { TextField } from './text.tsx';

const FIELDS = {
  single: SingleField,
  several: SeveralField,
  countries: CountriesField,
  number: NumberField,
  date: DateField,
  text: TextField,
  table: TableField,
} satisfies { [T in QuestionType]: ComponentType<FieldProps<QuestionOf<T>>> };

/** The field for this question. */
export function fieldOf(question: Question): ComponentType<FieldProps<Question>> {
  // The registry pairs each type with its own field; the compiler cannot follow that through the union.
  return FIELDS[question.type] as unknown as ComponentType<FieldProps<Question>>;
}
