import { dayNumber } from './day.ts';
import type { Scale } from './format/questionnaire.ts';
import { hull, type Interval, point } from './interval.ts';

const numeric = (scale: Scale<number> | Scale<string>): Scale<number> => ({
  kind: scale.kind,
  points: scale.points.map(({ at, risk }) => ({ at: typeof at === 'string' ? dayNumber(at) : at, risk })),
});

/** Risk of a number or day (method Q7). Points ascend; the check of the questionnaire sees to it. */
export function riskOnScale(scale: Scale<number> | Scale<string>, value: number): number {
  const { kind, points } = numeric(scale);
  const next = points.findIndex(({ at }) => at > value);
  const before = next === -1 ? points.at(-1) : points[Math.max(0, next - 1)];
  const after = points[next];
  if (!before) return 0;
  if (kind === 'steps' || !after || value <= before.at) return before.risk;
  return before.risk + ((after.risk - before.risk) * (value - before.at)) / (after.at - before.at);
}

/** Least and greatest risk for values from `min` to `max` (method Q1); without limits, of all the points. */
export function boundsOfScale(
  scale: Scale<number> | Scale<string>,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
): Interval {
  const inside = numeric(scale).points.filter(({ at }) => at > min && at < max);
  const ends = [min, max].filter(Number.isFinite).map((end) => riskOnScale(scale, end));
  const risks = [...inside.map((p) => p.risk), ...ends].map(point);
  const [first, ...rest] = risks;
  return first ? hull(first, ...rest) : point(0);
}
