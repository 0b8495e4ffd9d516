import type { Random } from '../../lib/seed';
import { between, circle, type Form, land, type Tone, WIDTH } from '../geometry';

const TONES: readonly Tone[] = ['mist', 'soft', 'body', 'soft', 'deep'];

/** Long combed waves under a low sun. */
export function bands(random: Random): Form[] {
  const sun: Form = {
    path: circle(
      { x: between(random, 60, 260), y: between(random, 46, 82) },
      between(random, 26, 44),
    ),
    tone: 'glow',
  };
  const phase = between(random, 0, Math.PI * 2);
  const swing = between(random, 16, 34);
  const waves = TONES.map((tone, index): Form => {
    const base = 76 + index * between(random, 24, 30);
    const points = Array.from({ length: 5 }, (_, step) => ({
      x: -20 + (step * (WIDTH + 40)) / 4,
      y: base + swing * Math.sin(phase + step * 1.35 + index * 0.55),
    }));
    return { path: land(points), tone, opacity: 0.92 };
  });
  return [sun, ...waves];
}
