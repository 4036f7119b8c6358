import { describe, expect, test } from 'vitest';
import { contributionBar } from '../../src/report/figures/contributionBar.ts';
import type { Drawing, Paint } from '../../src/report/figures/drawing.ts';
import { acrossBar, extentOf, intervalBar } from '../../src/report/figures/intervalBar.ts';
import { meter } from '../../src/report/figures/meter.ts';
import { plane, spreadOf } from '../../src/report/figures/plane.ts';
import { rampPaint } from '../../src/report/figures/ramp.ts';

const fills = ({ shapes }: Drawing): readonly (Paint | undefined)[] => shapes.map((shape) => ('fill' in shape ? shape.fill : undefined));
const of = <K extends Drawing['shapes'][number]['shape']>({ shapes }: Drawing, kind: K) =>
  shapes.filter((shape) => shape.shape === kind) as Extract<Drawing['shapes'][number], { shape: K }>[];
const EDGES = [0, 25, 50, 75];
const WORDS = { x: 'Exposure', y: 'Consequence', figure: String };

test.each([
  [0, 4, 'risk-1'],
  [1, 4, 'risk-2'],
  [3, 4, 'risk-4'],
  [0, 1, 'risk-4'],
  [1, 3, 'risk-3'],
  [4, 5, 'risk-4'],
] as const)('bands are spread over the ramp: %i of %i', (band, bands, paint) => {
  expect(rampPaint(band, bands)).toBe(paint);
});

describe('meter', () => {
  test.each([
    ['the least band', { kind: 'band', band: 0 }, ['risk-1', undefined, undefined, undefined]],
    ['the third of four', { kind: 'band', band: 2 }, ['risk-3', 'risk-3', 'risk-3', undefined]],
    ['hatched up to the worst', { kind: 'not-ratable', upTo: 2 }, ['hatch', 'hatch', 'hatch', undefined]],
    ['nothing', { kind: 'none' }, [undefined, undefined, undefined, undefined]],
  ] as const)('%s', (_, reading, expected) => {
    expect(fills(meter(reading, 4))).toEqual(expected);
  });

  test('a stop is an octagon', () => {
    const drawing = meter({ kind: 'stop' }, 4);
    const [octagon] = of(drawing, 'polygon');
    expect(octagon?.points).toHaveLength(8);
    expect(Math.max(...(octagon?.points ?? []).map(([, y]) => y))).toBeLessThanOrEqual(drawing.height);
  });

  test.each([1, 2, 4, 7])('%i segments lie within the drawing, none over another', (bands) => {
    const drawing = meter({ kind: 'band', band: 0 }, bands);
    const segments = of(drawing, 'rect');
    expect(segments).toHaveLength(bands);
    segments.forEach(({ x, w }, i) => {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(segments[i + 1]?.x ?? drawing.width);
    });
  });
});

describe('interval bar', () => {
  test('a score is a dot at its place', () => {
    const [dot] = of(intervalBar({ low: 50, high: 50 }, EDGES), 'circle');
    expect(dot?.cx).toBe(acrossBar(50));
  });

  test('a range is hatched between its ends, with a cap at each', () => {
    const drawing = intervalBar({ low: 20, high: 80 }, EDGES);
    const [range] = of(drawing, 'rect');
    expect([range?.x, (range?.x ?? 0) + (range?.w ?? 0), range?.fill]).toEqual([acrossBar(20), acrossBar(80), 'hatch']);
    expect(
      of(drawing, 'line')
        .filter(({ stroke }) => stroke === 'ink')
        .map(({ x1 }) => x1),
    ).toEqual([acrossBar(20), acrossBar(80)]);
  });

  test('a narrow range is a longer dot about both its ends, without caps', () => {
    const drawing = intervalBar({ low: 26.6, high: 28.4 }, EDGES);
    const [dot] = of(drawing, 'rect');
    const [left, right] = [dot?.x ?? 0, (dot?.x ?? 0) + (dot?.w ?? 0)];
    expect((left + right) / 2).toBeCloseTo(acrossBar(27.5));
    expect([dot?.fill, dot?.radius]).toEqual(['ink', (dot?.h ?? 0) / 2]);
    expect(left).toBeLessThan(acrossBar(26.6));
    expect(of(drawing, 'line').filter(({ stroke }) => stroke === 'ink')).toEqual([]);
  });

  test.each([
    [0, 'dot'],
    [1.4, 'dot'],
    [1.5, 'long'],
    [7.9, 'long'],
    [8, 'range'],
  ] as const)('%d points are a %s', (points, extent) => {
    expect(extentOf({ low: 0, high: points })).toBe(extent);
  });

  test('ticks stand at 0, at every band edge and at 100, none twice', () => {
    const ticks = of(intervalBar(null, EDGES), 'line').filter(({ x1, x2 }) => x1 === x2);
    expect(ticks.map(({ x1 }) => x1)).toEqual([0, 25, 50, 75, 100].map(acrossBar));
  });

  test('not scored: no mark at all', () => {
    expect(of(intervalBar(null, EDGES), 'circle').length + of(intervalBar(null, EDGES), 'rect').length).toBe(0);
  });

  test('a floor is marked at its score', () => {
    const [mark] = of(intervalBar({ low: 50, high: 50 }, EDGES, 50), 'polygon');
    expect(mark?.points.at(-1)?.[0]).toBe(acrossBar(50));
  });
});

describe('plane', () => {
  const at = (x: readonly [number, number], y: readonly [number, number]) =>
    plane({ low: x[0], high: x[1] }, { low: y[0], high: y[1] }, EDGES, WORDS);

  test('two known indices are a dot, further right and up for more', () => {
    const [near] = of(at([20, 20], [20, 20]), 'circle');
    const [far] = of(at([80, 80], [80, 80]), 'circle');
    expect(far?.cx).toBeGreaterThan(near?.cx ?? Number.POSITIVE_INFINITY);
    expect(far?.cy).toBeLessThan(near?.cy ?? Number.NEGATIVE_INFINITY);
  });

  test('two ranges are a hatched box between their ends', () => {
    const box = of(at([20, 80], [10, 60]), 'rect').find(({ fill }) => fill === 'hatch');
    const [corner] = of(at([20, 20], [60, 60]), 'circle');
    expect([box?.x, box?.y]).toEqual([corner?.cx, corner?.cy]);
    expect((box?.w ?? 0) / (box?.h ?? 1)).toBeCloseTo(60 / 50);
    expect(of(at([20, 80], [10, 60]), 'line').filter(({ stroke }) => stroke === 'ink')).toEqual([]);
  });

  test('one range is a line with caps, and no box', () => {
    const drawing = at([20, 80], [50, 50]);
    expect(fills(drawing)).not.toContain('hatch');
    expect(of(drawing, 'line').filter(({ stroke }) => stroke === 'ink')).toHaveLength(3);
  });

  test.each([
    [[20, 20], [30, 30], 'point'],
    [[20, 80], [30, 30], 'line'],
    [[20, 20], [30, 90], 'line'],
    [[20, 23], [30, 32], 'spot'],
    [[20, 20], [30, 32], 'spot'],
    [[20, 23], [30, 90], 'box'],
    [[20, 80], [30, 90], 'box'],
  ] as const)('%j by %j is a %s', (x, y, spread) => {
    expect(spreadOf({ low: x[0], high: x[1] }, { low: y[0], high: y[1] })).toBe(spread);
  });

  test('both axes are named and numbered', () => {
    const texts = of(at([20, 80], [10, 60]), 'text').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Exposure', 'Consequence', '0', '25', '50', '75', '100']));
  });
});

test.each([
  [10, 10, 10, 1, 0],
  [5, 5, 10, 0.5, 0],
  [5, 2, 10, 0.2, 0.3],
  [10, 0, 10, 0, 1],
  [0, 0, 0, 0, 0],
])('S4.1 a contribution of %d, %d settled, beside %d: what is open is hatched', (points, settled, greatest, solid, open) => {
  const drawing = contributionBar({ points, settled }, greatest);
  const width = (hatched: boolean) =>
    of(drawing, 'rect')
      .filter(({ fill }) => (fill === 'hatch') === hatched)
      .reduce((total, { w }) => total + w, 0);
  expect(width(false)).toBeCloseTo(solid * drawing.width);
  expect(width(true)).toBeCloseTo(open * drawing.width);
});
