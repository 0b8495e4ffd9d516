import type { CSSProperties } from 'react';

/** Ground and contour lines of the drawn map, by day and by night. */
export const LAND = {
  '--map-land': 'light-dark(oklch(0.955 0.014 125), oklch(0.215 0.018 160))',
  '--map-line': 'light-dark(oklch(0.87 0.028 140), oklch(0.29 0.024 160))',
} as CSSProperties;
