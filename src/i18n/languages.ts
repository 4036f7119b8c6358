/** Languages of the app. A new one: its folder of files beside `en`, and its loader in `ui/words.ts`. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Keys by area; English is the area's full list. Words of the shell around every page. */
export type UiKey = keyof typeof import('./en/ui.json');
/** Home, start page, questionnaires. */
export type HomeKey = keyof typeof import('./en/home.json');
export type FillKey = keyof typeof import('./en/fill.json');
export type ResultKey = keyof typeof import('./en/result.json');
export type ReportKey = keyof typeof import('./en/report.json');
/** Words of the method that screen, paper and terminal share. */
export type MethodKey = keyof typeof import('./en/method.json');
/** What is wrong with a value, and with a file. */
export type ProblemKey = keyof typeof import('./en/values.json') | keyof typeof import('./en/problems.json');
