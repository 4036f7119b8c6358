// @ts-check
/**
 * Language files (flat JSON of ICU messages) become data that the app can say without a parser: `import ui from
 * './en/ui.json?messages'`. Arguments, plurals and choices are known; figures and days come in as text, so their ICU
 * formats are refused here, when the app is built.
 */
import { readFileSync } from 'node:fs';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

const SUFFIX = '?messages';

/** @returns {import('vite').Plugin} */
export function messages() {
  return {
    name: 'messages',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(`.json${SUFFIX}`)) return null;
      const file = id.slice(0, -SUFFIX.length);
      this.addWatchFile(file);
      return {
        code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compileAll(readFileSync(file, 'utf8'))))});`,
        moduleType: 'js',
      };
    },
  };
}

/** @param {string} json */
function compileAll(json) {
  return Object.fromEntries(Object.entries(JSON.parse(json)).map(([key, message]) => [key, compile(parseMessage(message), key)]));
}

/**
 * The parts of a message, as the library reads them.
 * @param {string} message
 */
export function parseMessage(message) {
  return parse(message, { ignoreTag: true });
}

/**
 * @param {ReturnType<typeof parseMessage>} parts
 * @param {string} key
 * @returns {string | unknown[]} text, or parts: text · [name] · [name, 'plural' | 'select', { case: parts }] · 0 for the count
 */
function compile(parts, key) {
  const compiled = parts.map((part) => {
    switch (part.type) {
      case TYPE.literal:
        // A choice within a plural has lost sight of its count.
        if (/(^|\s)#(\s|$)/.test(part.value)) throw new Error(`${key}: a # that counts nothing`);
        return part.value;
      case TYPE.argument:
        return [part.value];
      case TYPE.pound:
        return 0;
      case TYPE.plural:
      case TYPE.select:
        if (part.type === TYPE.plural && (part.offset !== 0 || part.pluralType !== 'cardinal'))
          throw new Error(`${key}: expected a plain plural`);
        return [
          part.value,
          part.type === TYPE.plural ? 'plural' : 'select',
          Object.fromEntries(Object.entries(part.options).map(([name, option]) => [name, compile(option.value, key)])),
        ];
      default:
        throw new Error(`${key}: expected text, arguments, plurals and choices only; figures and days come in as text`);
    }
  });
  const [only] = compiled;
  return compiled.length === 1 && typeof only === 'string' ? only : compiled;
}
