/** A message as the build leaves it: text, or parts of text, arguments, plurals and choices (`.ci/messages.mjs`). */
export type Message = string | readonly Part[];
type Part =
  | string
  /** The count of the plural around it. */
  | 0
  | readonly [name: string]
  | readonly [name: string, kind: 'plural' | 'select', cases: Readonly<Record<string, Message>>];
/** Messages by key. */
export type Messages = Readonly<Record<string, Message>>;

/** Values put into a message. Numbers decide plurals; anything that is shown as a figure comes in as text (`format.ts`). */
type Params = Readonly<Record<string, string | number>>;
/** The sentence of a key, with its parameters in place. */
export type Translate<Key extends string> = (key: Key, params?: Params) => string;

/**
 * Makes the translate function of one language over the messages given; more may be put into them later.
 * @throws RangeError for a key that has no message, or a parameter that is not given: a programmer's error.
 */
export function translator<Key extends string>(language: string, messages: Messages): Translate<Key> {
  const rules = new Intl.PluralRules(language);
  return (key, params = {}) => {
    const message = messages[key];
    if (message === undefined) throw new RangeError(`no message for ${key}`);
    const value = (name: string): string | number => {
      const given = params[name];
      if (given === undefined) throw new RangeError(`${key}: no value for ${name}`);
      return given;
    };
    const say = (part: Message, count: string): string => {
      if (typeof part === 'string') return part;
      return part
        .map((piece) => {
          if (typeof piece === 'string') return piece;
          if (piece === 0) return count;
          const given = value(piece[0]);
          if (piece.length === 1) return String(given);
          const [, kind, cases] = piece;
          const chosen = kind === 'plural' ? (cases[`=${given}`] ?? cases[rules.select(Number(given))]) : cases[String(given)];
          return say(chosen ?? cases.other ?? '', kind === 'plural' ? String(given) : count);
        })
        .join('');
    };
    return say(message, '');
  };
}
