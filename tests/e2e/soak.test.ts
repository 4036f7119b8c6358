/** A long day in one window that is never loaded again: what it holds in memory does not grow with what went through it. `npm run test:long` runs it. */
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './support/app.ts';
import { downloaded } from './support/files.ts';
import { savedAfter } from './support/saved.ts';
import { goTo, heading, openExample } from './support/walk.ts';

const ASSESSMENTS = Number(process.env.SOAK_ASSESSMENTS ?? 0);
const ANSWERS = Number(process.env.SOAK_ANSWERS ?? 60);
const EXPORTS = Math.min(20, ASSESSMENTS);
/** So many looks at the memory. What is loaded, compiled or kept ready at first use is there after the first half. */
const LOOKS = Math.min(20, ASSESSMENTS);
const WARM = LOOKS / 2;
/** Looks are taken together, for one alone is a matter of chance. */
const TOGETHER = 3;
const MOST_GROWTH = 0.1;

interface Held {
  /** Bytes of the page's heap after it was cleaned up. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Questions of one choice that are asked whatever was answered, by the page they are on. */
async function pages(): Promise<readonly { readonly place: string; readonly questions: readonly string[] }[]> {
  interface Asked {
    readonly id: string;
    readonly pages: readonly { readonly id: string; readonly questions: readonly { id: string; type: string; visible?: unknown }[] }[];
  }
  const { questionnaire } = JSON.parse(await readFile('questionnaires/examples/meridian.json', 'utf8')) as {
    readonly questionnaire: { readonly sections: readonly Asked[] };
  };
  return questionnaire.sections.flatMap((section) =>
    section.pages.flatMap((page) => {
      const questions = page.questions.filter(({ type, visible }) => type === 'single' && visible === undefined).map(({ id }) => id);
      return questions.length > 0 ? [{ place: `s/${section.id}/${page.id}`, questions }] : [];
    }),
  );
}

/** Begins an assessment: an empty one, or a copy of an example. @returns its id */
async function begin(page: Page, n: number): Promise<string> {
  if (n % 2 === 1) {
    await goTo(page, '#/');
    return openExample(page, n % 4 === 1 ? 'bidderA' : 'bidderB');
  }
  await goTo(page, '#/new');
  await page.getByLabel('Vendor', { exact: true }).fill(`Haven Datawerken ${n} NV (fictional)`);
  await page.getByLabel('Your name or role').fill('Procurement officer');
  await page.locator('input[name="purpose"][value="award"]').check();
  await page.getByRole('button', { name: 'Continue to the questions' }).click();
  await heading(page)
    .filter({ hasText: `Haven Datawerken ${n}` })
    .waitFor();
  return /#\/a\/([^/]+)/.exec(page.url())?.[1] ?? '';
}

/** @returns how long each answer took until it was shown as saved, in milliseconds */
async function answer(page: Page, id: string): Promise<readonly number[]> {
  const times: number[] = [];
  while (times.length < ANSWERS) {
    for (const { place, questions } of await pages()) {
      await goTo(page, `#/a/${id}/${place}`);
      for (const question of questions) {
        if (times.length === ANSWERS) return times;
        await page.locator(`#${question}`).waitFor();
        times.push((await savedAfter(page, `#${question} input[name="${question}"]:not(:checked)`)).ms);
      }
    }
  }
  return times;
}

/** What the page holds where nothing but a page of text is shown. */
async function held(page: Page, session: CDPSession): Promise<Held> {
  await goTo(page, '#/help');
  await page.waitForTimeout(500);
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

const at = (sorted: readonly number[], part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
const middle = (numbers: readonly number[]): number =>
  at(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );

test.runIf(ASSESSMENTS > 0)(
  `${ASSESSMENTS} assessments of ${ANSWERS} answers and ${EXPORTS} reports in one window: what it holds grows by less than ${100 * MOST_GROWTH} %`,
  async () => {
    const { page, context, troubles } = await openApp({ at: '#/help' });
    const session = await context.newCDPSession(page);
    const times: number[] = [];
    const looks: Held[] = [];
    const start = Date.now();
    for (let n = 0; n < ASSESSMENTS; n += 1) {
      const id = await begin(page, n);
      times.push(...(await answer(page, id)));
      if (isEach(n, EXPORTS)) {
        await goTo(page, `#/a/${id}/result`);
        await downloaded(page, () => page.getByRole('button', { name: 'Download the report (PDF)' }).click());
      }
      if (!isEach(n, LOOKS)) continue;
      const look = await held(page, session);
      looks.push(look);
      const { heap, nodes, listeners } = look;
      console.log(
        `soak: ${n + 1} assessments, ${times.length} answers, ${Math.round((Date.now() - start) / 60_000)} min: ` +
          `${(heap / 1e6).toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`,
      );
    }
    const grown = (of: keyof Held) => {
      const all = looks.map((look) => look[of]);
      return middle(all.slice(-TOGETHER)) / middle(all.slice(Math.floor(WARM), Math.floor(WARM) + TOGETHER)) - 1;
    };
    const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
    const sorted = times.toSorted((a, b) => a - b);
    console.log(
      `soak: ${ASSESSMENTS} assessments, ${times.length} answers, ${EXPORTS} reports in ${Math.round((Date.now() - start) / 60_000)} min; ` +
        `heap ${percent(grown('heap'))}, nodes ${percent(grown('nodes'))}, listeners ${percent(grown('listeners'))} more at the end than half way; ` +
        `from an answer until "Saved" ${at(sorted, 0.5).toFixed(0)} ms (p50), ${at(sorted, 0.99).toFixed(0)} ms (p99), ${at(sorted, 1).toFixed(0)} ms at most`,
    );
    expect(troubles).toEqual([]);
    expect(grown('heap')).toBeLessThan(MOST_GROWTH);
    expect(grown('nodes')).toBeLessThan(MOST_GROWTH);
    expect(grown('listeners')).toBeLessThan(MOST_GROWTH);
  },
  120_000 + ASSESSMENTS * (30_000 + ANSWERS * 3000),
);

/** Is the n-th of the assessments one of so many that lie evenly among them? */
const isEach = (n: number, count: number): boolean => Math.floor(((n + 1) * count) / ASSESSMENTS) > Math.floor((n * count) / ASSESSMENTS);
