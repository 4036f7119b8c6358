/**
 * Geometry of a figure, drawn as SVG on the screen and as vectors on paper from these same numbers. Units are abstract
 * (the drawing is `width` × `height` of them); y runs downwards. Colours are roles: each medium knows its own ink.
 */
export type Paint =
  | 'ink'
  | 'muted'
  | 'line'
  | 'paper'
  | 'card'
  | 'accent'
  /** The ramp of risk, least to worst; bands of a questionnaire are spread over it. */
  | 'risk-1'
  | 'risk-2'
  | 'risk-3'
  | 'risk-4'
  | 'stop'
  /** Hatching over `card`: what is due to unknowns. */
  | 'hatch';

export type Shape =
  | {
      readonly shape: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: Paint;
      readonly width: number;
      readonly dash?: boolean;
    }
  | {
      readonly shape: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly fill?: Paint;
      readonly stroke?: Paint;
      readonly width?: number;
      readonly radius?: number;
    }
  | {
      readonly shape: 'circle';
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
      readonly fill?: Paint;
      readonly stroke?: Paint;
      readonly width?: number;
    }
  | {
      readonly shape: 'polygon';
      readonly points: readonly (readonly [number, number])[];
      readonly fill?: Paint;
      readonly stroke?: Paint;
      readonly width?: number;
    }
  /** `anchor` as in SVG; `size` in drawing units; the baseline is at y. */
  | {
      readonly shape: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly fill: Paint;
      readonly strong?: boolean;
    };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}
