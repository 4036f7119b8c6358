import { overallOf } from './evaluate.ts';
import type { Interval } from './interval.ts';
import type { Model } from './model.ts';
import type { Result } from './result.ts';

/** The two indices that a questionnaire draws against each other, each the weighted mean of its own sections. */
export function planeOf(model: Model, result: Result): { readonly x: Interval; readonly y: Interval } | null {
  const plane = model.questionnaire.plane;
  if (!plane) return null;
  const index = (sections: readonly string[]) => overallOf(result.sections.filter((section) => sections.includes(section.id)));
  const x = index(plane.x.sections);
  const y = index(plane.y.sections);
  return x && y ? { x, y } : null;
}
