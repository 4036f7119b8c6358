/** Answers by number: one of a choice, or a long note. */
import type { Page } from 'playwright-core';
import { savedAfter } from '../saved.ts';
import { goTo } from '../walk.ts';

const HOLDINGS = 's/ic/ic-holdings';
const OPTIONS = ['pub', 'aggm', 'aggd', 'mbl', 'hbl', 'item'] as const;

/** Where an assessment's answers are given. */
export const placeOf = (id: string): string => `#/a/${id}/${HOLDINGS}`;

export async function goToAnswers(page: Page, id: string): Promise<void> {
  await goTo(page, placeOf(id));
  await page.locator('#ic-03 summary', { hasText: 'Reference, file and note' }).click();
  await page.locator('#ic-03--note').waitFor();
}

/** The option that is chosen on the page. */
export const chosen = (page: Page) => page.locator('input[name="ic-02"]:checked').getAttribute('value');

export const isNote = (value: string): boolean => value.startsWith('note-');

/** So many answers, none of which is what was there before: options, and a note of 3,000 letters at every fifth place. */
export function answersOf(count: number, first: string, chance: () => number): readonly string[] {
  let option = first;
  return Array.from({ length: count }, (_, n) => {
    if (n % 5 === 4) return `note-${n}`;
    const others = OPTIONS.filter((other) => other !== option);
    option = others[Math.floor(chance() * others.length)] ?? '';
    return option;
  });
}

/** Gives an answer. @returns when the page said that it was saved, in milliseconds */
export const give = async (page: Page, value: string): Promise<number> =>
  (isNote(value)
    ? await savedAfter(page, '#ic-03--note', `${value} `.repeat(400))
    : await savedAfter(page, `#ic-02 input[value="${value}"]`)
  ).at;

/** The answers as they lie in the database, oldest first, read by nobody's rules. @throws if there is no database */
export const stored = (page: Page, id: string): Promise<readonly string[]> =>
  page.evaluate(async (assessment) => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const request = indexedDB.open('soundings');
    request.onupgradeneeded = () => request.transaction?.abort();
    const db = await result(request);
    const range = IDBKeyRange.bound([assessment, 0], [assessment, Number.POSITIVE_INFINITY]);
    type Line = { kind: string; question?: string; answer?: { value?: unknown; note?: string } };
    const all: Line[] = await result(db.transaction('entries').objectStore('entries').getAll(range));
    db.close();
    return all
      .filter(({ kind }) => kind === 'answer')
      .map(({ question, answer }) => (question === 'ic-03' ? String(answer?.note?.split(' ')[0]) : String(answer?.value)));
  }, id);
