import type { Random } from '../../lib/seed';
import {
  between,
  circle,
  type Form,
  HEIGHT,
  land,
  leaf,
  polar,
  type Tone,
  WIDTH,
} from '../geometry';

/** A branch grown from the lower edge in front of hills and a sun. */
export function leaves(random: Random): Form[] {
  const lean = random() < 0.5 ? -1 : 1;
  const root = { x: WIDTH / 2 - lean * between(random, 30, 80), y: HEIGHT + 10 };
  const hill = between(random, 112, 140);
  const back: Form[] = [
    {
      path: circle(
        { x: root.x + lean * between(random, 70, 130), y: between(random, 50, 84) },
        between(random, 24, 40),
      ),
      tone: 'glow',
    },
    {
      path: land([
        { x: -10, y: hill },
        { x: 100, y: hill - lean * 20 },
        { x: 220, y: hill + lean * 16 },
        { x: 330, y: hill - 8 },
      ]),
      tone: 'mist',
    },
    {
      path: land([
        { x: -10, y: hill + 44 },
        { x: 120, y: hill + 34 + lean * 14 },
        { x: 330, y: hill + 40 - lean * 18 },
      ]),
      tone: 'soft',
      opacity: 0.8,
    },
  ];
  const pairs = 4;
  const size = between(random, 62, 82);
  const branch = Array.from({ length: pairs * 2 }, (_, index): Form => {
    const along = Math.floor(index / 2) / pairs;
    const knot = { x: root.x + lean * along * along * 74, y: root.y - 22 - along * 142 };
    const side = index % 2 === 0 ? 1 : -1;
    const tip = polar(
      knot,
      size * (1.08 - along * 0.5),
      -Math.PI / 2 + side * between(random, 0.7, 1) + lean * along * 0.4,
    );
    const tone: Tone = index % 3 === 0 ? 'deep' : 'body';
    return { path: leaf(knot, tip, size * between(random, 0.3, 0.4)), tone, opacity: 0.94 };
  });
  return [...back, ...branch];
}
