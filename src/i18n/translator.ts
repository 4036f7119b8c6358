import { IntlMessageFormat } from 'intl-messageformat';

/** Values put into a message. Numbers decide plurals; anything that is shown as a figure comes in as text (`format.ts`). */
export type Params = Readonly<Record<string, string | number>>;
/** The sentence of a key, with its parameters in place. */
export type Translate<Key extends string> = (key: Key, params?: Params) => string;

/**
 * Makes the translate function of one language over the messages given (ICU MessageFormat by flat key).
 * @throws RangeError for a key that has no message, or a parameter that is not given: a programmer's error.
 */
export function translator<Key extends string>(language: string, messages: Readonly<Record<Key, string>>): Translate<Key> {
  const compiled = new Map<Key, IntlMessageFormat>();
  return (key, params) => {
    let message = compiled.get(key);
    if (!message) {
      const source = messages[key];
      if (source === undefined) throw new RangeError(`no message for ${key}`);
      message = new IntlMessageFormat(source, language, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return message.format(params) as string;
  };
}
