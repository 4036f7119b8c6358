/** Languages of the app. A new one: its folder of files beside `en`, its loaders in `ui/words.ts`, its conventions in `format.ts`. */
export type Language = 'en';

/** Keys by area; English is the area's full list. Words of the shell around every page. */
export type UiKey = keyof typeof import('./en/ui.json');
/** Home, start page, questionnaires. */
export type HomeKey = keyof typeof import('./en/home.json');
/** Question pages, and the pages that list and check answers. */
export type FillKey =
  | keyof typeof import('./en/fill.json')
  | keyof typeof import('./en/evidence.json')
  | keyof typeof import('./en/overview.json');
export type ResultKey = keyof typeof import('./en/result.json');
/** The page that compares bids. */
export type CompareKey = keyof typeof import('./en/compare.json');
/** Pages of a procedure, its part of the home page, and what its bids say of it. */
export type ProcedureKey = keyof typeof import('./en/procedure.json') | keyof typeof import('./en/procedureList.json');
/** Merging what several evaluators answered, and settling what differs. */
export type EvaluatorsKey = keyof typeof import('./en/evaluators.json');
/** Making an assessment final, its versions and its redacted variants. */
export type FinalKey = keyof typeof import('./en/final.json');
/** The register of reports. */
export type RegisterKey = keyof typeof import('./en/register.json');
/** The second copy, the backup, and what is said of a loss. */
export type KeepKey = keyof typeof import('./en/keep.json');
/** All that is kept here under a passphrase: the page that asks for it, and the one that sets it. */
export type LockKey = keyof typeof import('./en/lock.json');
/** A new version of the app that waits, data that are newer than the app, and other windows. */
export type OfflineKey = keyof typeof import('./en/offline.json');
/** What is promised, and what is not. */
export type PromisesKey = keyof typeof import('./en/promises.json');
/** Signing a report. */
export type SignKey = keyof typeof import('./en/sign.json');
/** Files under a passphrase, and what is wrong with one. */
export type SealedKey = keyof typeof import('./en/sealed.json');
/** Moving an assessment to a newer version of its questionnaire. */
export type MoveKey = keyof typeof import('./en/move.json');
/** The report of an assessment; what of it is final, takes the place of another, or is withheld. */
export type ReportKey = keyof typeof import('./en/report.json') | keyof typeof import('./en/edition.json');
/** The report that compares bids. */
export type ComparisonKey = keyof typeof import('./en/comparison.json') | keyof typeof import('./en/tender.json');
/** In what two sets of criteria differ: screen, paper and terminal share them. */
export type DifferenceKey = keyof typeof import('./en/differences.json');
/** What can be said of a file that is held against its own data, and the page that does it. */
export type VerifyKey = keyof typeof import('./en/verify.json');
/** The workbook and the table of a comparison. */
export type TablesKey = keyof typeof import('./en/tables.json');
/** A contract notice: what is wrong with it, and its weights beside those used. */
export type NoticeKey = keyof typeof import('./en/notice.json');
/** Words of the method that screen, paper and terminal share: those of every screen, and those that give account of a result. */
export type MethodKey = keyof typeof import('./en/method.json') | keyof typeof import('./en/account.json');
/** What is wrong with a value, and with a file. */
export type ProblemKey = keyof typeof import('./en/values.json') | keyof typeof import('./en/problems.json');
