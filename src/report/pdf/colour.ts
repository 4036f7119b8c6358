/**
 * The colour space of the report as an ICC profile of our own: sRGB (IEC 61966-2-1) in 25 numbers. Version 4.2 (ISO 15076-1), display
 * class, a matrix and one curve for all three channels.
 */

/** Media white of the profile connection space, CIE XYZ of D50. */
const D50 = [0.9642, 1, 0.8249] as const;
/** XYZ of the primaries of Rec. 709 under D65, brought to D50 by Bradford's matrix: as published with sRGB profiles. */
const PRIMARIES = { r: [0.43607, 0.22249, 0.01392], g: [0.38515, 0.71687, 0.09708], b: [0.14307, 0.06061, 0.7141] } as const;
/** Bradford's matrix from D65 to D50, by row. */
const ADAPTATION = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168] as const;
/** Y = (a·X + b)^g from d on, c·X below. */
const CURVE = { g: 2.4, a: 1 / 1.055, b: 0.055 / 1.055, c: 1 / 12.92, d: 0.04045 } as const;

export const COLOUR_SPACE = 'sRGB IEC61966-2.1';

const HEADER = 128;

export function srgbProfile(): Uint8Array {
  const curve = [...signature('para'), 0, 0, 0, 0, 0, 3, 0, 0, ...[CURVE.g, CURVE.a, CURVE.b, CURVE.c, CURVE.d].flatMap(fixed)];
  const xyz = (values: readonly number[]): number[] => [...signature('XYZ '), 0, 0, 0, 0, ...values.flatMap(fixed)];
  const tags: readonly (readonly [names: readonly string[], data: readonly number[]])[] = [
    [['desc'], localized('sRGB')],
    [['cprt'], localized('CC0')],
    [['wtpt'], xyz(D50)],
    [['chad'], [...signature('sf32'), 0, 0, 0, 0, ...ADAPTATION.flatMap(fixed)]],
    [['rXYZ'], xyz(PRIMARIES.r)],
    [['gXYZ'], xyz(PRIMARIES.g)],
    [['bXYZ'], xyz(PRIMARIES.b)],
    [['rTRC', 'gTRC', 'bTRC'], curve],
  ];
  const count = tags.reduce((sum, [names]) => sum + names.length, 0);
  const table: number[] = uint32(count);
  const body: number[] = [];
  for (const [names, data] of tags) {
    const at = HEADER + 4 + 12 * count + body.length;
    for (const name of names) table.push(...signature(name), ...uint32(at), ...uint32(data.length));
    body.push(...data);
    while (body.length % 4 > 0) body.push(0);
  }
  const size = HEADER + table.length + body.length;
  return Uint8Array.from([...header(size), ...table, ...body]);
}

/** Date, device and creator are left open: nothing of them is known, and all of them may be zero. */
function header(size: number): number[] {
  const bytes = [
    ...uint32(size),
    ...[0, 0, 0, 0],
    ...[4, 0x20, 0, 0],
    ...signature('mntr'),
    ...signature('RGB '),
    ...signature('XYZ '),
    // 1 January 2026, 00:00:00: of this description, not of any report.
    ...[2026, 1, 1, 0, 0, 0].flatMap((part) => [part >> 8, part & 0xff]),
    ...signature('acsp'),
  ];
  while (bytes.length < 68) bytes.push(0);
  bytes.push(...D50.flatMap(fixed));
  while (bytes.length < HEADER) bytes.push(0);
  return bytes;
}

/** One text, in English. */
function localized(text: string): number[] {
  const utf16 = [...text].flatMap((character) => [0, character.charCodeAt(0)]);
  return [
    ...signature('mluc'),
    0,
    0,
    0,
    0,
    ...uint32(1),
    ...uint32(12),
    ...signature('enUS'),
    ...uint32(utf16.length),
    ...uint32(28),
    ...utf16,
  ];
}

const signature = (name: string): number[] => [...name].map((character) => character.charCodeAt(0));

const uint32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];

/** s15Fixed16Number. */
const fixed = (value: number): number[] => uint32(Math.round(value * 65536) >>> 0);
