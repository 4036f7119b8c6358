/** Several windows on one assessment: people see it, one can go on alone, and no edit of any is lost. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type App, openApp } from './support/app.ts';
import { holdDisk } from './support/disk.ts';
import { faultsInEveryView } from './support/views.ts';
import { goTo, heading, openExample, saved } from './support/walk.ts';

const radio = (page: Page, question: string, option: string) => page.locator(`#${question} input[value="${option}"]`);
const others = (page: Page) => page.getByRole('status').filter({ hasText: 'This assessment is open in' });
const clash = (page: Page) => page.getByRole('alert').filter({ hasText: 'differently in another window' });

/** Windows at the page on what is held, of one copy of bidder B. */
async function windowsOn(app: App, count: number): Promise<{ readonly windows: readonly Page[]; readonly id: string }> {
  const { page, context, address } = app;
  const id = await openExample(page, 'bidderB');
  const at = `#/a/${id}/s/ic/ic-holdings`;
  await goTo(page, at);
  const more = await Promise.all(Array.from({ length: count - 1 }, () => another(context, address + at)));
  await page.locator('#ic-02').waitFor();
  return { windows: [page, ...more], id };
}

async function another(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('#ic-02').waitFor();
  return page;
}

test('people see that there is another window, and one goes on alone and gives back', async () => {
  const app = await openApp();
  const { windows } = await windowsOn(app, 2);
  const [first, second] = windows as [Page, Page];
  await others(first).waitFor();
  await others(second).waitFor();
  expect(await faultsInEveryView(app)).toEqual([]);
  await second.bringToFront();
  await second.locator('#ic-03--typed').fill('17');
  await first.bringToFront();
  await first.getByRole('button', { name: 'Go on in this window alone' }).click();
  await second.getByText('goes on in another window').waitFor();
  await expect.poll(() => first.locator('#ic-03--typed').inputValue()).toBe('17');
  await expect.poll(() => others(first).count()).toBe(0);

  await second.bringToFront();
  await second.getByRole('button', { name: 'Go on here instead' }).click();
  await expect.poll(() => second.locator('#ic-03--typed').inputValue()).toBe('17');
  await first.getByText('goes on in another window').waitFor();
  expect(await second.getByText('goes on in another window').count()).toBe(0);

  // A window that just ends leaves nothing behind.
  await first.getByRole('button', { name: 'Go on here instead' }).click();
  await second.getByText('goes on in another window').waitFor();
  await second.getByRole('button', { name: 'Go on here instead' }).click();
  await first.getByText('goes on in another window').waitFor();
  await first.goBack();
  await others(second).waitFor();
  await first.close();
  await expect.poll(() => others(second).count(), { timeout: 10_000 }).toBe(0);
  expect(app.troubles).toEqual([]);
});

test('a window with something that is not kept yet does not let go, and says so', async () => {
  const app = await openApp();
  const { windows, id } = await windowsOn(app, 2);
  const [first, second] = windows as [Page, Page];
  await others(second).waitFor();
  await goTo(second, `#/a/${id}/final`);
  await heading(second).waitFor();
  await second.getByLabel('Number').fill('Half a na');
  await first.bringToFront();
  await first.getByRole('button', { name: 'Go on in this window alone' }).click();
  await first.getByText('Another window did not let go').waitFor();
  expect(await second.getByLabel('Number').inputValue()).toBe('Half a na');
});

test('what two windows answer differently is said in both, and the history has both', async () => {
  const app = await openApp();
  const { windows, id } = await windowsOn(app, 2);
  const [first, second] = windows as [Page, Page];
  await others(first).waitFor();
  await others(second).waitFor();
  // Neither sees the other's answer before it has given its own.
  await holdDisk(first, 2500);
  await radio(second, 'ic-02', 'aggm').click();
  await first.bringToFront();
  await radio(first, 'ic-02', 'aggd').click();
  await Promise.all([saved(first), saved(second)]);
  await Promise.all([clash(first).waitFor(), clash(second).waitFor()]);
  expect(await faultsInEveryView(app)).toEqual([]);
  await clash(first).getByRole('button', { name: 'I have seen this' }).click();
  await expect.poll(() => clash(first).count()).toBe(0);
  const said = (await storedAnswers(first, id)).filter(({ question }) => question === 'ic-02').map(({ answer }) => answer?.value);
  expect(said.slice(-2).sort()).toEqual(['aggd', 'aggm']);
  expect(app.troubles).toEqual([]);
});

interface Stored {
  readonly question: string;
  readonly answer: { readonly value?: unknown; readonly note?: string } | null;
}

/** The answers of an assessment as they lie on disk, oldest first. */
const storedAnswers = (page: Page, id: string) =>
  page.evaluate(async (assessment) => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => {
        request.onsuccess = () => done(request.result);
      });
    const db = await result(indexedDB.open('soundings'));
    const range = IDBKeyRange.bound([assessment, 0], [assessment, Number.POSITIVE_INFINITY]);
    const all: { kind: string }[] = await result(db.transaction('entries').objectStore('entries').getAll(range));
    db.close();
    return all.filter(({ kind }) => kind === 'answer') as unknown as Stored[];
  }, id);

const EDITS = Number(process.env.WINDOW_EDITS ?? 200);

test.each([2, 5])(
  `${EDITS} interleaved edits of one question from %i windows are all kept, each window's in its order, and reported`,
  async (count) => {
    const app = await openApp();
    const { windows, id } = await windowsOn(app, count);
    for (const page of windows) {
      await page.locator('#ic-03 summary', { hasText: 'Reference, file and note' }).click();
      await page.locator('#ic-03--note').waitFor();
    }
    const each = Math.floor(EDITS / count);
    await Promise.all(
      windows.map((page, w) =>
        page.evaluate(
          async ([window, count]) => {
            const note = document.querySelector<HTMLTextAreaElement>('#ic-03--note');
            if (!note) throw new Error('no field');
            const put = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
            for (let i = 0; i < count; i += 1) {
              put?.call(note, `window ${window} edit ${i}`);
              note.dispatchEvent(new Event('input', { bubbles: true }));
              note.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
              await new Promise((done) => setTimeout(done, (i * 7 + window * 3) % 23));
            }
          },
          [w, each] as const,
        ),
      ),
    );
    await Promise.all(windows.map(saved));
    const [first] = windows as [Page];
    const notes = (await storedAnswers(first, id)).flatMap(({ question, answer }) => (question === 'ic-03' && answer?.note) || []);
    const made = notes.filter((note) => note.startsWith('window '));
    expect(new Set(made).size).toBe(each * count);
    for (let w = 0; w < count; w += 1) {
      const own = made.filter((note) => note.startsWith(`window ${w} `));
      expect(own, `window ${w}`).toEqual(Array.from({ length: each }, (_, i) => `window ${w} edit ${i}`));
    }
    const last = notes.at(-1);
    for (const page of windows) {
      await clash(page).waitFor();
      await expect.poll(() => page.locator('#ic-03--note').inputValue()).toBe(last);
    }
    console.info(`${count} windows, ${each * count} edits: ${new Set(made).size} kept, 0 lost, reported in ${count} windows`);
    expect(app.troubles).toEqual([]);
  },
  90_000 + EDITS * 200,
);
