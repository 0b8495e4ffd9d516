import { seededRandom } from '../../../infra/local/parts/stripe/webhooks/random';

/** Repeatable choices. */
export interface Dice {
  /** A whole number from `from` up to and including `to`. */
  between(from: number, to: number): number;
  oneOf<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
  /** One of the names, by their weights. */
  weighted<K extends string>(weights: Record<K, number>): K;
}

export function dice(seed: number): Dice {
  const random = seededRandom(seed);
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  return {
    between,
    oneOf: (items) => items[between(0, items.length - 1)] ?? items[0],
    weighted: (weights) => {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let left = random() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      return names[0] as (typeof names)[number];
    },
  };
}
