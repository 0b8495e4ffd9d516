import type { Random } from '../../lib/seed';
import { at, between, circle, type Form, type Point, pick, type Tone } from '../geometry';

const TONES: readonly Tone[] = ['mist', 'soft', 'body', 'deep'];

/** Leaned sheets and half discs, cut from paper. */
export function sheets(random: Random): Form[] {
  const direction = pick(random, [-1, 1] as const);
  const step = between(random, 46, 60);
  const stack = TONES.map((tone, index): Form => {
    const center = { x: 160 + direction * (index - 1.5) * step, y: 122 + between(random, -14, 20) };
    const tilt = direction * (0.34 - index * between(random, 0.1, 0.2));
    return random() < 0.42
      ? { path: halfDisc(center, between(random, 54, 74), tilt), tone, opacity: 0.92 }
      : {
          path: sheet(center, between(random, 42, 54), between(random, 60, 82), tilt),
          tone,
          opacity: 0.92,
        };
  });
  const sun: Form = {
    path: circle(
      { x: 160 - direction * between(random, 60, 110), y: between(random, 40, 64) },
      between(random, 18, 30),
    ),
    tone: 'glow',
  };
  return [sun, ...stack];
}

function sheet(center: Point, halfWidth: number, halfHeight: number, tilt: number): string {
  const corner = (dx: number, dy: number): string =>
    at(turned(center, dx * halfWidth, dy * halfHeight, tilt));
  const bulge = at(turned(center, 0, -halfHeight * 1.5, tilt));
  return `M${corner(-1, -1)}Q${bulge} ${corner(1, -1)}L${corner(1, 1)}L${corner(-1, 1)}z`;
}

function halfDisc(center: Point, radius: number, tilt: number): string {
  const r = Math.round(radius);
  return `M${at(turned(center, -r, 0, tilt))}A${r} ${r} 0 0 1 ${at(turned(center, r, 0, tilt))}z`;
}

function turned(center: Point, dx: number, dy: number, angle: number): Point {
  return {
    x: center.x + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: center.y + dx * Math.sin(angle) + dy * Math.cos(angle),
  };
}
