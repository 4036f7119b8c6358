import { useId } from 'react';
import type { Drawing, Paint, Shape } from '../../report/figures/drawing.ts';
import styles from './DrawingSvg.module.css';

interface Props {
  readonly drawing: Drawing;
  /** What it shows, in words. */
  readonly label: string;
  readonly className?: string | undefined;
}

/** A drawing of the report on the screen: the same geometry, in the inks of the scheme. */
export function DrawingSvg({ drawing, label, className = '' }: Props) {
  const hatch = useId();
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${drawing.width} ${drawing.height}`} className={`${styles.drawing} ${className}`}>
      <defs>
        <pattern id={hatch} patternUnits="userSpaceOnUse" width="5" height="5" patternTransform="rotate(25)">
          <rect width="5" height="5" className={fillOf('card')} />
          <rect width="1.7" height="5" className={styles.hatchStroke} />
        </pattern>
      </defs>
      {drawing.shapes.map((shape) => (
        // A drawing has no two shapes alike, and they never move: what a shape is names it.
        <Mark key={JSON.stringify(shape)} shape={shape} hatch={hatch} />
      ))}
    </svg>
  );
}

const fillOf = (paint: Paint): string => styles[`fill-${paint}`] ?? '';
const strokeOf = (paint: Paint): string => styles[`stroke-${paint}`] ?? '';

function Mark({ shape, hatch }: { readonly shape: Shape; readonly hatch: string }) {
  switch (shape.shape) {
    case 'line': {
      const { x1, y1, x2, y2, stroke, width, dash } = shape;
      return (
        <line
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
          strokeWidth={width}
          strokeDasharray={dash ? `${3 * width} ${2 * width}` : undefined}
          className={strokeOf(stroke)}
        />
      );
    }
    case 'text': {
      const { x, y, text, size, anchor, fill, strong } = shape;
      return (
        <text x={x} y={y} fontSize={size} textAnchor={anchor} fontWeight={strong ? 600 : 400} className={fillOf(fill)}>
          {text}
        </text>
      );
    }
    default:
      return <Closed shape={shape} hatch={hatch} />;
  }
}

function Closed({ shape, hatch }: { readonly shape: Exclude<Shape, { shape: 'line' | 'text' }>; readonly hatch: string }) {
  const fill = shape.fill === 'hatch' ? `url(#${hatch})` : undefined;
  const className = `${shape.fill === undefined ? styles.hollow : shape.fill === 'hatch' ? '' : fillOf(shape.fill)} ${shape.stroke ? strokeOf(shape.stroke) : ''}`;
  const common = { fill, className, strokeWidth: shape.width };
  switch (shape.shape) {
    case 'rect':
      return <rect x={shape.x} y={shape.y} width={shape.w} height={shape.h} rx={shape.radius} {...common} />;
    case 'circle':
      return <circle cx={shape.cx} cy={shape.cy} r={shape.r} {...common} />;
    case 'polygon':
      return <polygon points={shape.points.map((point) => point.join(',')).join(' ')} {...common} />;
  }
}
