import type { Random } from '../../lib/seed';
import { between, circle, type Form, HEIGHT, land, pebble, pick, type Tone } from '../geometry';

/** Stones laid on one another at the shore. */
export function pebbles(random: Random): Form[] {
  const middle = between(random, 95, 225);
  const shore = between(random, 150, 166);
  const moon: Form = {
    path: circle(
      { x: 320 - middle + between(random, -30, 30), y: between(random, 42, 66) },
      between(random, 20, 34),
    ),
    tone: 'glow',
  };
  const ground: Form = {
    path: land([
      { x: -10, y: shore },
      { x: 110, y: shore - between(random, 4, 18) },
      { x: 220, y: shore + between(random, 2, 14) },
      { x: 330, y: shore - 6 },
    ]),
    tone: 'mist',
  };
  const tones = pick<readonly Tone[]>(random, [
    ['deep', 'body', 'soft', 'glow'],
    ['body', 'deep', 'body', 'soft'],
  ]);
  let top = HEIGHT - 12;
  const stones = tones.map((tone, index): Form => {
    const radius = (76 - index * 16) * between(random, 0.85, 1.08);
    const flatness = between(random, 0.3, 0.4);
    const y = top - radius * flatness;
    top = y - radius * flatness * 0.82;
    return {
      path: pebble(random, { x: middle + between(random, -12, 12), y }, radius, flatness),
      tone,
    };
  });
  return [moon, ground, ...stones];
}
