/** What is no well-formed, plain XML is refused, each with its code and place. */
import { expect, test } from 'vitest';
import { readXml } from '../../../src/core/notice/xml.ts';
import noticeWords from '../../../src/i18n/en/notice.json?messages';
import { sayProblem } from '../../../src/i18n/problem-words.ts';
import { translator } from '../../../src/i18n/translator.ts';

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>\n<x>&c;</x>`;

test.each<[what: string, xml: string, code: string, line: number, column: number]>([
  ['nothing', '', 'xml-ended', 1, 1],
  ['text', 'contract notice', 'xml-outside', 1, 1],
  ['JSON', '{ "format": "soundings-procedure/1" }', 'xml-outside', 1, 1],
  ['an element left open', '<x>\n<y>\n</y>\n', 'xml-ended', 4, 1],
  ['cut within a tag', '<x>\n  <y a="1', 'xml-ended', 2, 10],
  ['a comment left open', '<x>\n<!-- R & D</x>', 'xml-ended', 2, 15],
  ['ends crosswise', '<x>\n<y></x></y>', 'xml-close', 2, 7],
  ['an end of nothing', '<x></x></y>', 'xml-close', 1, 11],
  ['two roots', '<x/>\n<y/>', 'xml', 2, 3],
  ['text behind the root', '<x/>\n more', 'xml-outside', 2, 2],
  ['an attribute twice', '<x a="1"\n   b="2" a="3"/>', 'xml-attribute-twice', 2, 10],
  ['an attribute twice under two prefixes', '<x xmlns:p="u" xmlns:q="u" p:a="1" q:a="2"/>', 'xml-attribute-twice', 1, 44],
  ['an attribute without quotes', '<x a=1/>', 'xml', 1, 6],
  ['an attribute without a value', '<x a/>', 'xml', 1, 5],
  ['"<" in an attribute', '<x a="<"/>', 'xml', 1, 7],
  ['a bare ampersand', '<x>R & D</x>\n<y>;</y>', 'xml-entity', 1, 6],
  ['an entity of HTML', '<x>&lt;\n&nbsp;</x>', 'xml-entity', 2, 1],
  ['an entity named like a property', '<x>&constructor;</x>', 'xml-entity', 1, 4],
  ['a reference to no character', '<x>&#0;</x>', 'xml-entity', 1, 7],
  ['a reference to half of a character', '<x>&#xD800;</x>', 'xml-entity', 1, 11],
  ['an unknown prefix', '<p:x/>', 'xml-prefix', 1, 6],
  ['an unknown prefix of an attribute', '<x p:a="1"/>', 'xml-prefix', 1, 12],
  ['billion laughs', laughs, 'xml-doctype', 1, 1],
  ['an external entity', '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'xml-doctype', 2, 1],
  ['an external document type', '<!-- first -->\n  <!DOCTYPE x SYSTEM "https://example.org/x.dtd"><x/>', 'xml-doctype', 2, 3],
  ['a parameter entity', '<!DOCTYPE x [<!ENTITY % p SYSTEM "https://example.org/p"> %p;]><x/>', 'xml-doctype', 1, 1],
  ['a document type cut short', '<x/>\n<!-- a -->\n<!DOCTYPE x [ <!ENTITY', 'xml-doctype', 3, 1],
  ['an empty document type', '<!DOCTYPE x><x/>', 'xml-doctype', 1, 1],
  ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><x/>', 'xml-encoding', 1, 43],
  ['an encoding of two bytes', '<?xml version="1.0" encoding="UTF-16"?><x/>', 'xml-encoding', 1, 39],
  ['another version', '<?xml version="1.1"?><x/>', 'xml-version', 1, 21],
  ['a declaration that is not the first thing', ' <?xml version="1.0"?><x/>', 'xml', 1, 7],
  ['a control character', '<x>\n\u0001</x>', 'xml', 2, 1],
  ['no character', '<x>\uffff</x>', 'xml', 1, 4],
  ['half of a character', '<x>\n é\ud800</x>', 'xml-half-character', 2, 3],
  ['"--" in a comment', '<x><!-- a -- b --></x>', 'xml', 1, 13],
  ['"]]>" in text', '<x>]]></x>', 'xml', 1, 6],
])('N1 %s is refused', (_, xml, code, line, column) => {
  const read = readXml(xml);
  expect(read.ok ? 'read' : read.problems.map(({ code, params: { line, column } }) => ({ code, line, column }))).toEqual([
    { code, line, column },
  ]);
  if (!read.ok)
    for (const one of read.problems) expect(sayProblem(translator('en', noticeWords), one)).toContain(`Line ${line}, column ${column}: `);
});

test('N1 what is too large or too deep is refused, with the place where it is', { timeout: 60_000 }, () => {
  const limits = { characters: 100, depth: 3, parts: 100 };
  const codes = (xml: string) => {
    const read = readXml(xml, limits);
    return read.ok ? 'read' : read.problems.map(({ code, params }) => [code, params.line, params.column]);
  };
  expect(codes(`<x>${'\n'.repeat(93)}</x>`)).toBe('read');
  expect(codes(`<x>${'\n'.repeat(94)}</x>`)).toEqual([['xml-too-large', 95, 4]]);
  expect(codes('<x><y><z/></y></x>')).toBe('read');
  expect(codes('<x><y>\n<z><a/></z></y></x>')).toEqual([['xml-too-deep', 2, 4]]);
  // With the limits that hold: a great many levels or attributes are refused or read in a moment.
  const began = performance.now();
  expect(readXml('<x>'.repeat(1_000_000)).ok).toBe(false);
  expect(readXml(`<x ${Array.from({ length: 90_000 }, (_, i) => `a${i}=""`).join(' ')}/>`).ok).toBe(true);
  expect(readXml(`<x>${'<y/>'.repeat(90_000)}</x>`).ok).toBe(true);
  expect(readXml(`<x a="${'&amp;'.repeat(90_000)}">${'&lt;'.repeat(90_000)}</x>`).ok).toBe(true);
  expect(performance.now() - began).toBeLessThan(30_000);
});

test('N1 plain XML is read: names by namespace, references, CDATA, comments and instructions passed over, any line ends', () => {
  const read = readXml(
    '\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<?note to="reader"?>\r\n<!-- a comment -->\r\n' +
      '<p:x xmlns:p="urn:one" xmlns="urn:two" a="&lt;&#233;&#x1F6A2;" p:b="2">one<y/>\r\ntwo &amp; <![CDATA[<three> & four]]></p:x>\r\n<!-- end -->',
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { root, refuse } = read.value;
  expect({ ...root, children: [], attributes: [...root.attributes] }).toEqual({
    namespace: 'urn:one',
    name: 'x',
    attributes: [['a', '<é🚢']],
    children: [],
    text: 'one\ntwo & <three> & four',
    at: expect.any(Number),
  });
  expect(root.children.map(({ namespace, name }) => [namespace, name])).toEqual([['urn:two', 'y']]);
  expect(refuse(root.at, 'notice-no-lots').params).toEqual({ line: 4, column: 1 });
  expect(refuse(root.children[0]?.at ?? 0, 'notice-no-lots').params).toEqual({ line: 4, column: 75 });
});
