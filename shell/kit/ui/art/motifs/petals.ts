import type { Random } from '../../lib/seed';
import { between, circle, type Form, HEIGHT, leaf, pick, polar, type Tone } from '../geometry';

/** A flower that opens from the lower edge. */
export function petals(random: Random): Form[] {
  const root = { x: between(random, 110, 210), y: HEIGHT + between(random, 0, 22) };
  const reach = between(random, 150, 190);
  const half = pick(random, [3, 4] as const);
  const spread = between(random, 0.3, 0.4);
  const width = between(random, 40, 58);
  const halo: Form = {
    path: circle({ x: root.x, y: root.y - reach * 0.55 }, reach * 0.5),
    tone: 'glow',
    opacity: 0.85,
  };
  const around = Array.from({ length: half * 2 }, (_, index): Form => {
    const rank = half - Math.floor(index / 2);
    const side = index % 2 === 0 ? 1 : -1;
    const angle = -Math.PI / 2 + side * rank * spread;
    const tip = polar(root, reach * (1 - rank * 0.045), angle);
    const tone: Tone = rank % 2 === 0 ? 'soft' : 'body';
    return { path: leaf(root, tip, width), tone, opacity: 0.82 };
  });
  const heart: Form = {
    path: leaf(
      root,
      polar(root, reach * 0.98, -Math.PI / 2 + between(random, -0.08, 0.08)),
      width * 0.9,
    ),
    tone: 'deep',
    opacity: 0.9,
  };
  return [halo, ...around, heart];
}
