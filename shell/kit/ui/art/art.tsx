import type { CSSProperties } from 'react';
import { cn } from '../lib/cn';
import { hashOf, randomOf } from '../lib/seed';
import { HEIGHT, WIDTH } from './geometry';
import { subjectOf } from './motifs';

export interface ArtProps {
  /** Whose picture it is, e.g. a service's id: the same seed is the same picture for ever. */
  seed: string;
  /** Category of the service: gives hue and motif. */
  category: string;
  className?: string;
}

/** A made picture, at most 2 KB of SVG, for what has no photograph. Decorative: the title is beside it. */
export function Art({ seed, category, className }: ArtProps) {
  const { hue, glowHue, motif } = subjectOf(category);
  const shift = (hashOf(`hue ${seed}`) % 31) - 15;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      className={cn('size-full', className)}
      style={palette(hue + shift, glowHue)}
    >
      {motif(randomOf(`${category} ${seed}`)).map(({ path, tone, opacity }) => (
        <path key={path} d={path} fill={`var(--${tone})`} opacity={opacity} />
      ))}
    </svg>
  );
}

/** Five tones and the ground, each in daylight and at night. */
function palette(hue: number, glowHue: number): CSSProperties {
  const tone = (light: string, dark: string) => `light-dark(oklch(${light}),oklch(${dark}))`;
  const tones = {
    background: tone(`.93 .03 ${hue + 20}`, `.3 .03 ${hue + 20}`),
    '--mist': tone(`.86 .05 ${hue + 12}`, `.37 .04 ${hue + 12}`),
    '--soft': tone(`.76 .085 ${hue}`, `.46 .06 ${hue}`),
    '--body': tone(`.63 .105 ${hue - 8}`, `.56 .08 ${hue - 8}`),
    '--deep': tone(`.45 .085 ${hue - 18}`, `.68 .085 ${hue - 18}`),
    '--glow': tone(`.83 .12 ${glowHue}`, `.74 .1 ${glowHue}`),
  };
  return tones;
}
