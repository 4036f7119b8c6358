/**
 * The app's words in the language that is set, for components. The shell's own come with the app; those of an area come with
 * the first page that says them, so that a question does not wait for the words of the result.
 */
import { createContext, useContext } from 'react';
import type { LocalText } from '../core/format/primitives.ts';
import method from '../i18n/en/method.json?messages';
import ui from '../i18n/en/ui.json?messages';
import { type Formats, formats, local } from '../i18n/format.ts';
import type {
  CompareKey,
  DifferenceKey,
  EvaluatorsKey,
  FillKey,
  FinalKey,
  HomeKey,
  KeepKey,
  Language,
  LockKey,
  MethodKey,
  MoveKey,
  NoticeKey,
  OfflineKey,
  ProblemKey,
  ProcedureKey,
  PromisesKey,
  RegisterKey,
  ResultKey,
  SealedKey,
  SignKey,
  UiKey,
  VerifyKey,
} from '../i18n/languages.ts';
import { type Message, type Messages, type Translate, translator } from '../i18n/translator.ts';
import { visible } from '../report/pdf/visible.ts';

type ScreenKey =
  | UiKey
  | HomeKey
  | FillKey
  | ResultKey
  | CompareKey
  | ProcedureKey
  | PromisesKey
  | DifferenceKey
  | EvaluatorsKey
  | FinalKey
  | RegisterKey
  | SealedKey
  | SignKey
  | KeepKey
  | LockKey
  | MoveKey
  | NoticeKey
  | OfflineKey
  | VerifyKey
  | MethodKey
  | ProblemKey;

const AREAS = {
  account: () => import('../i18n/en/account.json?messages'),
  compare: () => import('../i18n/en/compare.json?messages'),
  differences: () => import('../i18n/en/differences.json?messages'),
  evidence: () => import('../i18n/en/evidence.json?messages'),
  evaluators: () => import('../i18n/en/evaluators.json?messages'),
  home: () => import('../i18n/en/home.json?messages'),
  keep: () => import('../i18n/en/keep.json?messages'),
  lock: () => import('../i18n/en/lock.json?messages'),
  fill: () => import('../i18n/en/fill.json?messages'),
  final: () => import('../i18n/en/final.json?messages'),
  move: () => import('../i18n/en/move.json?messages'),
  notice: () => import('../i18n/en/notice.json?messages'),
  offline: () => import('../i18n/en/offline.json?messages'),
  overview: () => import('../i18n/en/overview.json?messages'),
  problems: () => import('../i18n/en/problems.json?messages'),
  procedure: () => import('../i18n/en/procedure.json?messages'),
  procedureList: () => import('../i18n/en/procedureList.json?messages'),
  promises: () => import('../i18n/en/promises.json?messages'),
  register: () => import('../i18n/en/register.json?messages'),
  result: () => import('../i18n/en/result.json?messages'),
  sealed: () => import('../i18n/en/sealed.json?messages'),
  sign: () => import('../i18n/en/sign.json?messages'),
  verify: () => import('../i18n/en/verify.json?messages'),
  values: () => import('../i18n/en/values.json?messages'),
} satisfies Record<string, () => Promise<{ default: Messages }>>;
export type Area = keyof typeof AREAS;

const loaded: Record<string, Message> = { ...ui, ...method };

/** Makes the words of these areas sayable. */
export async function loadWords(areas: readonly Area[]): Promise<void> {
  for (const { default: messages } of await Promise.all(areas.map((area) => AREAS[area]()))) Object.assign(loaded, messages);
}

export interface Words {
  readonly language: Language;
  /** What is hidden in a value, or turns the reading order, is named in the sentence. */
  readonly t: Translate<ScreenKey>;
  /** The same sentences with their values as they are, for what is stored and not shown. */
  readonly stored: { readonly t: Translate<ScreenKey> };
  readonly f: Formats;
  /** A questionnaire's own text in the app's language. */
  readonly local: (text: LocalText) => string;
}

const plain = translator<ScreenKey>('en', loaded);

const shown = (params: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? visible(value) : value]));

const ENGLISH: Words = {
  language: 'en',
  t: (key, params) => plain(key, params && shown(params)),
  stored: { t: plain },
  f: formats('en'),
  local: (text) => local(text, 'en'),
};

/** The language that is set, for what is brought before there is a component. */
export const currentLanguage = (): Language => ENGLISH.language;

const WordsContext = createContext<Words>(ENGLISH);

/** `t` for the app's words, `f` for figures and days, `local` for texts of a questionnaire. */
export const useWords = (): Words => useContext(WordsContext);
