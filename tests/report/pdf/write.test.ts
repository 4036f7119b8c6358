import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Block, Document, Rich } from '../../../src/report/blocks.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import { demo } from './demo.ts';
import { fonts } from './fonts.ts';
import { ask, judged, pagesOf, withoutSpace } from './judges.ts';

function written(document: Document): Uint8Array {
  const outcome = writePdf(document, fonts);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** The demo without its mark, with blocks of one's own. */
function withBlocks(...blocks: readonly Block[]): Document {
  const { mark: _, ...unmarked } = demo;
  return { ...unmarked, blocks };
}

const paragraph = (text: Rich): Block => ({ kind: 'paragraph', text });

/** Every text of a block that is set, in reading order; figures speak for themselves. */
function textsOf(block: Block): string[] {
  const plain = (rich: Rich): string => (typeof rich === 'string' ? rich : rich.map((run) => run.text).join(''));
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [plain(block.text)];
    case 'list':
      return block.items.flatMap((item, i) => [block.ordered ? `${i + 1}.` : '•', plain(item)]);
    case 'table':
      return [
        ...(block.caption ? [block.caption] : []),
        ...block.columns.map((column) => column.head),
        ...block.rows.flatMap((row) => row.flatMap((cell) => (typeof cell === 'object' && 'drawing' in cell ? [] : [plain(cell)]))),
      ];
    case 'figure':
      return block.caption ? [block.caption] : [];
    case 'facts':
      return block.items.flatMap(({ term, value }) => [term, plain(value)]);
    case 'headline':
      return [block.word, ...block.beside.map(plain)];
    case 'note':
      return block.blocks.flatMap(textsOf);
    case 'if-room':
      return [block.heading, block.table].flatMap(textsOf);
    case 'contents':
      return [...block.entries];
    case 'page-break':
      return [];
  }
}

function headingsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'note' ? headingsOf(block.blocks) : block.kind === 'heading' ? [block.text] : []));
}

describe('the same document gives the same bytes', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('whatever the clock, chance and the time zone', () => {
    const first = written(demo);
    vi.useFakeTimers({ now: new Date('2041-02-03T04:05:06Z') });
    process.env.TZ = 'Pacific/Chatham';
    // Another number each time: jsPDF takes them for names of its listeners.
    let drawn = 0.123456789;
    vi.spyOn(Math, 'random').mockImplementation(() => {
      drawn = (drawn * 997) % 1;
      return drawn;
    });
    expect(Buffer.compare(first, written(demo))).toBe(0);
  });

  test('and another hash of the data another id', () => {
    const other = written({ ...demo, dataHash: 'f'.repeat(64) });
    expect(Buffer.from(other).toString('latin1')).toContain(`/ID [<${'F'.repeat(32)}> <${'F'.repeat(32)}>]`);
  });

  judged(['pdfinfo'], 'dates after 2037 are written like any other', () => {
    expect(ask('pdfinfo', ['-isodates', 'FILE'], written({ ...demo, date: '2051-06-01T00:00:00Z' }))).toMatch(
      /^CreationDate: +2051-06-01T00:00:00Z$/m,
    );
  });
});

describe('what cannot be shown is refused before writing', () => {
  test('every character without a glyph is listed once, with its place, the text around it and the question it answers', () => {
    const outcome = writePdf(
      withBlocks(
        { kind: 'heading', level: 1, text: 'Owners' },
        paragraph('a 中 b'),
        {
          kind: 'table',
          columns: [
            { head: 'Answer', width: 0.5 },
            { head: 'Question', width: 0.5, rowHeader: true },
          ],
          rows: [
            ['well', 'Who owns it?'],
            ['c 😀 d', [{ text: 'Who runs it?' }, { text: '\nOP-03', code: true }]],
          ],
        },
        {
          kind: 'facts',
          items: [
            { term: 'Number', value: '1' },
            { term: 'Vendor', value: '\ue000' },
          ],
        },
      ),
      fonts,
    );
    expect(outcome).toEqual({
      ok: false,
      problems: [
        ['/blocks/1', 'U+4E2D', 'a 中 b', 'Owners'],
        ['/blocks/2', 'U+1F600', 'c 😀 d', 'Who runs it? · OP-03'],
        ['/blocks/3', 'U+E000', '\ue000', 'Vendor'],
      ].map(([path, character, around, field]) => ({
        code: 'glyph-missing',
        path,
        params: { character, around, field },
        severity: 'error',
      })),
    });
  });

  test('also in the furniture of the pages and the title', () => {
    const outcome = writePdf({ ...withBlocks(), title: '題', eyebrow: 'e', foot: '脚', pageLabel: () => '頁' }, fonts);
    expect(outcome.ok ? [] : outcome.problems.map(({ path, params }) => [path, params.character])).toEqual([
      ['/title', 'U+984C'],
      ['/foot', 'U+811A'],
      ['/pageLabel', 'U+9801'],
    ]);
  });

  test('each once: under the field where it is said, not in the title made of that, and with whole words around it', () => {
    const vendor = 'Löwe 🚢 ᚠ BV';
    const document = withBlocks(
      { kind: 'facts', items: [{ term: 'Vendor', value: `${vendor} · Gewerbegebiet Hafen` }] },
      { kind: 'paragraph', text: vendor },
    );
    const outcome = writePdf({ ...document, title: `Risk summary: ${vendor}` }, fonts);
    expect(outcome.ok ? [] : outcome.problems.map(({ path, params }) => [path, params])).toEqual([
      ['/blocks/0', { character: 'U+1F6A2', around: 'Löwe 🚢 ᚠ BV ·', field: 'Vendor' }],
      ['/blocks/0', { character: 'U+16A0', around: 'Löwe 🚢 ᚠ BV · Gewerbegebiet', field: 'Vendor' }],
    ]);
  });

  test('a character one face lacks is set in another', () => {
    expect(writePdf(withBlocks({ kind: 'heading', level: 1, text: 'A ● B ‑ C' }), fonts).ok).toBe(true);
  });

  test('a figure without alternative text is a fault of the caller', () => {
    expect(() => writePdf(withBlocks({ kind: 'figure', alt: ' ', drawing: { width: 1, height: 1, shapes: [] } }), fonts)).toThrow(
      'alternative text',
    );
  });
});

describe('other readers take the file', () => {
  judged(['qpdf'], 'qpdf finds nothing wrong', () => {
    expect(ask('qpdf', ['--check', 'FILE'], written(demo))).toContain('No syntax or stream encoding errors found');
  });

  judged(['mutool'], 'mutool draws every page without a warning', () => {
    const said = ask('mutool', ['draw', '-F', 'trace', '-o', '/dev/null', 'FILE'], written(demo)).replace(
      'warning: ICC support is not available',
      '',
    );
    expect(said).not.toMatch(/error|warning/i);
    expect(said.match(/^page /gm)?.length).toBe(pagesOf(written(demo)).length);
  });

  judged(['pdffonts'], 'all fonts are embedded, subset and mapped to Unicode', () => {
    const rows = ask('pdffonts', ['FILE'], written(demo)).trim().split('\n').slice(2);
    expect(rows.length).toBe(4);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+Source\S+ +CID TrueType +Custom +yes yes yes/);
  });

  judged(['mutool'], 'no standard font is named in it', () => {
    const objects = ask('mutool', ['show', 'FILE', 'grep'], written(demo));
    expect(objects).toContain('/Type/Font');
    expect(objects).not.toMatch(/Helvetica|Times|Courier|ZapfDingbats|Symbol\b/);
  });

  judged(['pdfinfo'], 'title, author, subject, date, tags and size are told', () => {
    const told = ask('pdfinfo', ['-isodates', 'FILE'], written(demo));
    for (const line of [
      /^Title: +Risk summary: Meridian Cargo Cloud \(Deutschland\) GmbH$/m,
      /^Subject: +Vendor risk č: 2026-114-B$/m,
      /^Author: +Port of Scheldewaard$/m,
      /^CreationDate: +2026-11-23T09:30:00Z$/m,
      /^Tagged: +yes$/m,
      /A4/,
    ]) {
      expect(told).toMatch(line);
    }
  });

  judged(['mutool'], 'the bookmarks are the headings, in order, each on its page', () => {
    const bytes = written(demo);
    const pages = pagesOf(bytes).map(withoutSpace);
    const shown = [...ask('mutool', ['show', 'FILE', 'outline'], bytes).matchAll(/"(.+)"\s+#page=(\d+)/g)].map(([, title, page]) => ({
      title,
      page: Number(page),
    }));
    const headings = headingsOf(demo.blocks);
    expect(shown.map(({ title }) => title)).toEqual(headings);
    for (const { title, page } of shown) expect(pages[page - 1]).toContain(withoutSpace(title ?? ''));
  });
});

describe('the text comes back', () => {
  judged(['pdftotext'], 'all of it, in reading order', () => {
    const all = withoutSpace(pagesOf(written(demo)).join(''));
    let at = 0;
    for (const text of [demo.eyebrow, demo.title, ...demo.blocks.flatMap(textsOf)].map(withoutSpace)) {
      const found = all.indexOf(text, at);
      expect(found, `${text} after place ${at}`).toBeGreaterThanOrEqual(at);
      at = found + text.length;
    }
  });

  judged(['pdftotext'], 'to the character, also where two characters share a shape', () => {
    // Poppler gives a no-break space as a plain one; that it is told from a space is tested with the typesetter.
    const text = 'Δ∆ Ω\u2126 Á á A-B A\u2011B Žluťoučký kůň, ŁĞØß, Ελλάδα, Київ, € → ≥ ☐☑';
    expect(pagesOf(written(withBlocks(paragraph(text)))).join('')).toContain(text);
  });

  judged(['pdftotext'], 'hidden and turning characters are shown by their numbers', () => {
    const [page] = pagesOf(written(withBlocks(paragraph('evil\u202egpj.exe \u0007 \ud800 x\u200dy'))));
    expect(page).toContain('evil[U+202E]gpj.exe [U+0007] [U+D800] x[U+200D]y');
  });

  judged(['pdftotext'], 'line ends break lines, tabs are spaces', () => {
    const [page] = pagesOf(written(withBlocks(paragraph('one\r\ntwo\n\tthree'))));
    expect(page).toMatch(/^one\ntwo\n\s*three$/m);
  });
});

describe('pages', () => {
  judged(['pdftotext'], 'each has its foot, its label, the mark of a draft, and from the second the running head', () => {
    const pages = pagesOf(written(demo));
    expect(pages.length).toBeGreaterThan(4);
    pages.forEach((page, i) => {
      expect(page).toContain(demo.foot);
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
      expect(page.split(demo.mark ?? '').length).toBe(2);
      expect(page.split(demo.eyebrow).length).toBe(2);
    });
  });

  judged(['pdftotext'], 'no heading stands at the foot of one', () => {
    for (let lines = 30; lines < 44; lines += 1) {
      const pages = pagesOf(
        written(
          withBlocks(
            paragraph('line\n'.repeat(lines)),
            { kind: 'heading', level: 1, text: 'Upper heading' },
            { kind: 'heading', level: 2, text: 'Lower heading' },
            paragraph('first\nsecond\nthird\nfourth'),
          ),
        ),
      );
      const page = pages.find((text) => text.includes('Upper heading'));
      expect(page, `${lines} lines above`).toMatch(/Upper heading\nLower heading\nfirst\nsecond/);
    }
  });

  judged(['pdftotext'], 'no paragraph leaves a single line on either side of a break', () => {
    for (let above = 34; above < 44; above += 1) {
      const pages = pagesOf(written(withBlocks(paragraph('line\n'.repeat(above)), paragraph('p1\np2\np3\np4\np5'))));
      for (const page of pages) expect(page.match(/^p\d$/gm)?.length ?? 0, `${above} lines above`).not.toBe(1);
    }
  });
});

describe('tables', () => {
  const columns = [
    { head: 'Alpha', width: 0.3, rowHeader: true },
    { head: 'Beta', width: 0.7 },
  ] as const;

  judged(['pdftotext'], 'the head is repeated on every page, and each row stays whole', () => {
    const rows = Array.from({ length: 80 }, (_, i) => [`begin-${i}`, `${'words of a longer answer '.repeat((i % 5) * 4)}end-${i}`]);
    const pages = pagesOf(written(withBlocks({ kind: 'table', columns, rows })));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toMatch(/^Alpha Beta$|^Alpha\nBeta$/m);
    rows.forEach((_, i) => {
      const page = pages.find((text) => text.includes(`begin-${i} `) || text.includes(`begin-${i}\n`));
      expect(page, `row ${i}`).toContain(`end-${i}\n`);
    });
  });

  judged(['pdftotext'], 'a cell longer than a page runs on over pages and loses nothing', () => {
    const long = Array.from({ length: 3000 }, (_, i) => `w${i}`).join(' ');
    const all = pagesOf(
      written(
        withBlocks({
          kind: 'table',
          columns,
          rows: [
            ['tall', long],
            ['next', 'row'],
          ],
        }),
      ),
    ).join('');
    expect(all.match(/\bw\d+\b/g)).toEqual(long.split(' '));
    expect(all).toContain('next');
  });

  judged(['mutool'], 'cells are tagged as headers of their column or row, and figures say what they show', () => {
    const tree = ask('mutool', ['show', 'FILE', 'grep'], written(demo));
    expect(tree.match(/\/S\/TH\b/g)?.length).toBe(4 + 5 + 4 + 60);
    expect(tree.match(/\/Scope\/Column/g)?.length).toBe(9);
    expect(tree.match(/\/Scope\/Row/g)?.length).toBe(64);
    expect(tree.match(/\/S\/Figure/g)?.length).toBe(tree.match(/\/Alt/g)?.length);
    expect(tree).toContain('/Lang(de)');
  });
});
