/** Content stream operators. Input is in points from the top left corner of the page, y running down; PDF's y runs up. */
import { PAPER } from './theme.ts';

/** A number as PDF writes it: at most two decimals, never an exponent. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function point(x: number, y: number): string {
  return `${num(x)} ${num(PAPER.height - y)}`;
}

export function rectangle(x: number, y: number, width: number, height: number): string {
  return `${point(x, y + height)} ${num(width)} ${num(height)} re`;
}

/** A stroked straight line. */
export function rule(x1: number, y1: number, x2: number, y2: number, width: number, ink: string): string {
  return `${ink} RG ${num(width)} w ${point(x1, y1)} m ${point(x2, y2)} l S`;
}

/** How far a control point lies from the end of a quarter circle of radius 1. */
const ARC = 0.5523;

/** The outline of a rectangle with rounded corners; with radius half its side it is a circle. */
export function roundedRectangle(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const k = r * (1 - ARC);
  const [right, bottom] = [x + width, y + height];
  const curve = (...coordinates: readonly [number, number, number, number, number, number]): string =>
    `${point(coordinates[0], coordinates[1])} ${point(coordinates[2], coordinates[3])} ${point(coordinates[4], coordinates[5])} c`;
  return [
    `${point(x + r, y)} m ${point(right - r, y)} l`,
    curve(right - k, y, right, y + k, right, y + r),
    `${point(right, bottom - r)} l`,
    curve(right, bottom - k, right - k, bottom, right - r, bottom),
    `${point(x + r, bottom)} l`,
    curve(x + k, bottom, x, bottom - k, x, bottom - r),
    `${point(x, y + r)} l`,
    curve(x, y + k, x + k, y, x + r, y),
    'h',
  ].join(' ');
}
