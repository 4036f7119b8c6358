/**
 * The XMP packet (ISO 16684-1): what the file is called and by whom, which standards it keeps, and the hash of the record inside. Every
 * property that the PDF/A standard does not know itself is described beside it (ISO 19005-3, 6.6.2.3).
 */
import type { Document } from '../blocks.ts';
import { visible } from './visible.ts';

/** The schema of ours; a name, not an address. */
const OWN = 'urn:soundings:report:1/';

const NAMESPACES = {
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  soundings: OWN,
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
} as const;

/** Text as UTF-16; the stream has it in UTF-8. */
export function metadata(document: Document, producer: string): string {
  const { title, author, subject, language, date, made, dataHash } = document;
  const one = (name: string, value: string): string => `<${name}>${escaped(value)}</${name}>`;
  const inAny = (name: string, value: string): string =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${name}>`;
  const namespaces = Object.entries(NAMESPACES).map(([prefix, name]) => ` xmlns:${prefix}="${name}"`);
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${namespaces.join('')}>`,
    one('pdfaid:part', '3'),
    one('pdfaid:conformance', 'A'),
    one('pdfuaid:part', '1'),
    one('dc:format', 'application/pdf'),
    inAny('dc:title', title),
    `<dc:creator><rdf:Seq>${one('rdf:li', author)}</rdf:Seq></dc:creator>`,
    inAny('dc:description', subject),
    `<dc:language><rdf:Bag>${one('rdf:li', language)}</rdf:Bag></dc:language>`,
    one('xmp:CreatorTool', CREATOR),
    one('xmp:CreateDate', date),
    one('xmp:ModifyDate', date),
    one('pdf:Producer', producer),
    one('soundings:recordSHA256', dataHash),
    one('soundings:version', made.version),
    one('soundings:engine', made.engine),
    extensions([
      {
        schema: 'PDF/UA identification',
        prefix: 'pdfuaid',
        properties: [{ name: 'part', type: 'Integer', description: 'Part of ISO 14289 that the file keeps' }],
      },
      {
        schema: 'Soundings report',
        prefix: 'soundings',
        properties: [
          { name: 'recordSHA256', type: 'Text', description: 'SHA-256 of the attached record that the report was made from' },
          { name: 'version', type: 'Text', description: 'Version of Soundings that made the report' },
          { name: 'engine', type: 'Text', description: 'Rules that its figures were reckoned by' },
        ],
      },
    ]),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

/** The program, as the information dictionary and the packet name it alike. */
export const CREATOR = 'Soundings';

interface Schema {
  readonly schema: string;
  readonly prefix: keyof typeof NAMESPACES;
  readonly properties: readonly { readonly name: string; readonly type: string; readonly description: string }[];
}

function extensions(schemas: readonly Schema[]): string {
  const resource = (fields: string): string => `<rdf:li rdf:parseType="Resource">${fields}</rdf:li>`;
  const bag = schemas.map(({ schema, prefix, properties }) => {
    const listed = properties.map(({ name, type, description }) =>
      resource(
        `<pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description>`,
      ),
    );
    return resource(
      `<pdfaSchema:schema>${schema}</pdfaSchema:schema><pdfaSchema:namespaceURI>${NAMESPACES[prefix]}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${listed.join('')}</rdf:Seq></pdfaSchema:property>`,
    );
  });
  return `<pdfaExtension:schemas><rdf:Bag>${bag.join('')}</rdf:Bag></pdfaExtension:schemas>`;
}

/** Noncharacters that XML refuses; everything else that is hidden `visible` has made visible. */
const NOT_XML = /[\ufffe\uffff]/g;

function escaped(text: string): string {
  return visible(text).replace(NOT_XML, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
