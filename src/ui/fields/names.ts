/**
 * Names of the form fields that one question has. Choices carry the question's own id; an id has no double hyphen in it,
 * so the others collide with no question.
 */
export const namesOf = (id: string) => ({
  /** Radios and checkboxes: the options, and the two ways of not having an answer. */
  choice: id,
  /** A number, day or text that is typed. */
  typed: `${id}--typed`,
  rows: `${id}--rows`,
  incomplete: `${id}--incomplete`,
  grade: `${id}--grade`,
  title: `${id}--title`,
  date: `${id}--date`,
  reference: `${id}--reference`,
  file: `${id}--file`,
  note: `${id}--note`,
});

/** A cell of a table, by row from 0. */
export const cellName = (id: string, row: number, column: string): string => `${namesOf(id).rows}.${row}.${column}`;

/** Values of choices that are no options; an option's id has no colon in it. */
export const UNKNOWN = 'state:unknown';
export const DECLINED = 'state:declined';
/** "There is none", in a table. */
export const NO_ROWS = 'state:no-rows';

/** Questions are spoken of by their id in capitals: DL-08. */
export const tagOf = (id: string): string => id.toUpperCase();
