import { type KeyboardEvent, memo, type RefObject, useId, useMemo, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import type { QuestionOf } from '../../core/format/questionnaire.ts';
import { useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import styles from './countries.module.css';
import { type Country, useCountries } from './countryNames.ts';
import { standsAlone } from './draft.ts';
import { type FieldProps, useFieldForm } from './form.ts';
import { namesOf } from './names.ts';
import { StateChoices } from './StateChoices.tsx';

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Countries: those chosen as chips, and below a list of checkboxes that typing narrows. */
export function CountriesField({ question, describedBy }: FieldProps<QuestionOf<'countries'>>) {
  const { local } = useWords();
  const { control, keep } = useFieldForm();
  const { field } = useController({ control, name: namesOf(question.id).choice });
  const chosen = [field.value].flat().filter((one): one is string => typeof one === 'string');
  // What was chosen before stays on offer, also once it is taken back.
  const [before] = useState(chosen);
  const countries = useCountries(before);
  const filter = useRef<HTMLInputElement>(null);

  const choose = (value: string, on: boolean) => {
    const others = chosen.filter((one) => one !== value && !(on && standsAlone(question, one)));
    field.onChange(on ? (standsAlone(question, value) ? [value] : [...others, value]) : others);
    keep(question);
  };
  const latest = useRef(choose);
  latest.current = choose;
  const [chooseLatest] = useState(() => (value: string, on: boolean) => latest.current(value, on));

  const input = (value: string) => ({
    name: field.name,
    value,
    checked: chosen.includes(value),
    onChange: ({ target }: { target: HTMLInputElement }) => choose(value, target.checked),
  });
  return (
    <div>
      <Chips
        countries={countries.filter(({ code }) => chosen.includes(code))}
        onRemove={(code) => {
          choose(code, false);
          filter.current?.focus();
        }}
      />
      <List name={field.name} countries={countries} chosen={chosen} choose={chooseLatest} filter={filter} describedBy={describedBy} />
      {question.options?.map((option) => (
        <Choice key={option.id} type="checkbox" {...input(option.id)} help={option.help && local(option.help)}>
          {local(option.text)}
        </Choice>
      ))}
      <StateChoices question={question} type="checkbox" input={input} />
    </div>
  );
}

function Chips({ countries, onRemove }: { readonly countries: readonly Country[]; readonly onRemove: (code: string) => void }) {
  const { t } = useWords();
  if (countries.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('fill.countries.chosen')}>
      {countries.map(({ code, name }) => (
        <li key={code}>
          <button
            type="button"
            className={styles.chip}
            aria-label={t('fill.countries.remove', { country: name })}
            onClick={() => onRemove(code)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ListProps {
  readonly name: string;
  readonly countries: readonly Country[];
  readonly chosen: readonly string[];
  readonly choose: (code: string, on: boolean) => void;
  readonly filter: RefObject<HTMLInputElement | null>;
  readonly describedBy: string | undefined;
}

function List({ name, countries, chosen, choose, filter, describedBy }: ListProps) {
  const { t } = useWords();
  const id = useId();
  const [query, setQuery] = useState('');
  const searchable = useMemo(() => countries.map((country) => ({ ...country, words: bare(country.name) })), [countries]);
  const wanted = bare(query.trim());
  const found = new Set(
    searchable.filter(({ words, code }) => words.includes(wanted) || code.toLowerCase() === wanted).map(({ code }) => code),
  );
  // One stop for Tab, as in a group of radios: there are some 250 countries.
  const [reached, setReached] = useState('');
  const stop = [reached, ...chosen].find((code) => found.has(code)) ?? countries.find(({ code }) => found.has(code))?.code;
  const takeFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // Otherwise the page would be left.
    event.preventDefault();
    const first = wanted && (countries.find(({ name }) => bare(name).startsWith(wanted)) ?? countries.find(({ code }) => found.has(code)));
    if (!first) return;
    choose(first.code, true);
    setQuery('');
  };
  return (
    <div className={styles.picker}>
      <label htmlFor={id} className="small">
        {t('fill.countries.filter')}
      </label>
      <input
        id={id}
        ref={filter}
        type="search"
        autoComplete="off"
        value={query}
        aria-describedby={describedBy}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={takeFirst}
      />
      <p className="visually-hidden" role="status">
        {wanted && t('fill.countries.found', { count: found.size })}
      </p>
      <fieldset
        className={styles.list}
        aria-label={t('fill.countries.list')}
        onKeyDown={moveFocus}
        onFocus={({ target }) => target instanceof HTMLInputElement && setReached(target.value)}
      >
        {countries.map(({ code, name: country }) => (
          <Box
            key={code}
            name={name}
            code={code}
            country={country}
            checked={chosen.includes(code)}
            hidden={!found.has(code)}
            isStop={code === stop}
            choose={choose}
          />
        ))}
        {found.size === 0 && <p className="hint">{t(wanted ? 'fill.countries.none' : 'fill.countries.loading')}</p>}
      </fieldset>
    </div>
  );
}

/** The arrows, Home and End lead through the boxes that are shown. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('label:not([hidden]) input')];
  const at = boxes.indexOf(event.target as HTMLInputElement);
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: boxes.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  boxes[to]?.focus();
}

interface BoxProps {
  readonly name: string;
  readonly code: string;
  readonly country: string;
  readonly checked: boolean;
  readonly hidden: boolean;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  readonly choose: (code: string, on: boolean) => void;
}

const Box = memo(function Box({ name, code, country, checked, hidden, isStop, choose }: BoxProps) {
  return (
    <label className={styles.box} hidden={hidden}>
      <input
        type="checkbox"
        name={name}
        value={code}
        checked={checked}
        tabIndex={isStop ? 0 : -1}
        onChange={({ target }) => choose(code, target.checked)}
      />
      {country}
    </label>
  );
});
