import { cn } from '../lib/cn';
import { hashOf, type Random, randomOf } from '../lib/seed';
import {
  arch,
  between,
  circle,
  type Form,
  land,
  leaf,
  type Point,
  polar,
  type Tone,
} from './geometry';
import { landPalette } from './palette';

const WIDE = 1600;
const TALL = 640;
const HUES = [150, 158, 166, 174, 182] as const;

export interface SceneProps {
  /** What the scene is of, e.g. a market's code: the same seed is the same scene for ever. */
  seed: string;
  className?: string;
}

/** A wide landscape for the top of a page; its upper half, more of it on a phone, stays calm so that words can stand on it. */
export function Scene({ seed, className }: SceneProps) {
  const random = randomOf(`scene ${seed}`);
  return (
    <div
      className={cn('relative size-full overflow-hidden', className)}
      style={landPalette(HUES[hashOf(seed) % HUES.length] ?? HUES[0])}
    >
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDE} ${TALL}`}
        preserveAspectRatio="xMidYMax slice"
        className="absolute inset-x-0 bottom-0 h-3/5 w-full sm:h-full"
      >
        {formsOf(random).map(({ path, tone, opacity }) => (
          <path key={path} d={path} fill={`var(--${tone})`} opacity={opacity} />
        ))}
      </svg>
    </div>
  );
}

function formsOf(random: Random): Form[] {
  const sun = { x: between(random, 1000, 1340), y: between(random, 150, 230) };
  const town = between(random, 700, 1180);
  return [
    { path: circle(sun, between(random, 70, 96)), tone: 'glow' },
    range(random, 330, 56, 'mist'),
    range(random, 408, 44, 'soft'),
    ...houses(random, town),
    range(random, 492, 30, 'body'),
    ...grove(random, between(random, 180, 420)),
    ...grove(random, between(random, 1260, 1460)),
    range(random, 576, 24, 'deep'),
  ];
}

/** A chain of hills from edge to edge. */
function range(random: Random, base: number, swing: number, tone: Tone): Form {
  const points = Array.from({ length: 7 }, (_, index) => ({
    x: -40 + (index * (WIDE + 80)) / 6,
    y: base + between(random, -swing, swing),
  }));
  return { path: land(points, TALL), tone };
}

const WALLS: readonly Tone[] = ['deep', 'glow', 'body', 'deep', 'mist'];

/** A few arched houses that stand together. */
function houses(random: Random, middle: number): Form[] {
  let left = middle - 190;
  return Array.from({ length: 7 }, (_, index) => index).flatMap((index): Form[] => {
    const width = between(random, 40, 74);
    const top = between(random, 330, 412);
    const x = left;
    left += width + between(random, -8, 10);
    const tone = WALLS[(index + Math.floor(random() * 2)) % WALLS.length] ?? 'deep';
    const door: Tone = tone === 'deep' || tone === 'body' ? 'mist' : 'deep';
    const inset = width * 0.3;
    return [
      { path: arch(x, width, top, TALL), tone },
      {
        path: arch(x + inset, width - 2 * inset, top + inset * 1.6, top + inset * 1.6 + 54),
        tone: door,
        opacity: 0.8,
      },
    ];
  });
}

/** Three plants grown from one place, in front of the middle hills. */
function grove(random: Random, middle: number): Form[] {
  return [-1, 0, 1].flatMap((side) => {
    const root = { x: middle + side * between(random, 46, 70), y: 600 };
    return plant(random, root, between(random, 110, 190) * (side === 0 ? 1.15 : 0.8));
  });
}

function plant(random: Random, root: Point, height: number): Form[] {
  const lean = between(random, -0.16, 0.16);
  return [0, 1, 2, 3].flatMap((rank) => {
    const knot = {
      x: root.x + lean * height * rank * 0.25,
      y: root.y - height * (0.12 + rank * 0.22),
    };
    const size = height * (0.46 - rank * 0.05);
    return [-1, 1].map((side): Form => {
      const tip = polar(knot, size, -Math.PI / 2 + lean + side * between(random, 0.55, 0.85));
      return {
        path: leaf(knot, tip, size * 0.34),
        tone: rank % 2 ? 'body' : 'deep',
        opacity: 0.95,
      };
    });
  });
}
