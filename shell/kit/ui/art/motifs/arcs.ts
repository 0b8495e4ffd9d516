import type { Random } from '../../lib/seed';
import {
  at,
  between,
  circle,
  type Form,
  HEIGHT,
  type Point,
  pick,
  polar,
  type Tone,
} from '../geometry';

const TONES: readonly Tone[] = ['mist', 'soft', 'body', 'deep'];

/** Rings that spread from a corner, as sound does, with a ball between them. */
export function arcs(random: Random): Form[] {
  const center = {
    x: pick(random, [24, 296] as const) + between(random, -20, 20),
    y: HEIGHT + between(random, 0, 22),
  };
  const reach = between(random, 205, 240);
  const rings = TONES.map((tone, index): Form => {
    const outer = reach * (1 - index * 0.22);
    return { path: halfRing(center, outer, outer * between(random, 0.5, 0.86)), tone };
  });
  const angle = center.x < 160 ? between(random, -1, -0.5) : between(random, -2.6, -2.1);
  const ball = polar(center, reach * between(random, 0.86, 1), angle);
  const small = polar(center, reach * 0.45, angle + between(random, -0.3, 0.3));
  return [
    ...rings,
    { path: circle(ball, between(random, 18, 28)), tone: 'glow' },
    { path: circle(small, between(random, 7, 11)), tone: 'glow', opacity: 0.9 },
  ];
}

function halfRing(center: Point, outer: number, inner: number): string {
  const [big, small] = [Math.round(outer), Math.round(inner)];
  const start = at({ x: center.x - big, y: center.y });
  return `M${start}a${big} ${big} 0 0 1 ${2 * big} 0h${small - big}a${small} ${small} 0 0 0 ${-2 * small} 0z`;
}
