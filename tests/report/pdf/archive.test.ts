/** What makes a report an archival and an accessible file, as far as it can be told without the judge of `tests/conformance`. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../../../src/report/blocks.ts';
import { RECORD_FILE } from '../../../src/report/pdf/archiveObjects.ts';
import { srgbProfile } from '../../../src/report/pdf/colour.ts';
import { Flow } from '../../../src/report/pdf/flow.ts';
import { metadata } from '../../../src/report/pdf/metadata.ts';
import { type Body, bodiesOf, byForm, differences, type List, listsOf, partsOf, rowStream, rowsOf } from '../../../src/report/pdf/rows.ts';
import { Typesetter } from '../../../src/report/pdf/typesetter.ts';
import { writePdf } from '../../../src/report/pdf/write.ts';
import { demo } from './demo.ts';
import { fonts } from './fonts.ts';
import { ask, judged } from './judges.ts';

const RUNS = { seed: 20261126, numRuns: 100 } as const;

function written(document: Document): Uint8Array {
  const outcome = writePdf(document, fonts);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}
const bytes = written(demo);
/** Everything in the file as objects in plain text, streams left as they are. */
const plain = (file: Uint8Array): string => ask('qpdf', ['--qdf', '--object-streams=disable', 'FILE', '-'], file);

describe('metadata', () => {
  test('is well-formed XML and says title, language, date and the hash of the record, whatever is typed', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 40 });
    const hostile = fc.constantFrom(']]>', '<?xpacket end="w"?>', '&amp;', '\u0000\u202e\ufffe\uffff', '</rdf:li>');
    fc.assert(
      fc.property(fc.oneof(texts, hostile), fc.oneof(texts, hostile), (title, author) => {
        const found = new Map<string, string>();
        const parser = new SaxesParser({ xmlns: true });
        let text = '';
        const open: string[] = [];
        parser.on('opentag', ({ name }) => {
          open.push(name);
          text = '';
        });
        parser.on('text', (part) => {
          text += part;
        });
        parser.on('closetag', () => {
          const name = open.pop() ?? '';
          found.set(name === 'rdf:li' ? `${open.at(-2)}` : name, text);
        });
        parser.write(metadata({ ...demo, title, author }, 'test').replace('\ufeff', '')).close();
        expect(found.get('soundings:recordSHA256')).toBe(demo.dataHash);
        expect(found.get('dc:language')).toBe('en');
        expect(found.get('xmp:CreateDate')).toBe(demo.date);
        expect([found.get('pdfaid:part'), found.get('pdfaid:conformance'), found.get('pdfuaid:part')]).toEqual(['3', 'A', '1']);
      }),
      RUNS,
    );
  }, 30_000);

  judged(['pdfinfo'], 'is where readers look for it, uncompressed', () => {
    expect(ask('pdfinfo', ['-meta', 'FILE'], bytes)).toContain(`<soundings:recordSHA256>${demo.dataHash}<`);
    expect(Buffer.from(bytes).toString('latin1')).toContain(`<soundings:recordSHA256>${demo.dataHash}<`);
  });
});

describe('the record', () => {
  judged(['qpdf'], 'comes out of the file as it went in, as its associated source', () => {
    expect(ask('qpdf', [`--show-attachment=${RECORD_FILE}`, 'FILE'], bytes)).toBe(demo.data);
    const objects = plain(bytes);
    expect(objects).toMatch(/\/AF \[\s*\d+ 0 R\s*\]/);
    for (const entry of ['/AFRelationship /Source', '/Subtype /application#2fjson', '/ModDate (D:20261123093000Z)'])
      expect(objects).toContain(entry);
  });
});

describe('colours', () => {
  const profile = srgbProfile();
  const view = new DataView(profile.buffer);
  const name = (at: number) => String.fromCharCode(...profile.subarray(at, at + 4));
  const fixed = (at: number) => view.getInt32(at) / 65536;
  const tags = new Map(
    Array.from({ length: view.getUint32(128) }, (_, i) => 132 + 12 * i).map((at) => [
      name(at),
      { at: view.getUint32(at + 4), size: view.getUint32(at + 8) },
    ]),
  );
  const xyz = (tag: string) => [8, 12, 16].map((at) => fixed((tags.get(tag)?.at ?? 0) + at));

  test('the profile is as long as it says, an RGB display profile of version 4, and its tags lie in it', () => {
    expect(view.getUint32(0)).toBe(profile.length);
    expect([profile[8], name(12), name(16), name(20), name(36)]).toEqual([4, 'mntr', 'RGB ', 'XYZ ', 'acsp']);
    expect([...tags.keys()]).toEqual(['desc', 'cprt', 'wtpt', 'chad', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']);
    for (const { at, size } of tags.values()) expect(at % 4 === 0 && at + size <= profile.length).toBe(true);
  });

  test('its primaries add up to its white, which is D65 brought to D50, and its curve has no step', () => {
    const white = ['rXYZ', 'gXYZ', 'bXYZ'].map(xyz).reduce((sum, one) => sum.map((value, i) => value + (one[i] ?? 0)));
    white.forEach((value, i) => {
      expect(value).toBeCloseTo(xyz('wtpt')[i] ?? 0, 3);
    });
    const at = (tags.get('chad')?.at ?? 0) + 8;
    const D65 = [0.9505, 1, 1.0891];
    const adapted = [0, 1, 2].map((row) => D65.reduce((sum, value, i) => sum + value * fixed(at + 4 * (3 * row + i)), 0));
    adapted.forEach((value, i) => {
      expect(value).toBeCloseTo(xyz('wtpt')[i] ?? 0, 3);
    });
    const [g = 0, a = 0, b = 0, c = 0, d = 0] = [12, 16, 20, 24, 28].map((offset) => fixed((tags.get('rTRC')?.at ?? 0) + offset));
    expect((a * d + b) ** g).toBeCloseTo(c * d, 4);
    expect((a + b) ** g).toBeCloseTo(1, 4);
    // Half of the scale is a little more than a fifth of the light, as published: 0.2140.
    expect((a * 0.5 + b) ** g).toBeCloseTo(0.214, 3);
  });
});

describe('structure', () => {
  test('headings leave no level out, however their sizes follow one another, and equal ones below one heading are equal', () => {
    const levels = fc.array(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(levels, (all) => {
        const flow = new Flow(new Typesetter(fonts, () => undefined), 60, 700);
        let before = 0;
        const open: { level: number; depth: number }[] = [];
        for (const level of all) {
          const depth = flow.depthOf(level);
          expect(depth).toBeLessThanOrEqual(before + 1);
          while ((open.at(-1)?.level ?? 0) > level) open.pop();
          const last = open.at(-1);
          if (last?.level === level) expect(depth).toBe(last.depth);
          else open.push({ level, depth });
          before = depth;
        }
      }),
      RUNS,
    );
  });

  judged(['qpdf'], 'lists say how they count, heads which cells they are of, figures what and where they are', () => {
    const objects = plain(bytes);
    for (const entry of ['/ListNumbering /Disc', '/ListNumbering /Decimal', '/ListNumbering /None', '/Scope /Row', '/Scope /Column'])
      expect(objects).toContain(entry);
    const figures = objects.match(/\/S \/Figure/g)?.length;
    expect(figures).toBeGreaterThan(2);
    expect(objects.match(/\/BBox \[/g)?.length).toBe(figures);
    expect(objects.match(/\/Alt /g)?.length).toBe(figures);
  });

  judged(['qpdf'], 'what is not content is an artifact: running heads and feet by name, heads of tables that are repeated', () => {
    const objects = plain(bytes);
    const pages = objects.match(/\/Type \/Page$/gm)?.length ?? 0;
    expect(objects.match(/\/Artifact<<\/Type\/Pagination\/Subtype\/Footer>>BDC/g)?.length).toBe(pages);
    expect(objects.match(/\/Artifact<<\/Type\/Pagination\/Subtype\/Header>>BDC/g)?.length).toBeGreaterThanOrEqual(pages);
    expect(objects).toContain('/Artifact<</Type/Pagination>>BDC');
  });

  judged(['pdfinfo'], 'is read in the order of the document', () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 2, text: 'First' },
      { kind: 'paragraph', text: [{ text: 'one ' }, { text: 'zwei', lang: 'de' }, { text: ' three' }] },
      {
        kind: 'table',
        caption: 'Named',
        columns: [
          { head: 'A', width: 0.5, rowHeader: true },
          { head: 'B', width: 0.5 },
        ],
        rows: [
          ['a', 'b'],
          ['c', ''],
        ],
      },
    ];
    const { mark: _, ...unmarked } = demo;
    const tree = ask('pdfinfo', ['-struct-text', 'FILE'], written({ ...unmarked, blocks }));
    const roles = [...tree.matchAll(/^ *([A-Z][A-Za-z0-9]*)(?: "[^"]*")?(?::| \((?:block|inline)\):?)?$/gm)].map(([, role]) => role);
    expect(roles).toEqual([
      'Document',
      'P',
      'H1',
      'H2',
      'P',
      'Span',
      'Table',
      'Caption',
      'THead',
      'TR',
      'TH',
      'TH',
      'TBody',
      'TR',
      'TH',
      'TD',
      'TR',
      'TH',
      'TD',
    ]);
  });
});

describe('the form of the file', () => {
  judged(['qpdf'], 'has no way to run, to play, to fetch, to encrypt, and no transparency or picture', () => {
    const objects = plain(bytes);
    for (const entry of [
      'JavaScript',
      'OpenAction',
      'AA',
      'Launch',
      'URI',
      'Encrypt',
      'SMask',
      'ca',
      'CA',
      'BM',
      'AcroForm',
      'NeedAppearances',
      'RichMedia',
      'LZWDecode',
    ])
      expect(objects, entry).not.toMatch(new RegExp(`/${entry}\\b`));
    expect(objects).not.toMatch(/\/Subtype \/(?:Image|Form|PS|Widget)\b/);
  });

  test('objects that are alike come back from their rows, spaces apart', () => {
    const number = fc.integer({ min: 0, max: 99999 });
    const cell = fc
      .tuple(fc.constantFrom('/TD', '/TH'), number, number, number)
      .map(([role, parent, page, id]) => `<</S ${role} /P ${parent} 0 R /Pg ${page} 0 R /K ${id}>>`);
    const list = fc.array(number, { minLength: 1, maxLength: 30 });
    let objects = 0;
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 80 }), fc.array(list, { minLength: 1, maxLength: 9 }), (cells, lists) => {
        const bodies = cells.map((text, i): Body => [i + 1, text]);
        const named = lists.map((to, i): List => [cells.length + i + 1, to]);
        const kinds = byForm(bodies).flatMap((kind) => partsOf(kind, 16));
        const found = new Map<number, string>();
        for (const kind of kinds) for (const body of bodiesOf(kind)) expect(body).toEqual(bodies[body[0] - 1]);
        for (const stream of [...kinds.map(rowsOf), listsOf(named)]) {
          const { first, data } = rowStream(stream);
          expect(data.length % stream.width).toBe(0);
          expect(Buffer.compare(restored(differences(data, stream.width), stream.width), data)).toBe(0);
          const text = Buffer.from(data).toString('latin1');
          const places = text.slice(0, first).trim().split(/\s+/).map(Number);
          for (let i = 0; i < places.length; i += 2)
            found.set(places[i] ?? 0, text.slice(first + (places[i + 1] ?? 0), first + (places[i + 3] ?? text.length)));
        }
        const spare = (text: string) => text.trim().replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']');
        const given = [...bodies, ...named.map(([id, to]): Body => [id, `[${to.map((one) => `${one} 0 R`).join(' ')}]`])];
        expect([...found].sort(([a], [b]) => a - b).map(([id, text]) => [id, spare(text)])).toEqual(given);
        objects += given.length;
      }),
      RUNS,
    );
    console.log(`objects in rows: seed ${RUNS.seed}, ${RUNS.numRuns} runs (${objects} objects)`);
  }, 30_000);

  judged(['qpdf'], 'a report of thousands of cells is still sound', () => {
    const rows = Array.from({ length: 1500 }, (_, i) => [`${i}`, `answer ${i}`, '', i % 7 === 0 ? 'note' : '']);
    const columns = ['a', 'b', 'c', 'd'].map((head, i) => ({ head, width: 0.25, ...(i === 0 ? { rowHeader: true } : {}) }));
    const large = written({ ...demo, blocks: [{ kind: 'table', columns, rows }] });
    expect(ask('qpdf', ['--check', 'FILE'], large)).toContain('No syntax or stream encoding errors found');
    // As text it would be a megabyte, and the cells of its structure alone half of that.
    expect(large.length).toBeLessThan(120_000);
  });
});

/** Undoes `differences`. */
function restored(data: Uint8Array, width: number): Uint8Array {
  const rows = new Uint8Array((data.length / (width + 1)) * width);
  for (let i = 0; i < rows.length; i += 1) {
    const [row, column] = [Math.floor(i / width), i % width];
    rows[i] = (data[row * (width + 1) + 1 + column] ?? 0) + (row === 0 ? 0 : (rows[i - width] ?? 0));
  }
  return rows;
}
