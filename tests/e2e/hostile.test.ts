/** Text with tricks in every field of an assessment: every page shows what is stored, with what is hidden in it named, and nothing of it runs. */
import { expect, test } from 'vitest';
import { DETAILS } from '../../src/core/format/assessment.ts';
import { inputOf, RAISED } from '../report/fixture.ts';
import { openApp } from './support/app.ts';
import { newFile } from './support/files.ts';
import { goTo } from './support/walk.ts';

const TRICK = 'evil\u202egpj.exe\u202c <img src=x onerror="document.title=1"> a\u0007b\u200bc {vendor} javascript:alert(1)';
const SHOWN = 'evil[U+202E]gpj.exe[U+202C] <img src=x onerror="document.title=1"> a[U+0007]b[U+200B]c {vendor} javascript:alert(1)';
/** What turns the reading order, or cannot be seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const RAW = /[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u200b]/;

test('every page names what is hidden in a text, and nothing of it runs', async () => {
  const { keys } = RAISED;
  if (keys?.state !== 'answered') throw new Error('the fixture answers it');
  const { assessment } = inputOf({
    answers: {
      ...RAISED,
      keys: {
        ...keys,
        note: TRICK,
        evidence: { grade: 'e2', title: TRICK, reference: TRICK, file: { name: TRICK, sha256: 'a'.repeat(64) } },
      },
      remark: { state: 'answered', value: TRICK },
    },
    details: Object.fromEntries(DETAILS.filter((detail) => detail !== 'factsAsOf').map((detail) => [detail, TRICK])),
    override: { band: 'critical', reason: TRICK },
  });
  const { page, troubles } = await openApp();
  await page
    .locator('section[aria-labelledby="open-file"] input[type="file"]')
    .setInputFiles(await newFile('a.json', JSON.stringify(assessment)));
  await page.waitForURL(/#\/a\/[^/]+$/);
  const at = `#/a/${assessment.id}`;
  const counts: Record<string, number> = {};
  const raw: string[] = [];
  for (const route of ['#/', at, `${at}/check`, `${at}/history`, `${at}/result`, `${at}/final`, '#/register']) {
    await goTo(page, route);
    await page.waitForTimeout(400);
    const text = await page.locator('body').innerText();
    const found = RAW.exec(text);
    if (found) raw.push(`${route}: ${JSON.stringify(text.slice(Math.max(0, found.index - 80), found.index + 40))}`);
    counts[route.replace(at, '#/a/…')] = text.split(SHOWN).length - 1;
  }
  console.log(`hostile text on screen: ${JSON.stringify(counts)}`);
  expect(raw).toEqual([]);
  expect(counts['#/a/…/check']).toBeGreaterThan(0);
  expect(counts['#/a/…/history']).toBeGreaterThan(5);
  expect(await page.title()).not.toBe('1');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(troubles).toEqual([]);
}, 60_000);
