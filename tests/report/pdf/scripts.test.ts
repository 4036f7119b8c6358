import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../../../src/report/blocks.ts';
import { fontsFor } from '../../../src/report/fonts/needed.ts';
import { visible } from '../../../src/report/pdf/visible.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import { textsOf } from '../../../src/report/texts.ts';
import { demo } from './demo.ts';
import { fontsOf, packageSource } from './fonts.ts';
import { ask, judged, withoutSpace } from './judges.ts';
import { NAMES } from './names.ts';

function withTexts(texts: readonly string[]): Document {
  const { mark: _, ...unmarked } = demo;
  return { ...unmarked, blocks: texts.map((text): Block => ({ kind: 'paragraph', text })) };
}

async function written(document: Document): Promise<Uint8Array> {
  const outcome = writePdf(document, await fontsOf(document));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** The paragraphs as poppler reads the tree of elements, without the two of the title. */
const paragraphsOf = (bytes: Uint8Array): readonly string[] =>
  ask('pdfinfo', ['-struct-text', 'FILE'], bytes)
    .split(/^ *P \(block\)\n/m)
    .slice(2)
    .map((said) =>
      oneSpace(
        said
          .split('\n')
          .flatMap((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? [])
          .join(''),
      ),
    );

const oneSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** How others read it: by the tree, by the stream, and from the page. Poppler says of what runs to the left that it does. */
const READERS = {
  'pdfinfo by the tree': (bytes: Uint8Array) => paragraphsOf(bytes).join(''),
  'pdftotext by the stream': (bytes: Uint8Array) =>
    ask('pdftotext', ['-raw', '-enc', 'UTF-8', 'FILE', '-'], bytes).replace(/[\u202a-\u202e]/g, ''),
  mutool: (bytes: Uint8Array) => ask('mutool', ['draw', '-F', 'text', 'FILE'], bytes).replace('warning: ICC support is not available', ''),
} as const;

describe('names in their own script', { timeout: 60_000 }, () => {
  judged(['pdfinfo', 'pdftotext', 'mutool'], 'come back as they are stored', async () => {
    const bytes = await written(withTexts(Object.values(NAMES)));
    for (const [reader, read] of Object.entries(READERS)) {
      const all = withoutSpace(read(bytes));
      for (const [name, text] of Object.entries(NAMES)) expect(all, `${name}, ${reader}`).toContain(withoutSpace(text));
    }
  });

  judged(['qpdf', 'mutool'], 'are in a sound file', async () => {
    const bytes = await written(withTexts(Object.values(NAMES)));
    expect(ask('qpdf', ['--check', 'FILE'], bytes)).toContain('No syntax or stream encoding errors found');
    expect(bytes.length).toBeLessThan(100_000);
  });

  test('give the same bytes whatever order their slices come in', async () => {
    const document = withTexts(Object.values(NAMES));
    const source = packageSource();
    const late = await fontsFor(textsOf(document), {
      ...source,
      slice: async (file, family) => {
        const bytes = await source.slice(file, family);
        await new Promise((done) => setTimeout(done, (file.length * 7919) % 13));
        return bytes;
      },
    });
    const outcome = writePdf(document, late);
    expect(outcome.ok && Buffer.compare(outcome.value, await written(document))).toBe(0);
  });
});

/** Some of every script that is covered, and what is only shown by its number. */
const ALPHABETS: readonly string[] = [
  'abcxyzÄčŁß',
  '0123456789',
  ' .,:;-/%&+()[]«»“”',
  'αβγΩЖйїґ',
  'אבגדהוזחטיךכםמןנ״׳',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىپچژگکیٹڈ',
  'ابتحدرسعلمنویکگ\u200c',
  '٠١٢٣٤٥٦٧٨٩،؛؟',
  '菜鸟网络物流有限公司中国',
  '日本通運株式会社のカナがプー、。（）「」',
  '씨제이대한통운주식회사물류',
  '𠮷𠀋',
  '\u0000\u0007\u001b\u007f\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufe0f\udfff\ud800\u{e0041}',
];
/** Letters with marks: a mark alone has no letter to stand on. */
const MARKED = ['בּ', 'שָׁ', 'מַ', 'مُ', 'بَّ', 'لٌ', 'e\u0301', 'x\u0302', 'か\u3099'];

describe('whatever is stored', { timeout: 60_000 }, () => {
  const seed = 20261126;
  const runs = 600;
  const piece = fc.oneof(
    ...ALPHABETS.map((alphabet) =>
      fc.array(fc.constantFrom(...(alphabet.match(/[\s\S]/gu) ?? [])), { minLength: 1, maxLength: 8 }).map((signs) => signs.join('')),
    ),
    fc.constantFrom(...MARKED),
  );
  const texts = fc
    .sample(fc.array(piece, { minLength: 1, maxLength: 12 }), { numRuns: runs, seed })
    .map((pieces) => pieces.join(''))
    .filter((text) => text.trim() !== '' && !text.includes('\ud800\udfff'));

  judged(['pdfinfo', 'mutool'], 'is what is read, once the hidden is named', async () => {
    const bytes = await written(withTexts(texts));
    const paragraphs = paragraphsOf(bytes);
    const page = withoutSpace(READERS.mutool(bytes));
    expect(paragraphs.length).toBe(texts.length);
    texts.forEach((text, i) => {
      expect(paragraphs[i], JSON.stringify(text)).toBe(oneSpace(visible(text)));
      expect(page.includes(withoutSpace(visible(text))), JSON.stringify(text)).toBe(true);
    });
    console.log(`scripts: seed ${seed}, ${texts.length} texts read back by 2 readers`);
  });
});
