import { memo, useMemo } from 'react';
import { useLocale } from 'use-intl';
import type { Position } from '../../../data/search/search-state';
import { formatLength } from '../../place/distance';
import { type MapView, pxPerKm, type Size, toScreen, toWorld, worldPx } from '../geo/projection';
import { ringsFor } from '../geo/rings';
import { contour, heightGrid } from './contours';
import { height } from './noise';

const CELL_PX = 14;
/** Width of a hill on the screen. */
const HILL_PX = 210;
/** Clear of the mark in the middle of a search. */
const LABEL_ABOVE_PX = 20;
const LEVELS = [0.26, 0.34, 0.42, 0.5, 0.58, 0.66, 0.74];
/** Every third line is drawn a little stronger, as surveyors do. */
const STRONG = new Set([0.42, 0.66]);

export interface Label {
  name: string;
  place: Position;
}

interface BackdropProps {
  view: MapView;
  size: Size;
  /** Where distances are measured from, when the search has a place. */
  center: Position | undefined;
  distanceUnit: 'km' | 'mi';
  labels: readonly Label[];
}

/** What lies under the pins: drawn hills, true distances, names of cities. */
export const Backdrop = memo(function Backdrop(props: BackdropProps) {
  const { view, size, center, distanceUnit, labels } = props;
  return (
    <svg aria-hidden="true" width={size.width} height={size.height} className="absolute inset-0">
      <Hills view={view} size={size} />
      {center ? <Rings center={center} view={view} size={size} unit={distanceUnit} /> : null}
      {labels.map(({ name, place }) => {
        const { x, y } = toScreen(toWorld(place), view, size);
        return (
          <text
            key={name}
            x={x}
            y={y - LABEL_ABOVE_PX}
            textAnchor="middle"
            className="fill-muted font-display text-xs font-semibold uppercase tracking-widest"
            style={{ paintOrder: 'stroke', stroke: 'var(--map-land)', strokeWidth: 5 }}
          >
            {name}
          </text>
        );
      })}
    </svg>
  );
});

function Hills({ view, size }: { view: MapView; size: Size }) {
  const lines = useMemo(() => {
    const step = Math.round(view.zoom);
    const scale = worldPx(view.zoom);
    const perUnit = worldPx(step) / HILL_PX;
    const left = view.center.x - size.width / 2 / scale;
    const top = view.center.y - size.height / 2 / scale;
    const grid = heightGrid(size, CELL_PX, (x, y) =>
      height((left + x / scale) * perUnit, (top + y / scale) * perUnit),
    );
    return LEVELS.map((level) => ({ level, path: contour(grid, level) }));
  }, [view, size]);
  return lines.map(({ level, path }) => (
    <path
      key={level}
      d={path}
      fill="none"
      stroke="var(--map-line)"
      strokeLinecap="round"
      strokeWidth={STRONG.has(level) ? 1.4 : 0.9}
    />
  ));
}

interface RingsProps {
  center: Position;
  view: MapView;
  size: Size;
  unit: 'km' | 'mi';
}

function Rings({ center, view, size, unit }: RingsProps) {
  const locale = useLocale();
  const at = toScreen(toWorld(center), view, size);
  const rings = ringsFor(pxPerKm(view), unit, Math.max(size.width, size.height));
  return (
    <g>
      <circle cx={at.x} cy={at.y} r={5} className="fill-ink" />
      <circle
        cx={at.x}
        cy={at.y}
        r={11}
        className="fill-none stroke-ink"
        strokeWidth={1.5}
        opacity={0.35}
      />
      {rings.map(({ length, radiusPx }) => (
        <g key={length}>
          <circle
            cx={at.x}
            cy={at.y}
            r={radiusPx}
            fill="none"
            className="stroke-muted"
            strokeDasharray="2 6"
            strokeLinecap="round"
            opacity={0.8}
          />
          <text
            x={at.x}
            y={at.y + radiusPx + 4}
            textAnchor="middle"
            className="fill-muted text-2xs font-medium"
            style={{ paintOrder: 'stroke', stroke: 'var(--map-land)', strokeWidth: 5 }}
          >
            {formatLength(length, unit, locale)}
          </text>
        </g>
      ))}
    </g>
  );
}
