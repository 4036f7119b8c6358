import { describe, expect } from 'vitest';
import type { Document } from '../../../src/report/blocks.ts';
import type { Drawing } from '../../../src/report/figures/drawing.ts';
import { visible } from '../../../src/report/pdf/visible.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import { plainText, textsOf } from '../../../src/report/texts.ts';
import { demo } from './demo.ts';
import { fontsOf } from './fonts.ts';
import { ask, judged, withoutSpace } from './judges.ts';

/** What somebody may store to be read as something else. */
const HOSTILE: Readonly<Record<string, string>> = {
  'a turned ending': 'invoice\u202efdp.exe',
  isolates: '\u2067approved\u2069 \u2066not\u2069',
  'an Arabic mark': 'a\u061cb\u200eb\u200f',
  'nothing to see': 'pay\u200b\u200c\u200d\u2060\ufeffpal',
  'soft hyphens': 'ap\u00adpro\u00adved',
  tags: 'ok\u{e0001}\u{e0041}\u{e007f}',
  'variation selectors': 'x\ufe0f\u{e0100}',
  fillers: '\u115f\u1160\u3164\uffa0\u2800.',
  controls: '\u0000\u0001\u0008\u001b[31m\u007f\u009b',
  'half of a pair': '\ud83d and \udc00',
  noncharacters: '\ufdd0\ufffe\uffff',
  'a PDF string': ') Tj ET (\\) >> /JS (app.alert(1)) <</S /JavaScript>>',
  'a name': '/OpenAction /AA /Launch #00 %PDF',
  markup: '<script>alert(1)</script> &amp; ]]> <?xml?> <!ENTITY x "y">',
  'a formula': '=HYPERLINK("http://evil.example","x")',
  'a form feed and other line ends': 'a\u000cb\u000bc\u0085d\u2028e\u2029f',
  'accents without end': `z${'\u0301\u0302\u0308'.repeat(12)}`,
  'a long word': 'W'.repeat(200),
  'both directions': 'abc שלום (سلام) 123 ]def[',
  'every script': '菜鸟网络 日本通運の 씨제이 Ελλάς Київ',
  'marks without a letter': '\u0301 \u05b0 \u064b',
};

/** One block of each kind, with the text wherever one can stand. */
function everywhere(text: string): Document {
  const drawing: Drawing = {
    width: 400,
    height: 20,
    shapes: [{ shape: 'text', x: 0, y: 15, text: `shape ${text}`, size: 1.5, fill: 'ink' }],
  };
  const { mark: _, ...rest } = demo;
  return {
    ...rest,
    title: `title ${text}`,
    eyebrow: `eyebrow ${text}`,
    foot: `foot ${text}`,
    author: `author ${text}`,
    subject: `subject ${text}`,
    blocks: [
      { kind: 'heading', level: 1, text: `heading ${text}` },
      { kind: 'paragraph', text: `paragraph ${text}` },
      {
        kind: 'paragraph',
        style: 'quote',
        text: [
          { text: `quote ${text}`, strong: true },
          { text: ` foreign ${text}`, lang: 'de' },
        ],
      },
      { kind: 'list', ordered: true, items: [`item ${text}`, [{ text: `code ${text}`, code: true }]] },
      { kind: 'facts', items: [{ term: `term ${text}`, value: `value ${text}` }] },
      { kind: 'headline', word: 'Word', meter: { kind: 'figure', alt: `meter ${text}`, drawing }, beside: [`beside ${text}`] },
      { kind: 'figure', alt: `alt ${text}`, drawing, caption: `caption ${text}` },
      { kind: 'note', tone: 'soft', blocks: [{ kind: 'paragraph', text: `note ${text}` }] },
      {
        kind: 'table',
        caption: `table ${text}`,
        columns: [
          { head: `head ${text}`, width: 0.4, rowHeader: true },
          { head: 'Other', width: 0.6, align: 'end' },
        ],
        rows: [[`row ${text}`, `cell ${text}`]],
      },
    ],
  };
}

const LAST = Object.keys(HOSTILE).at(-1);

/** Every text of the file that is not on a page: title, bookmarks, alternative texts. */
const stringsOf = (file: string): readonly string[] =>
  [...file.matchAll(/<feff([0-9a-f]*)>|\/(?:Title|Author|Subject|Alt) \(([^()]*)\)/gi)].map(([, hex, plain = '']) =>
    hex === undefined ? plain : String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
  );

describe('in every field of a report', { timeout: 60_000 }, () => {
  let fields = 0;
  for (const [name, hostile] of Object.entries(HOSTILE))
    judged(['qpdf', 'pdfinfo', 'mutool'], `${name} is read as it is stored, or named`, async () => {
      const document = everywhere(hostile);
      const outcome = writePdf(document, await fontsOf(document));
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems.slice(0, 3)));
      const said = withoutSpace(
        ask('pdfinfo', ['-struct-text', 'FILE'], outcome.value)
          .split('\n')
          .map((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? '')
          .join(''),
      );
      const page = withoutSpace(ask('mutool', ['draw', '-F', 'text', 'FILE'], outcome.value));
      for (const { path, text } of textsOf(document)) {
        const shown = withoutSpace(visible(plainText(text)));
        if (path !== '/foot' && path !== '/pageLabel') expect(said, path).toContain(shown);
        if (path === '/foot') expect(page).toContain(shown);
        fields += 1;
      }
      // Title, author, subject, a bookmark and alternative texts are not on a page.
      const whole = ask('qpdf', ['--qdf', '--object-streams=disable', 'FILE', '-'], outcome.value);
      const strings = stringsOf(whole);
      for (const field of ['title', 'author', 'subject', 'heading', 'alt', 'meter'])
        expect(strings, field).toContain(visible(`${field} ${hostile}`));
      for (const text of strings) expect(visible(text)).toBe(text);
      const objects = whole.replace(/^stream\n[\s\S]*?^endstream/gm, '').replace(/\(.*?\)/g, '');
      expect(objects).not.toMatch(/\/(JS|JavaScript|OpenAction|AA|Launch|URI)\b/);
      if (name === LAST) console.log(`hostile: ${Object.keys(HOSTILE).length} texts in ${fields} fields`);
    });
});
