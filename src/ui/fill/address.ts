import type { Model } from '../../core/model.ts';

/** Route of a page of questions. */
export function pageAddress(id: string, { sections }: Model, section: number, page: number): string {
  const found = sections[section]?.section;
  return `/a/${id}/s/${found?.id ?? ''}/${found?.pages[page]?.id ?? ''}`;
}

/** Route of the page that a question is on; the question itself goes in the history entry (`QuestionLink`). */
export function questionAddress(id: string, model: Model, question: string): string {
  const item = model.items[model.indexOf(question) ?? -1];
  return item ? pageAddress(id, model, item.section, item.page) : `/a/${id}`;
}
