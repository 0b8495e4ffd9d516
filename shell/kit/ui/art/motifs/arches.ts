import type { Random } from '../../lib/seed';
import { arch, between, circle, type Form, pick, type Tone, WIDTH } from '../geometry';

const ORDERS: readonly [readonly Tone[], ...(readonly Tone[])[]] = [
  ['soft', 'deep', 'mist', 'body'],
  ['body', 'mist', 'deep', 'soft'],
  ['deep', 'soft', 'body', 'mist'],
];

/** A row of arches with doorways in them, and a sun behind. */
export function arches(random: Random): Form[] {
  const tones = pick(random, ORDERS);
  const sun: Form = {
    path: circle(
      { x: between(random, 70, 250), y: between(random, 48, 78) },
      between(random, 26, 40),
    ),
    tone: 'glow',
  };
  const weights = tones.map(() => between(random, 0.8, 1.3));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let left = -14;
  const row = tones.flatMap((tone, index): Form[] => {
    const width = ((WIDTH + 28) * (weights[index] ?? 1)) / sum;
    const x = left;
    left += width;
    const top = between(random, 62, 132);
    const inset = width * between(random, 0.2, 0.3);
    const door: Tone = tone === 'deep' || tone === 'body' ? 'mist' : 'body';
    const doorway: Form = {
      path: arch(x + inset, width - 2 * inset, top + inset * 1.5),
      tone: door,
    };
    const outside: Form = { path: arch(x, width, top), tone };
    return random() < 0.62 ? [outside, doorway] : [outside];
  });
  return [sun, ...row];
}
