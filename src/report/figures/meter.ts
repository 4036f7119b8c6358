import type { Drawing, Shape } from './drawing.ts';
import { rampPaint } from './ramp.ts';

/** What a meter says: a band (by index), a rating that cannot be given with the worst that is possible, a stop, or nothing. */
export type Reading =
  | { readonly kind: 'band'; readonly band: number }
  | { readonly kind: 'not-ratable'; readonly upTo: number }
  | { readonly kind: 'stop' }
  | { readonly kind: 'none' };

const WIDTH = 220;
const HEIGHT = 24;
/** Radius of the sign for a stop; it is set as wide as a meter, so that both take the same place. */
const OCTAGON = 30;
const SEGMENT = { y: 5, height: 14, gap: 6, radius: 2 } as const;

/** One segment a band, filled up to the rating; hatched up to the worst that is possible where none can be given; an octagon for a stop. */
export function meter(reading: Reading, bands: number): Drawing {
  if (reading.kind === 'stop') return { width: WIDTH, height: 2 * OCTAGON, shapes: octagon(OCTAGON, OCTAGON, OCTAGON) };
  const width = (WIDTH - SEGMENT.gap * (bands - 1)) / bands;
  const filled = reading.kind === 'band' ? reading.band : reading.kind === 'not-ratable' ? reading.upTo : -1;
  const shapes = Array.from({ length: bands }, (_, band): Shape => {
    const place = {
      shape: 'rect',
      x: band * (width + SEGMENT.gap) + 0.5,
      y: SEGMENT.y,
      w: width - 1,
      h: SEGMENT.height,
      radius: SEGMENT.radius,
    } as const;
    if (band > filled) return { ...place, stroke: 'muted', width: 1 };
    if (reading.kind === 'not-ratable') return { ...place, fill: 'hatch', stroke: 'muted', width: 1 };
    // The palest step of the ramp needs an outline to be seen on white.
    return { ...place, fill: rampPaint(reading.kind === 'band' ? reading.band : 0, bands), stroke: 'muted', width: 0.75 };
  });
  return { width: WIDTH, height: HEIGHT, shapes };
}

function octagon(cx: number, cy: number, radius: number): readonly Shape[] {
  const ring = (r: number) =>
    Array.from({ length: 8 }, (_, i): readonly [number, number] => {
      const angle = (Math.PI / 4) * (i + 0.5);
      return [hundredth(cx + r * Math.cos(angle)), hundredth(cy + r * Math.sin(angle))];
    });
  return [
    { shape: 'polygon', points: ring(radius), fill: 'stop' },
    { shape: 'rect', x: cx - radius * 0.5, y: cy - radius * 0.14, w: radius, h: radius * 0.28, fill: 'paper' },
  ];
}

/** Sines differ in their last digits from one engine to another; the drawing must not. */
const hundredth = (value: number): number => Math.round(value * 100) / 100;
