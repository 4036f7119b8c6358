/** Languages of the app. A new one: its folder of files beside `en`, and its loader here. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

type UiMessages = typeof import('./en/ui.json');
type FillMessages = typeof import('./en/fill.json');
type ResultMessages = typeof import('./en/result.json');
type ReportMessages = typeof import('./en/report.json');
type MethodMessages = typeof import('./en/method.json');
type ProblemMessages = typeof import('./en/problems.json');

/** Keys by area; English is the area's full list. */
export type UiKey = keyof UiMessages;
export type FillKey = keyof FillMessages;
export type ResultKey = keyof ResultMessages;
export type ReportKey = keyof ReportMessages;
/** Words of the method that screen, paper and terminal share. */
export type MethodKey = keyof MethodMessages;
export type ProblemKey = keyof ProblemMessages;
