import { cn } from '../lib/cn';
import { hashOf, randomOf } from '../lib/seed';
import { HEIGHT, WIDTH } from './geometry';
import { subjectOf } from './motifs';
import { palette } from './palette';

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
