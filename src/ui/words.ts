/** The app's words in the language that is set, for components. */
import { createContext, useContext } from 'react';
import type { LocalText } from '../core/format/primitives.ts';
import fill from '../i18n/en/fill.json';
import method from '../i18n/en/method.json';
import problems from '../i18n/en/problems.json';
import result from '../i18n/en/result.json';
import ui from '../i18n/en/ui.json';
import { type Formats, formats, local } from '../i18n/format.ts';
import type { FillKey, Language, MethodKey, ProblemKey, ResultKey, UiKey } from '../i18n/languages.ts';
import { type Translate, translator } from '../i18n/translator.ts';

type ScreenKey = UiKey | FillKey | ResultKey | MethodKey | ProblemKey;

export interface Words {
  readonly language: Language;
  readonly t: Translate<ScreenKey>;
  readonly f: Formats;
  /** A questionnaire's own text in the app's language. */
  readonly local: (text: LocalText) => string;
}

export function wordsOf(language: Language): Words {
  return { language, t: translator<ScreenKey>(language, { ...ui, ...fill, ...result, ...method, ...problems }), f: formats(language), local: (text) => local(text, language) };
}

export const WordsContext = createContext<Words>(wordsOf('en'));

/** `t` for the app's words, `f` for figures and days, `local` for texts of a questionnaire. */
export const useWords = (): Words => useContext(WordsContext);
