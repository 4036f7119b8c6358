import type { Column, QuestionOf } from '../../core/format/questionnaire.ts';
import { useWords } from '../words.ts';
import { Complaint, complaintId } from './Complaint.tsx';
import type { Country } from './countryNames.ts';
import { useComplaint, useFieldForm } from './form.ts';
import styles from './table.module.css';

interface Props {
  readonly question: QuestionOf<'table'>;
  readonly column: Column;
  /** Name of the form field, and id of the element. */
  readonly name: string;
  readonly countries: readonly Country[];
}

/** One cell of a table, by the type of its column. */
export function Cell({ question, column, name, countries }: Props) {
  const { t, local } = useWords();
  const { register, keep, keepSoon } = useFieldForm();
  const complaint = useComplaint(name);
  const isChosen = column.type === 'single' || column.type === 'country';
  const hint = column.hint && local(column.hint);
  const props = {
    ...register(name, isChosen ? { onChange: () => keep(question) } : { onChange: () => keepSoon(question), onBlur: () => keep(question) }),
    id: name,
    'aria-invalid': complaint ? true : undefined,
    'aria-describedby': [hint && `${name}--hint`, complaint && complaintId(name)].filter(Boolean).join(' ') || undefined,
  };
  const label =
    'unit' in column && column.unit
      ? t('fill.table.withUnit', { column: local(column.text), unit: local(column.unit) })
      : local(column.text);
  return (
    <div className={styles.cell}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}--hint`}>
          {hint}
        </p>
      )}
      <Complaint name={name} />
      {isChosen ? (
        <select {...props}>
          <option value="">{t('fill.table.notGiven')}</option>
          {column.type === 'country'
            ? countries.map(({ code, name: country }) => (
                <option key={code} value={code}>
                  {country}
                </option>
              ))
            : column.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {local(option.text)}
                </option>
              ))}
        </select>
      ) : (
        <input {...props} {...INPUTS[column.type]} autoComplete="off" />
      )}
    </div>
  );
}

const INPUTS = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
} as const;
