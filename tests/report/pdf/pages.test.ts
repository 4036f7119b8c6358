/** Where the parts of the shipped examples' reports stand on their pages. */
import { describe, expect, test } from 'vitest';
import { fontsOf } from '../../../src/cli/fonts.ts';
import { reportDocument } from '../../../src/report/document.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import { example, examples } from '../examples.ts';
import { ask, judged, pagesOf } from './judges.ts';

/** The file, and what its parts are called after the summary. */
async function report(name: string): Promise<{ readonly bytes: Uint8Array; readonly parts: readonly string[] }> {
  const document = reportDocument(example(name));
  const outcome = writePdf(document, await fontsOf(document));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const parts = document.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
  return { bytes: outcome.value, parts: parts.slice(parts.indexOf('Contents') + 1) };
}

const pages = async (name: string): Promise<readonly string[]> => pagesOf((await report(name)).bytes);

describe('pages', () => {
  test('there are four examples', () => expect(examples).toHaveLength(4));

  for (const name of examples)
    judged(['pdftotext'], `the summary takes two pages: ${name}`, async () => {
      const all = await pages(name);
      expect(all[1]).toMatch(/^Completeness and evidence$/m);
      expect(all.findIndex((page) => /^Contents$/m.test(page))).toBe(2);
    });

  judged(['pdftotext'], 'the contents name the page of each part', async () => {
    for (const name of examples) {
      const { bytes, parts } = await report(name);
      const [told = '', ...rest] = ask('pdftotext', ['-layout', '-enc', 'UTF-8', '-f', '3', 'FILE', '-'], bytes).split('\f');
      const entries = [...told.matchAll(/^(\S.*?) {3,}(\d+)$/gm)].map(([, title, page]) => [title, Number(page)]);
      expect(entries.map(([title]) => title)).toEqual(parts);
      for (const [title, page] of entries) {
        const found = page === 3 ? told.slice(told.lastIndexOf(String(title))) : (rest[Number(page) - 4] ?? '');
        expect(found, String(title)).toMatch(new RegExp(`^${title}$`, 'm'));
      }
    }
  });

  for (const name of examples)
    judged(['pdftotext'], `none is nearly empty but the last, and those before and at the end of the letter: ${name}`, async () => {
      const all = await pages(name);
      const letter = all.findIndex((page) => /^Letter to the vendor$/m.test(page) && !/^Contents$/m.test(page));
      const annexes = all.findIndex((page) => /^Annex A\. /m.test(page) && !/^Contents$/m.test(page));
      const short = all.flatMap((page, i) => (page.split('\n').length < 20 ? [i] : []));
      expect(short.filter((i) => i !== all.length - 1 && (letter < 0 || (i !== letter - 1 && i !== annexes - 1)))).toEqual([]);
    });

  judged(['pdftotext'], 'what weighs most is in the summary where its second page has room for it', async () => {
    const shown = async (name: string) => (await pages(name)).findIndex((page) => /^What weighs most, in short$/m.test(page));
    expect(await shown('scheldewaard.json')).toBe(1);
    expect(await shown('liege-hub-replay.json')).toBe(-1);
  });
});
