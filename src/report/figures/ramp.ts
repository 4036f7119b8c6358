import type { Paint } from './drawing.ts';

const RAMP = ['risk-1', 'risk-2', 'risk-3', 'risk-4'] as const satisfies readonly Paint[];

/** The paint of a band: the bands of a questionnaire, least first, are spread over the whole ramp. */
export function rampPaint(band: number, bands: number): Paint {
  const place = bands < 2 ? RAMP.length - 1 : Math.round((band / (bands - 1)) * (RAMP.length - 1));
  return RAMP[Math.min(RAMP.length - 1, Math.max(0, place))] ?? 'risk-4';
}
