import type { Random } from '../../lib/seed';
import { between, circle, type Form, HEIGHT, pick, type Tone } from '../geometry';

const ORDERS: readonly [readonly Tone[], ...(readonly Tone[])[]] = [
  ['soft', 'body', 'deep', 'body', 'glow'],
  ['body', 'glow', 'body', 'deep', 'soft'],
  ['deep', 'body', 'soft', 'glow', 'body'],
];

/** Polished almonds side by side, each with its light. */
export function drops(random: Random): Form[] {
  const tones = pick(random, ORDERS);
  const peak = between(random, 0.25, 0.75);
  const moon: Form = {
    path: circle(
      { x: between(random, 90, 230), y: between(random, 84, 112) },
      between(random, 66, 86),
    ),
    tone: 'mist',
  };
  const almonds = tones.flatMap((tone, index): Form[] => {
    const along = index / (tones.length - 1);
    const x = 40 + along * 240;
    const half = between(random, 22, 27);
    const top = 42 + Math.abs(along - peak) * 96 + between(random, -8, 8);
    const light = half * 0.34;
    return [
      { path: almond(x, top, half, HEIGHT + 30), tone },
      {
        path: almond(x - half * 0.36, top + half * 1.3, light, top + half * 3.6),
        tone: 'mist',
        opacity: 0.5,
      },
    ];
  });
  return [moon, ...almonds];
}

function almond(x: number, top: number, half: number, bottom: number): string {
  const [left, right, shoulder] = [
    Math.round(x - half),
    Math.round(x + half),
    Math.round(top + half * 1.9),
  ];
  const [peak, middle, foot] = [Math.round(top), Math.round(x), Math.round(bottom - half)];
  const bend = Math.round(top + half * 0.5);
  return `M${left} ${shoulder}C${left} ${bend} ${middle - Math.round(half * 0.6)} ${peak} ${middle} ${peak}S${right} ${bend} ${right} ${shoulder}V${foot}Q${right} ${foot + Math.round(half)} ${middle} ${foot + Math.round(half)}T${left} ${foot}z`;
}
