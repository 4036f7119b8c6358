/** A drawing as operators: the same numbers as on the screen, in the inks of paper. */
import type { Drawing, Paint, Shape } from '../figures/drawing.ts';
import { num, point, rectangle, roundedRectangle, rule } from './operators.ts';
import { INK, type TextStyle } from './theme.ts';
import type { Typesetter } from './typesetter.ts';

/** Between the strokes of a hatching and their thickness, in points: they look the same whatever the scale. */
const HATCH = { step: 3, width: 0.8 } as const;

/** `x` and `y`: top left corner on the page; `scale`: points a unit of the drawing. Leaves the graphics state as it was. */
export function drawingOperators(setter: Typesetter, drawing: Drawing, x: number, y: number, scale: number): string {
  const pen = new Pen(setter, x, y, scale);
  return ['q', ...drawing.shapes.map((shape) => pen.draw(shape)), 'Q'].join('\n');
}

class Pen {
  readonly #setter: Typesetter;
  readonly #left: number;
  readonly #top: number;
  readonly #scale: number;

  constructor(setter: Typesetter, left: number, top: number, scale: number) {
    this.#setter = setter;
    this.#left = left;
    this.#top = top;
    this.#scale = scale;
  }

  draw(shape: Shape): string {
    const s = this.#scale;
    switch (shape.shape) {
      case 'line': {
        const dash = shape.dash ? `[${num(3 * shape.width * s)} ${num(2 * shape.width * s)}] 0 d` : '[] 0 d';
        return `${dash} ${rule(this.#x(shape.x1), this.#y(shape.y1), this.#x(shape.x2), this.#y(shape.y2), shape.width * s, INK[shape.stroke])} [] 0 d`;
      }
      case 'rect': {
        const [x, y, w, h] = [this.#x(shape.x), this.#y(shape.y), shape.w * s, shape.h * s];
        const path = shape.radius ? roundedRectangle(x, y, w, h, shape.radius * s) : rectangle(x, y, w, h);
        return this.#closed(path, shape, [x, y, x + w, y + h]);
      }
      case 'circle': {
        const [x, y, r] = [this.#x(shape.cx), this.#y(shape.cy), shape.r * s];
        return this.#closed(roundedRectangle(x - r, y - r, 2 * r, 2 * r, r), shape, [x - r, y - r, x + r, y + r]);
      }
      case 'polygon': {
        const xs = shape.points.map(([x]) => this.#x(x));
        const ys = shape.points.map(([, y]) => this.#y(y));
        const path = xs.map((x, i) => `${point(x, ys[i] ?? 0)} ${i === 0 ? 'm' : 'l'}`).join(' ');
        return this.#closed(`${path} h`, shape, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
      }
      case 'text':
        return this.#text(shape);
    }
  }

  #x(x: number): number {
    return this.#left + x * this.#scale;
  }

  #y(y: number): number {
    return this.#top + y * this.#scale;
  }

  #closed(
    path: string,
    shape: { readonly fill?: Paint; readonly stroke?: Paint; readonly width?: number },
    box: readonly [number, number, number, number],
  ): string {
    const parts: string[] = [];
    if (shape.fill === 'hatch') parts.push(`q ${INK.card} rg ${path} f ${path} W n ${hatching(box)} Q`);
    else if (shape.fill) parts.push(`${INK[shape.fill]} rg ${path} f`);
    if (shape.stroke) parts.push(`${INK[shape.stroke]} RG ${num((shape.width ?? 1) * this.#scale)} w ${path} S`);
    return parts.join(' ');
  }

  #text(shape: Extract<Shape, { readonly shape: 'text' }>): string {
    const size = shape.size * this.#scale;
    const style: TextStyle = { face: shape.strong ? 'sans-strong' : 'sans', size, leading: size * 1.2, ink: INK[shape.fill] };
    const before = { start: 0, middle: 0.5, end: 1 }[shape.anchor ?? 'start'];
    return this.#setter
      .lines(shape.text, style)
      .map((line, i) => {
        const x = this.#x(shape.x) - before * line.width;
        const y = this.#y(shape.y) + i * style.leading;
        const pieces = line.pieces.map(
          (piece) => `/${piece.face.id} ${num(size)} Tf 1 0 0 1 ${point(x + piece.x, y - piece.rise)} Tm ${piece.shown}`,
        );
        return `BT ${style.ink} rg ${pieces.join(' ')} ET`;
      })
      .join('\n');
  }
}

/** Strokes rising to the right over the whole box; the caller has clipped to the shape. */
function hatching([left, top, right, bottom]: readonly [number, number, number, number]): string {
  const height = bottom - top;
  const strokes: string[] = [];
  // Counted from the page's own edge, so that neighbouring shapes hatch in step.
  const first = Math.ceil((left + top) / HATCH.step) * HATCH.step;
  for (let sum = first; sum < right + bottom; sum += HATCH.step)
    strokes.push(`${point(sum - top - height, bottom)} m ${point(sum - top, top)} l`);
  return `${INK.hatch} RG ${num(HATCH.width)} w ${strokes.join(' ')} S`;
}
