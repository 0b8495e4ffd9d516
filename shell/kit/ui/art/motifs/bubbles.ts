import type { Random } from '../../lib/seed';
import { between, circle, type Form, land, type Tone, WIDTH } from '../geometry';

const TONES: readonly Tone[] = ['soft', 'body', 'mist', 'deep', 'soft', 'body', 'glow'];

/** Light through overlapping lenses, over a low horizon. */
export function bubbles(random: Random): Form[] {
  const horizon = between(random, 138, 164);
  const slope = between(random, -16, 16);
  const ground: Form = {
    path: land([
      { x: -10, y: horizon + slope },
      { x: WIDTH / 2, y: horizon - slope * 0.6 },
      { x: WIDTH + 10, y: horizon - slope },
    ]),
    tone: 'body',
    opacity: 0.55,
  };
  const lean = between(random, 0.5, 1.1);
  const lenses = TONES.map((tone, index): Form => {
    const along = (index + between(random, 0.2, 0.8)) / TONES.length;
    const radius = between(random, 20, 52) * (1 - 0.35 * Math.abs(along - 0.5));
    return {
      path: circle(
        {
          x: 24 + along * 272,
          y: 118 - Math.sin(along * Math.PI * lean) * 58 + between(random, -20, 26),
        },
        radius,
      ),
      tone,
      opacity: tone === 'glow' ? 0.95 : 0.68,
    };
  });
  return [ground, ...lenses];
}
