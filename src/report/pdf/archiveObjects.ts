/** What makes the file an archival one: its packet of metadata, the colours it is meant in, and the record it was made from. */
import type { Document } from '../blocks.ts';
import { COLOUR_SPACE, srgbProfile } from './colour.ts';
import { metadata } from './metadata.ts';
import { type ObjectSink, pdfDate, reference, textString } from './objects.ts';

/** Name of the attached record. */
export const RECORD_FILE = 'soundings-record.json';
const utf8 = new TextEncoder();

/** Writes them and returns the entries of the catalog. */
export function putArchive(sink: ObjectSink, document: Document, producer: string): readonly string[] {
  const [packet, profile, intent, data, file] = [sink.reserve(), sink.reserve(), sink.reserve(), sink.reserve(), sink.reserve()];
  // Left uncompressed, so that any program finds it without reading the file.
  sink.plain(packet, utf8.encode(metadata(document, producer)), { Type: '/Metadata', Subtype: '/XML' });
  sink.stream(profile, srgbProfile(), { N: '3' });
  sink.put(
    intent,
    `<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (${COLOUR_SPACE}) /Info (${COLOUR_SPACE}) /DestOutputProfile ${reference(profile)}>>`,
  );
  const record = utf8.encode(document.data);
  sink.stream(data, record, {
    Type: '/EmbeddedFile',
    Subtype: '/application#2Fjson',
    Params: `<</Size ${record.length} /ModDate ${pdfDate(document.date)}>>`,
  });
  const name = textString(RECORD_FILE);
  sink.put(
    file,
    `<</Type /Filespec /F (${RECORD_FILE}) /UF ${name} /Desc ${textString(`SHA-256 ${document.dataHash}`)} /AFRelationship /Source /EF <</F ${reference(data)} /UF ${reference(data)}>>>>`,
  );
  return [
    `/Metadata ${reference(packet)}`,
    `/OutputIntents [${reference(intent)}]`,
    `/AF [${reference(file)}]`,
    `/Names <</EmbeddedFiles <</Names [${name} ${reference(file)}]>>>>`,
  ];
}
