/** WOFF 1.0 files as the TrueType files they hold: the same tables, each deflated on its own (W3C, WOFF File Format 1.0). */
import { unzlibSync } from 'fflate';

const HEADER = 44;
const ENTRY = 20;

/** Throws when the bytes are no WOFF file: they are the product's own, so that is a fault of the build. */
export function unpackWoff(woff: Uint8Array): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.length < HEADER || from.getUint32(0) !== 0x774f4646) throw new Error('font: expected a WOFF file (wOFF), found something else');
  const count = from.getUint16(12);
  let end = 12 + 16 * count;
  const tables = Array.from({ length: count }, (_, i) => {
    const row = HEADER + ENTRY * i;
    const [offset, packed, length] = [from.getUint32(row + 4), from.getUint32(row + 8), from.getUint32(row + 12)];
    const at = end;
    end += length + ((4 - (length % 4)) % 4);
    const bytes = woff.subarray(offset, offset + packed);
    return { row, at, table: packed < length ? unzlibSync(bytes, { out: new Uint8Array(length) }) : bytes };
  });
  const font = new Uint8Array(end);
  const to = new DataView(font.buffer);
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  tables.forEach(({ row, at, table }, i) => {
    font.set(table, at);
    const entry = 12 + 16 * i;
    to.setUint32(entry, from.getUint32(row));
    to.setUint32(entry + 4, from.getUint32(row + 16));
    to.setUint32(entry + 8, at);
    to.setUint32(entry + 12, table.length);
  });
  return font;
}
