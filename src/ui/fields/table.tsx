import { useRef, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { QuestionOf } from '../../core/format/questionnaire.ts';
import { useWords } from '../words.ts';
import { Cell } from './Cell.tsx';
import { Choice } from './Choice.tsx';
import { Complaint } from './Complaint.tsx';
import { type Country, useCountries } from './countryNames.ts';
import { type Draft, emptyRow } from './draft.ts';
import { type FieldProps, useFieldForm } from './form.ts';
import { cellName, NO_ROWS, namesOf } from './names.ts';
import { StateChoices } from './StateChoices.tsx';
import styles from './table.module.css';

type Table = QuestionOf<'table'>;

/** Rows of typed cells, a card each; or the statement that there is none. */
export function TableField({ question }: FieldProps<Table>) {
  const { t, local } = useWords();
  const { register, control, setValue, keep } = useFieldForm();
  const { rows, choice } = namesOf(question.id);
  const { fields, append, remove } = useFieldArray({ control, name: rows });
  const box = useRef<HTMLDivElement>(null);
  const countries = useCountriesOf(question);
  const input = register(choice, { onChange: () => keep(question) });
  const add = () => {
    setValue(choice, '');
    append(emptyRow(question));
    keep(question);
  };
  const drop = (index: number) => {
    remove(index);
    keep(question);
    box.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  };
  return (
    <div ref={box} className={styles.table}>
      <Complaint name={choice} />
      {fields.map((field, index) => (
        <Row key={field.id} question={question} index={index} countries={countries} onRemove={() => drop(index)} />
      ))}
      <p className={styles.add}>
        <button type="button" className="button-quiet" data-add onClick={add}>
          {fields.length === 0 ? t('fill.table.addFirst') : t('fill.table.add')}
        </button>
      </p>
      {question.noRows && (
        <Choice type="radio" {...input} value={NO_ROWS}>
          {local(question.noRows.text)}
        </Choice>
      )}
      <StateChoices question={question} type="radio" input={(value) => ({ ...input, value })} />
    </div>
  );
}

interface RowProps {
  readonly question: Table;
  readonly index: number;
  readonly countries: readonly Country[];
  readonly onRemove: () => void;
}

function Row({ question, index, countries, onRemove }: RowProps) {
  const { t, f } = useWords();
  return (
    <fieldset className={styles.row}>
      <legend className={styles.number}>{t('fill.table.row', { row: f.integer(index + 1) })}</legend>
      {question.columns.map((column) => (
        <Cell key={column.id} question={question} column={column} name={cellName(question.id, index, column.id)} countries={countries} />
      ))}
      <p className={styles.remove}>
        <button type="button" className="link" onClick={onRemove}>
          {t('fill.table.remove', { row: f.integer(index + 1) })}
        </button>
      </p>
    </fieldset>
  );
}

/** What the country cells of the table offer. */
function useCountriesOf(question: Table): readonly Country[] {
  const { getValues } = useFieldForm();
  const columns = question.columns.filter(({ type }) => type === 'country').map(({ id }) => id);
  const [before] = useState(() => {
    const rows: readonly Draft[] = getValues(namesOf(question.id).rows);
    return rows.flatMap((row) => columns.map((id) => String(row[id])));
  });
  return useCountries(before);
}
